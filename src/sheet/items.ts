import type { BodyLine } from './bodyLines';
import type { Columns } from './columns';
import type { GridReader } from './gridReader';
import { hasOrdinal, isBonusWord, pointsFromText } from './numbers';
import { headingRow, looksLikeHeading } from './headings';
import type { HeadingText } from './headings';
import { finishItem } from './itemCells';
import type { OpenItem } from './itemCells';
import {
  hasFragments,
  hasName,
  isBareBonus,
  isCovered,
  isUnfinished,
  ruleAt,
  sharesScores,
  startsItem,
} from './itemRows';
import type { ReadingState } from './itemRows';
import { withoutEmptySections } from './itemsReading';
import type { ItemsReading, MetTotal } from './itemsReading';
import { isFooterRow, isLabelledRow, lastCompleteRow } from './footer';
import { goesOnBesideRule, isRestOfName } from './nameRows';
import { isBlankScore } from './scoreCell';
import { finishSection, SectionList } from './sections';
import { ROWS_A_STEP } from './steps';
import type { Steps } from './steps';
import type { TableItem } from './table';
import { compact, tidyName } from './text';

/** Groups the rows of a table into sections and items. */
export function readItems(
  reader: GridReader,
  columns: Columns,
  lines: readonly BodyLine[],
  left: number,
): Steps<ItemsReading> {
  return new ItemReader(reader, columns, lines, left).read();
}

class ItemReader implements ReadingState {
  readonly sections = new SectionList();
  private readonly items: TableItem[] = [];
  private readonly totals: MetTotal[] = [];
  open: OpenItem | null = null;
  private carriedName: { section: number; text: string } | null = null;
  readonly criterionColumn: number;
  readonly scoreColumns: readonly number[];
  readonly mergesDown: boolean;
  readonly fragmented: boolean;
  private readonly lastComplete: number;

  constructor(
    readonly reader: GridReader,
    readonly columns: Columns,
    readonly lines: readonly BodyLine[],
    private readonly left: number,
  ) {
    this.criterionColumn = columns.criterion ?? columns.name ?? columns.section ?? 0;
    this.scoreColumns = [columns.self, columns.review].filter((column) => column !== undefined);
    this.lastComplete = lastCompleteRow(reader, columns, this.criterionColumn, lines);
    this.fragmented = hasFragments(reader, columns, lines);
    const top = lines[0]?.row ?? 0;
    const bottom = lines[lines.length - 1]?.row ?? 0;
    this.mergesDown = (reader.grid.merges ?? []).some(
      (merge) => merge.bottom > merge.top && merge.top >= top && merge.bottom <= bottom,
    );
  }

  *read(): Steps<ItemsReading> {
    for (const [index, line] of this.lines.entries()) {
      if (index % ROWS_A_STEP === 0) yield;
      if (line.kind === 'total') this.meetTotal(line);
      else if (line.alone !== null) this.meetLoneText(line, line.alone, index);
      else {
        const heading = headingRow(this.reader, this.columns, this.lines, index);
        if (heading === null) this.meetRow(line.row, index);
        else this.meetHeadingRow(line, heading);
      }
    }
    this.close();
    yield;
    return withoutEmptySections({
      sections: this.sections.all.map(finishSection),
      items: this.items,
      totals: this.totals,
    });
  }

  private meetTotal(line: BodyLine): void {
    this.close();
    const section = this.sections.hasOpen ? this.sections.index : null;
    this.totals.push({ line, section, itemsAbove: this.items.length });
  }

  /** A row with a single text: a heading across the table, the rest of a name, or a paragraph more of the rule. */
  private meetLoneText(line: BodyLine, alone: NonNullable<BodyLine['alone']>, index: number): void {
    const { row } = line;
    const { column, text } = alone;
    const { section, name, points } = this.columns;
    const inside = isCovered(this, row, this.criterionColumn);
    if (column === section && !alone.wide && (inside || isRestOfName(this, text, row, index))) {
      if (!this.sections.hasPiece(text)) this.sections.append(tidyName(text));
      if (this.open !== null) this.open.lastRow = row;
    } else if (!inside && this.isHeading(alone)) {
      this.close();
      this.sections.begin(text, { row, column }, null);
    } else if (column === this.criterionColumn) {
      this.meetRow(row, index);
    } else if (this.open !== null) {
      // A score, a reason or the rest of a name that stands lower in the item's rows.
      if (column === name) this.open.name = joinName(this.open.name, text);
      if (column === points) this.meetPoints(row);
      this.open.lastRow = row;
    }
  }

  /** Whether a text that fills a row alone is a section's heading: across the table, or where headings begin. */
  private isHeading({ column, text, wide }: NonNullable<BodyLine['alone']>): boolean {
    if (wide || column === this.columns.section) return true;
    if (pointsFromText(text) !== null) return false;
    const first = column === this.left || column === this.columns.number;
    if (column === this.criterionColumn) {
      return first && (this.open === null || !isUnfinished(this.open)) && looksLikeHeading(text);
    }
    if (column === this.columns.name) return hasOrdinal(text) || this.open === null;
    return first && looksLikeHeading(text);
  }

  private meetHeadingRow(line: BodyLine, heading: HeadingText): void {
    this.close();
    const { max } = this.columns;
    const points = max === undefined ? null : pointsFromText(this.reader.text(line.row, max));
    this.sections.begin(heading.text, { row: line.row, column: heading.column }, points);
    this.meetPoints(line.row);
    if (points !== null && max !== undefined) this.sections.setPoints(points, { row: line.row, column: max });
    else if (max !== undefined && isBonusWord(this.reader.text(line.row, max)))
      this.sections.current.saysBonus = true;
    const scored = this.scoreColumns.some((column) => !isBlankScore(this.reader, line.row, column));
    if (!scored) return;
    const total = { kind: 'subtotal' as const, column: heading.column, text: heading.text };
    this.totals.push({
      line: { ...line, total },
      section: this.sections.index,
      itemsAbove: this.items.length,
    });
  }

  private meetRow(row: number, index: number): void {
    const reader = this.reader;
    const { section, max } = this.columns;
    if (isLabelledRow(this, row, this.left) || isFooterRow(this, row, index, this.lastComplete)) {
      this.close();
      return;
    }
    const text = section === undefined || section === this.criterionColumn ? '' : reader.text(row, section);
    if (text !== '' && section !== undefined) this.meetSectionName(row, section, text, index);
    this.meetPoints(row);
    const rule = ruleAt(this, row);
    const maxText = max === undefined ? '' : reader.text(row, max);
    const points = pointsFromText(maxText);
    if (points === null && maxText !== '' && isBonusWord(maxText)) this.sections.current.saysBonus = true;
    if (this.open !== null && points !== null && sharesScores(this, row)) {
      this.open.max = (this.open.max ?? 0) + points;
      this.continueItem(row, rule);
    } else if (startsItem(this, row, rule, maxText, points) || isBareBonus(this, row, text, rule, index)) {
      this.startItem(row, rule, points);
    } else if (this.open !== null) this.continueItem(row, rule);
  }

  private meetSectionName(row: number, column: number, text: string, index: number): void {
    const { points, max } = this.columns;
    const pointsText = points === undefined ? '' : this.reader.text(row, points);
    const maxText = max === undefined ? '' : this.reader.text(row, max);
    const same = this.sections.hasOpen && compact(text) === compact(this.sections.current.heading);
    if (!same && pointsText === '' && this.sections.hasOpen) {
      if (this.sections.hasPiece(text)) return;
      if (
        goesOnBesideRule(this, row, text) ||
        (ruleAt(this, row) === '' && maxText === '' && isRestOfName(this, text, row, index))
      )
        return this.sections.append(tidyName(text));
    }
    if (!same) this.close();
    this.sections.begin(text, { row, column }, pointsFromText(pointsText));
  }

  private meetPoints(row: number): void {
    const column = this.columns.points;
    if (column === undefined) return;
    const text = this.reader.text(row, column);
    const points = pointsFromText(text);
    if (points !== null) this.sections.setPoints(points, { row, column });
    else if (isBonusWord(text)) {
      this.sections.current.saysBonus = true;
      this.sections.current.pointsCell ??= { row, column };
    }
  }

  private startItem(row: number, rule: string, points: number | null): void {
    this.close();
    const section = this.sections.current;
    const at = this.reader.anchor(row, this.criterionColumn);
    const { max } = this.columns;
    if (points !== null) section.hasMax = true;
    this.open = {
      section: this.sections.index,
      row,
      lastRow: row,
      max: points,
      maxCell: max === undefined ? null : this.reader.anchor(row, max),
      paragraphs: [],
      criterionCell: at,
      name: this.nameAt(row),
    };
    this.continueItem(row, rule);
  }

  private nameAt(row: number): string | null {
    const column = this.columns.name;
    if (column === undefined || column === this.criterionColumn) return null;
    const at = this.reader.anchor(row, column);
    const text = tidyName(this.reader.text(at.row, at.column));
    if (text !== '') {
      this.carriedName = { section: this.sections.index, text };
      return text;
    }
    return this.carriedName?.section === this.sections.index ? this.carriedName.text : null;
  }

  private continueItem(row: number, rule: string): void {
    const item = this.open;
    if (item === null) return;
    item.lastRow = Math.max(item.lastRow, row);
    if (rule !== '') {
      if (item.paragraphs.length === 0) item.criterionCell = this.reader.anchor(row, this.criterionColumn);
      item.paragraphs.push({ row, text: rule });
    }
    if (row === item.row || !hasName(this, row) || this.columns.name === undefined) return;
    item.name = joinName(item.name, this.reader.text(row, this.columns.name));
  }

  /** Ends the open item. */
  private close(): void {
    const item = this.open;
    this.open = null;
    if (item === null) return;
    const section = this.sections.all[item.section];
    if (section === undefined) return;
    if (item.max !== null) section.sum += item.max;
    for (const finished of finishItem(this.reader, this.columns, item, this.items.length)) {
      section.items.push(this.items.length);
      this.items.push(finished);
    }
  }
}

function joinName(name: string | null, text: string): string {
  return tidyName(`${name ?? ''}${text}`);
}
