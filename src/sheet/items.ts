import type { BodyLine } from './bodyLines';
import type { Columns } from './columns';
import type { GridReader } from './gridReader';
import { hasOrdinal, isBonusWord, pointsFromText } from './numbers';
import { isRuleText } from './ruleText';
import { headingRow, looksLikeHeading } from './headings';
import type { HeadingText } from './headings';
import { finishItem, isScoredRow } from './itemCells';
import type { OpenItem } from './itemCells';
import { withoutEmptySections } from './itemsReading';
import type { ItemsReading, MetTotal } from './itemsReading';
import { nameGoesOn } from './sectionName';
import { readScoreCell } from './scoreCell';
import { finishSection, isBonusSection, SectionList } from './sections';
import type { TableItem } from './table';
import { compact, tidyName } from './text';

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
      else {
        const heading = headingRow(this.reader, this.columns, this.lines, index);
        if (heading === null) this.meetRow(line.row, index);
        else this.meetHeadingRow(line, heading);
      }
    });
    this.close();
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
    const inside = this.isCovered(row, this.criterionColumn);
    if (column === section && !alone.wide && (inside || this.isRestOfName(text, row, index))) {
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
      return first && (this.open === null || !this.isUnfinished(this.open)) && looksLikeHeading(text);
    }
    if (column === this.columns.name) return hasOrdinal(text) || this.open === null;
    return first && looksLikeHeading(text);
  }

  private isUnfinished(item: OpenItem): boolean {
    return !/[。；;！!？?]["”’）)]*\s*$/.test(item.paragraphs[item.paragraphs.length - 1]?.text ?? '');
  }

  /**
   * Whether a text below a section's name is the rest of that name: inside the section's own merge or an item's, or by
   * its words; where these leave it open, when nothing of its own comes under it.
   */
  private isRestOfName(text: string, row: number, index: number): boolean {
    const { section, points } = this.columns;
    if (section === undefined || !this.sections.hasOpen) return false;
    if (this.isInside(row, text)) return true;
    if (this.open === null || this.open.section !== this.sections.index) return false;
    const words = nameGoesOn(this.sections.current.heading, text);
    if (words !== null) return words === 'rest';
    if (compact(text).length > 12 || !looksLikeHeading(text)) return false;
    const next = this.nextContent(index);
    if (next === undefined || (points !== undefined && this.sections.current.saysBonus)) return true;
    if (this.reader.text(next.row, section) !== '')
      return !(next.alone !== null && this.isShortOfPoints() === false);
    return this.isShortOfPoints() === true;
  }

  /**
   * Whether the row is a part of the open item or section: under a merge of the item's rule or maximum, or, where the
   * words allow it and names are not merged themselves, of the section's points or all of the item's scores.
   */
  private isInside(row: number, text: string): boolean {
    const { section, points, max } = this.columns;
    if (this.isCovered(row, this.criterionColumn) || (max !== undefined && this.isCovered(row, max)))
      return true;
    const { nameCell, heading } = this.sections.current;
    if (nameCell === null || nameGoesOn(heading, text) === 'own') return false;
    if (section !== undefined && (this.reader.merge(nameCell.row, section)?.bottom ?? 0) > nameCell.row)
      return false;
    const top = points === undefined ? row : (this.reader.merge(row, points)?.top ?? row);
    return (top < row && top >= nameCell.row) || this.sharesScores(row);
  }

  private nextContent(index: number): BodyLine | undefined {
    for (let next = index + 1; next < this.lines.length; next++) {
      if (this.lines[next]?.kind === 'content') return this.lines[next];
    }
    return undefined;
  }

  /** Whether the open section's items do not yet make up its points; null when that cannot be told. */
  private isShortOfPoints(): boolean | null {
    const section = this.sections.current;
    if (section.points === null || !section.hasMax) return null;
    const sum = section.sum + (this.open?.max ?? 0);
    return sum < section.points - 1e-9;
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
    const pointsText = this.columns.points === undefined ? '' : this.reader.text(row, this.columns.points);
    const same = this.sections.hasOpen && compact(text) === compact(this.sections.current.heading);
    if (!same && pointsText === '' && this.sections.hasOpen) {
      if (this.sections.hasPiece(text)) return;
      if (
        this.goesOnBesideRule(row, text) ||
        (this.ruleAt(row) === '' && this.isRestOfName(text, row, index))
      )
        return this.sections.append(tidyName(text));
    }
    if (!same) this.close();
    this.sections.begin(text, { row, column }, pointsFromText(pointsText));
  }

  /** 基础 / 工作 beside two items of one section, or beside two paragraphs of one rule. */
  private goesOnBesideRule(row: number, text: string): boolean {
    if (this.isInside(row, text)) return true;
    const words = nameGoesOn(this.sections.current.heading, text);
    if (words !== null) return words === 'rest';
    // The section's points are not used up by the items so far.
    return this.columns.points !== undefined && this.isShortOfPoints() === true && compact(text).length <= 6;
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
    const scoredAgain = this.scoreColumns.some(
      (column) =>
        isScoredRow(this.reader, row, column) &&
        this.rowsOf(open).some((other) => isScoredRow(this.reader, other, column)),
    );
    if (isBonusSection(this.sections.current) || max === undefined) {
      if (scoredAgain) return true;
      if (this.goesOn(open, rule)) return false;
      if (this.mergesDown && this.scoreColumns.length > 0) return true;
      const saidAlready = open.paragraphs.some((paragraph) => isRuleText(paragraph.text));
      return !this.isUnfinished(open) || (saidAlready && isRuleText(rule));
    }
    if (this.isCovered(row, max)) return false;
    if (number !== undefined && this.reader.text(row, number) !== '') return true;
    if (scoredAgain) return true;
    return this.mergesDown && !this.isUnfinished(open);
  }

  /** Whether a paragraph only goes on with the rule before: that one stops in its middle, or this one refers to it. */
  private goesOn(item: OpenItem, rule: string): boolean {
    const last = compact(item.paragraphs[item.paragraphs.length - 1]?.text ?? '');
    const next = compact(rule);
    if (/[,、:(和与及或的]$/.test(last)) return true;
    // Half of what the ladder before it gives.
    if (/减半/.test(next) && !/\d分/.test(next)) return true;
    return /^(?:其中|同时|以上|上述|此项|该项|本项|同一|累计|最高|最多|不重复|封顶|并|且|和|及|或)/.test(
      next,
    );
  }

  private hasName(row: number): boolean {
    return this.columns.name !== undefined && this.reader.text(row, this.columns.name) !== '';
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
