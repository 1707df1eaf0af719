import type { CellRef } from '../rubric/finding';
import type { BodyLine } from './bodyLines';
import type { Columns } from './columns';
import type { GridReader } from './gridReader';
import { hasOrdinal, isBonusWord, pointsFromText } from './numbers';
import { isRuleText } from './columnContent';
import { readScoreCell } from './scoreCell';
import { finishSection, isBonusSection, SectionList } from './sections';
import type { ScoreCell, TableItem, TableSection } from './table';
import { compact, tidyName } from './text';

/** A total row as met on the way down; its kind is settled when the whole table is known. */
export interface MetTotal {
  readonly line: BodyLine;
  /** Index of the section above it, null when none. */
  readonly section: number | null;
  /** Number of items above it. */
  readonly itemsAbove: number;
}

export interface ItemsReading {
  readonly sections: readonly TableSection[];
  readonly items: readonly TableItem[];
  readonly totals: readonly MetTotal[];
}

interface OpenItem {
  readonly section: number;
  readonly row: number;
  lastRow: number;
  max: number | null;
  readonly maxCell: CellRef | null;
  readonly paragraphs: { readonly row: number; readonly text: string }[];
  criterionCell: CellRef;
  name: string | null;
}

/** Groups the rows of a table into sections and items. */
export function readItems(
  reader: GridReader,
  columns: Columns,
  lines: readonly BodyLine[],
  left: number,
): ItemsReading {
  return new ItemReader(reader, columns, lines, left).read();
}

class ItemReader {
  private readonly sections = new SectionList();
  private readonly items: TableItem[] = [];
  private readonly totals: MetTotal[] = [];
  private open: OpenItem | null = null;
  private carriedName: { section: number; text: string } | null = null;
  private readonly criterionColumn: number;
  private readonly scoreColumns: readonly number[];
  private readonly mergesDown: boolean;

  constructor(
    private readonly reader: GridReader,
    private readonly columns: Columns,
    private readonly lines: readonly BodyLine[],
    private readonly left: number,
  ) {
    this.criterionColumn = columns.criterion ?? columns.name ?? columns.section ?? 0;
    this.scoreColumns = [columns.self, columns.review].filter((column) => column !== undefined);
    const top = lines[0]?.row ?? 0;
    const bottom = lines[lines.length - 1]?.row ?? 0;
    this.mergesDown = (reader.grid.merges ?? []).some(
      (merge) => merge.bottom > merge.top && merge.top >= top && merge.bottom <= bottom,
    );
  }

  read(): ItemsReading {
    this.lines.forEach((line, index) => {
      if (line.kind === 'total') this.meetTotal(line);
      else if (line.alone !== null) this.meetLoneText(line, line.alone, index);
      else if (this.isHeadingRow(index)) this.meetHeadingRow(line);
      else this.meetRow(line.row, index);
    });
    this.close();
    return { sections: this.sections.all.map(finishSection), items: this.items, totals: this.totals };
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
    const inside = this.isCovered(row, this.criterionColumn);
    if (column === section && (inside || this.isRestOfName(text, index))) {
      this.sections.append(tidyName(text));
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
      return first && (this.open === null || !this.isUnfinished(this.open)) && looksLikeHeading(text);
    }
    if (column === this.columns.name) return hasOrdinal(text) || this.open === null;
    return first && looksLikeHeading(text);
  }

  private isUnfinished(item: OpenItem): boolean {
    return !/[。；;！!？?]["”’）)]*\s*$/.test(item.paragraphs[item.paragraphs.length - 1]?.text ?? '');
  }

  /** Whether a text below a section's name is the rest of that name: nothing of its own comes under it. */
  private isRestOfName(text: string, index: number): boolean {
    const section = this.columns.section;
    if (this.open === null || section === undefined || hasOrdinal(text) || isBonusWord(text)) return false;
    if (this.sections.current.items.length === 0 && this.open.section !== this.sections.index) return false;
    const next = this.lines.slice(index + 1).find((line) => line.kind === 'content');
    if (next === undefined) return true;
    if (this.reader.text(next.row, section) !== '')
      return !(next.alone !== null && this.isShortOfPoints() === false);
    return this.isShortOfPoints() === true;
  }

  /** Whether the open section's items do not yet make up its points; null when that cannot be told. */
  private isShortOfPoints(): boolean | null {
    const section = this.sections.current;
    if (section.points === null || !section.hasMax) return null;
    const sum = section.sum + (this.open?.max ?? 0);
    return sum < section.points - 1e-9;
  }

  /** 一 | 组织领导 | 20 | : a heading that fills a row of its own, its points in the items' column. */
  private isHeadingRow(index: number): boolean {
    const line = this.lines[index];
    const { max, number, section, name, criterion } = this.columns;
    if (line === undefined || criterion === undefined) return false;
    const { row } = line;
    const reader = this.reader;
    if (reader.text(row, criterion) !== '' || this.isCovered(row, criterion)) return false;
    const heading = this.headingOf(row);
    if (heading === null) return false;
    const points = max === undefined ? null : pointsFromText(reader.text(row, max));
    const ordinal =
      number !== undefined &&
      /^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.]?$/.test(reader.word(row, number));
    if (ordinal || hasChineseOrdinal(heading.text)) return true;
    if (points === null || (section !== undefined && name !== undefined && reader.text(row, name) !== ''))
      return false;
    return this.sumBelow(index) === points;
  }

  private headingOf(row: number): { text: string; column: number } | null {
    const { section, name, number } = this.columns;
    for (const column of [section, name, number]) {
      if (column === undefined) continue;
      const text = this.reader.text(row, column);
      if (text !== '' && !/^[\d.、（）()一二三四五六七八九十]+$/.test(compact(text))) return { text, column };
    }
    return null;
  }

  private sumBelow(index: number): number | null {
    const { max, criterion } = this.columns;
    if (max === undefined || criterion === undefined) return null;
    let sum = 0;
    let count = 0;
    for (const line of this.lines.slice(index + 1, index + 200)) {
      if (line.kind === 'total' || line.alone !== null) break;
      const points = pointsFromText(this.reader.text(line.row, max));
      if (
        points !== null &&
        this.reader.text(line.row, criterion) === '' &&
        !this.isCovered(line.row, criterion)
      )
        break;
      if (points === null) continue;
      sum += points;
      count++;
    }
    return count < 2 ? null : Math.round(sum * 1e6) / 1e6;
  }

  private meetHeadingRow(line: BodyLine): void {
    this.close();
    const heading = this.headingOf(line.row);
    if (heading === null) return;
    const { max } = this.columns;
    const points = max === undefined ? null : pointsFromText(this.reader.text(line.row, max));
    this.sections.begin(heading.text, { row: line.row, column: heading.column }, points);
    this.meetPoints(line.row);
    if (points !== null && max !== undefined) this.sections.setPoints(points, { row: line.row, column: max });
    else if (max !== undefined && isBonusWord(this.reader.text(line.row, max)))
      this.sections.current.saysBonus = true;
    const scored = this.scoreColumns.some(
      (column) => readScoreCell(this.reader, line.row, column).state !== 'blank',
    );
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
    const text = section === undefined || section === this.criterionColumn ? '' : reader.text(row, section);
    if (text !== '' && section !== undefined) this.meetSectionName(row, section, text, index);
    this.meetPoints(row);
    const rule = this.ruleAt(row);
    const maxText = max === undefined ? '' : reader.text(row, max);
    const points = pointsFromText(maxText);
    if (points === null && maxText !== '' && isBonusWord(maxText)) this.sections.current.saysBonus = true;
    if (this.open !== null && points !== null && this.sharesScores(row)) {
      this.open.max = (this.open.max ?? 0) + points;
      this.continueItem(row, rule);
    } else if (this.startsItem(row, rule, maxText, points)) this.startItem(row, rule, points);
    else if (this.open !== null) this.continueItem(row, rule);
  }

  private meetSectionName(row: number, column: number, text: string, index: number): void {
    const points =
      this.columns.points === undefined ? null : pointsFromText(this.reader.text(row, this.columns.points));
    const pointless =
      points === null &&
      this.columns.points !== undefined &&
      this.reader.text(row, this.columns.points) === '';
    const same = this.sections.hasOpen && compact(text) === compact(this.sections.current.heading);
    if (!same && pointless && this.isShortOfPoints() === true && !hasOrdinal(text) && !isBonusWord(text)) {
      // 基础 / 工作 beside two items of one section: the points of the first are not used up yet.
      if (compact(text).length <= 6 || this.ruleAt(row) === '') return this.sections.append(tidyName(text));
    }
    if (this.ruleAt(row) === '' && !same && this.isRestOfName(text, index) && points === null) {
      return this.sections.append(tidyName(text));
    }
    if (!same) this.close();
    this.sections.begin(text, { row, column }, points);
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

  /** The rule of a row; under a merged rule that several items share, the shared one. */
  private ruleAt(row: number): string {
    const own = this.reader.text(row, this.criterionColumn);
    if (own !== '' || !this.reader.coveredFromAbove(row, this.criterionColumn)) return own;
    const { max } = this.columns;
    const hasOwnMax = max !== undefined && pointsFromText(this.reader.text(row, max)) !== null;
    const at = this.reader.anchor(row, this.criterionColumn);
    return hasOwnMax && !this.sharesScores(row) ? this.reader.text(at.row, at.column) : '';
  }

  private startsItem(row: number, rule: string, maxText: string, points: number | null): boolean {
    if (points !== null) return rule !== '' || this.hasName(row) || this.open === null;
    if (rule === '') return false;
    if (maxText !== '') return true;
    const open = this.open;
    if (open === null || open.section !== this.sections.index) return true;
    if (this.sharesScores(row)) return false;
    const { max, number } = this.columns;
    const section = this.sections.current;
    const unfinished = !/[。；;！!？?]["”’）)]*\s*$/.test(
      open.paragraphs[open.paragraphs.length - 1]?.text ?? '',
    );
    const scoredAgain = this.scoreColumns.some(
      (column) =>
        this.isScored(row, column) && this.rowsOf(open).some((other) => this.isScored(other, column)),
    );
    const maxCovered = max !== undefined && this.isCovered(row, max);
    if (isBonusSection(section) || max === undefined) {
      if (scoredAgain || (this.mergesDown && this.scoreColumns.length > 0)) return true;
      return !unfinished;
    }
    if (maxCovered) return false;
    if (number !== undefined && this.reader.text(row, number) !== '') return true;
    if (scoredAgain) return true;
    return this.mergesDown && !unfinished;
  }

  private hasName(row: number): boolean {
    return this.columns.name !== undefined && this.reader.text(row, this.columns.name) !== '';
  }

  private isScored(row: number, column: number): boolean {
    if (this.reader.coveredFromAbove(row, column)) return false;
    return readScoreCell(this.reader, row, column).state !== 'blank';
  }

  private rowsOf(item: OpenItem): number[] {
    return item.paragraphs.map((paragraph) => paragraph.row);
  }

  /** Whether the cell lies under a merge that began in the open item. */
  private isCovered(row: number, column: number): boolean {
    if (this.open === null) return false;
    const top = this.reader.merge(row, column)?.top ?? row;
    return top < row && top >= this.open.row;
  }

  /** Whether every score of the row is one with the open item's: the row is a part of that item. */
  private sharesScores(row: number): boolean {
    return this.scoreColumns.length > 0 && this.scoreColumns.every((column) => this.isCovered(row, column));
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
    if (row === item.row || !this.hasName(row) || this.columns.name === undefined) return;
    item.name = joinName(item.name, this.reader.text(row, this.columns.name));
  }

  /** Ends the open item. Where several of its rows carry a score of their own, each is an item under the shared maximum. */
  private close(): void {
    const item = this.open;
    this.open = null;
    if (item === null) return;
    const section = this.sections.all[item.section];
    if (section !== undefined && item.max !== null) section.sum += item.max;
    const starts = item.paragraphs
      .map((paragraph) => paragraph.row)
      .filter(
        (row, position) => position === 0 || this.scoreColumns.some((column) => this.isScored(row, column)),
      );
    const several = this.scoreColumns.some(
      (column) => starts.filter((row) => this.isScored(row, column)).length > 1,
    );
    const first = this.items.length;
    const tops = several ? starts : [item.row];
    tops.forEach((top, position) => {
      const next = tops[position + 1];
      const last = next === undefined ? item.lastRow : next - 1;
      const paragraphs = item.paragraphs.filter((one) => one.row >= top && one.row <= last);
      const criterionCell = position === 0 ? item.criterionCell : { row: top, column: this.criterionColumn };
      section?.items.push(this.items.length);
      this.items.push({
        section: item.section,
        row: top,
        lastRow: last,
        max: section !== undefined && isBonusSection(section) ? null : item.max,
        maxCell: item.maxCell,
        criterion: paragraphs.map((one) => one.text.trim()).join('\n') || (item.name ?? ''),
        criterionCell,
        name: item.name,
        self: this.scoreOf(this.columns.self, top, last),
        review: this.scoreOf(this.columns.review, top, last),
        reason: this.reasonOf(top, last),
        ...(position === 0 ? {} : { sharesMaxWith: first }),
      });
    });
  }

  private scoreOf(column: number | undefined, top: number, last: number): ScoreCell | null {
    if (column === undefined) return null;
    const area = this.reader.merge(top, column);
    if (area !== null && (area.top < top || area.left < column)) return null;
    for (let row = top; row <= Math.min(last, top + 200); row++) {
      if (this.isScored(row, column)) return readScoreCell(this.reader, row, column);
    }
    return readScoreCell(this.reader, top, column);
  }

  private reasonOf(top: number, last: number): TableItem['reason'] {
    const column = this.columns.reason;
    if (column === undefined) return null;
    const at = this.reader.anchor(top, column);
    const texts: string[] = [];
    for (let row = at.row; row <= Math.min(last, top + 200); row++) {
      const text = this.reader.text(row, column);
      if (text !== '') texts.push(text);
    }
    return { ...at, text: texts.join('\n') };
  }
}

function hasChineseOrdinal(text: string): boolean {
  return /^\s*(?:第?[一二三四五六七八九十]{1,3}(?:部分|项|类)?\s*[、.．]|[(（][一二三四五六七八九十]{1,3}[)）])/.test(
    text,
  );
}

/** A few words without a full stop and without points to give: 二、管理工作（45分）, not a rule. */
function looksLikeHeading(text: string): boolean {
  const plain = compact(text);
  if (/[。；;，,]/.test(plain) || plain.length > 30) return false;
  return !isRuleText(plain.replace(/[(（][^()（）]*[)）]/g, '').replace(/[\d.]+分$/, ''));
}

function joinName(name: string | null, text: string): string {
  return tidyName(`${name ?? ''}${text}`);
}
