import type { CellRef } from '../rubric/finding';
import { isBonusWord, isDeductionWord, isInnovationWord, nameAndPoints } from './numbers';
import type { TableSection } from './table';
import { compact, tidyName } from './text';

/** A section while its rows are being read. */
export interface OpenSection {
  heading: string;
  name: string;
  nameCell: CellRef | null;
  points: number | null;
  pointsCell: CellRef | null;
  /** 加分 stands in its heading or in its points cell. */
  saysBonus: boolean;
  readonly items: number[];
  /** What was added to its heading from rows below, for comparing. */
  readonly pieces: Set<string>;
  /** Sum of the maxima read so far, and whether any stands there. */
  sum: number;
  hasMax: boolean;
}

/** The sections of a table, in the order of their first rows. */
export class SectionList {
  readonly all: OpenSection[] = [];
  private open: OpenSection | null = null;
  private readonly byName = new Map<string, OpenSection>();
  /** Sections whose name was broken over rows, by its first piece. */
  private readonly broken = new Map<string, OpenSection>();
  private readonly positions = new Map<OpenSection, number>();

  /** The section that rows belong to now; a table whose items stand under no heading has one without a name. */
  get current(): OpenSection {
    return this.open ?? this.start('', null);
  }

  get hasOpen(): boolean {
    return this.open !== null;
  }

  get index(): number {
    return this.positions.get(this.current) ?? 0;
  }

  /**
   * A heading was met. The same heading again (on every row, or after a page break) goes on with the section;
   * a heading met earlier does so too unless both have items and other points.
   */
  begin(heading: string, cell: CellRef, points: number | null): void {
    const { name } = nameAndPoints(tidyName(heading));
    const key = compact(name);
    const known = this.open !== null && compact(this.open.name) === key ? this.open : this.find(key, points);
    if (known === null) this.start(heading, cell);
    else this.open = known;
  }

  /** The rest of a heading that was broken over rows: 区农业 / 农村局. */
  append(text: string): void {
    const section = this.current;
    const first = compact(section.heading);
    if (section.pieces.size === 0 && !this.broken.has(first)) this.broken.set(first, section);
    section.pieces.add(compact(text));
    this.rename(section, section.heading + text);
  }

  /** Whether the open section's name, broken over rows, has this piece already: it comes again on the next page. */
  hasPiece(text: string): boolean {
    return this.open?.pieces.has(compact(text)) === true;
  }

  setPoints(points: number, cell: CellRef): void {
    const section = this.current;
    if (section.points !== null && section.pointsCell !== section.nameCell) return;
    section.points = points;
    section.pointsCell = cell;
  }

  private find(key: string, points: number | null): OpenSection | null {
    const found = this.byName.get(key) ?? this.broken.get(key);
    if (found === undefined || key === '') return null;
    return points === null || found.points === null || points === found.points ? found : null;
  }

  private start(heading: string, cell: CellRef | null): OpenSection {
    const section: OpenSection = {
      heading: '',
      name: '',
      nameCell: cell,
      points: null,
      pointsCell: null,
      saysBonus: false,
      items: [],
      pieces: new Set(),
      sum: 0,
      hasMax: false,
    };
    this.positions.set(section, this.all.length);
    this.all.push(section);
    this.open = section;
    if (heading !== '') this.rename(section, heading);
    return section;
  }

  private rename(section: OpenSection, heading: string): void {
    section.heading = heading;
    const read = nameAndPoints(tidyName(heading));
    if (this.byName.get(compact(section.name)) === section) this.byName.delete(compact(section.name));
    section.name = tidyName(read.name);
    if (!this.byName.has(compact(section.name))) this.byName.set(compact(section.name), section);
    section.saysBonus ||= read.bonus || isDeductionWord(compact(read.name));
    if (read.points !== null && section.points === null) {
      section.points = read.points;
      section.pointsCell = section.nameCell;
    }
  }
}

/** Whether a section's points come on top of the base: said so, or 创新/特色 without any points stated. */
export function isBonusSection(section: OpenSection): boolean {
  if (section.saysBonus || isBonusWord(section.name)) return true;
  return isInnovationWord(section.name) && section.points === null && !section.hasMax;
}

/** The finished section; `unit` is filled in by the table's reader. */
export function finishSection(section: OpenSection): TableSection {
  const bonus = isBonusSection(section);
  return {
    name: section.name,
    nameCell: section.nameCell,
    points: bonus ? null : section.points,
    pointsCell: section.pointsCell,
    bonus,
    deduction: isDeductionWord(compact(section.name)),
    items: section.items,
    unit: null,
  };
}
