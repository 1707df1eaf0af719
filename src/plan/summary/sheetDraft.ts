import type { CellRef } from '../../rubric/finding';
import type { Rect } from '../../sheet/grid';
import type { BarChart, CellLook, SheetCell, SheetContent, SheetLink } from '../sheetContent';
import type { LiveFigure } from '../totalFormulas';
import { HEAD, INFO, NOTE, TITLE } from './looks';

/** Row of the column heads: below the title and the line that says who made it and when. */
const HEAD_ROW = 2;

/** First row of the body of every sheet of a summary. */
export const BODY_ROW = HEAD_ROW + 1;

/** Points that a line of 11 points takes, what a row has besides, and the highest a row can be. */
const LINE_HEIGHT = 15;
const ROW_MARGIN = 6;
const HIGHEST = 405;

/** What a cell holds that only has a look: one object for all of them. */
const NOTHING: SheetCell['content'] = { kind: 'format' };

/** Digits' widths that a character takes: a Chinese one is a little wider than two. */
const [WIDE, NARROW] = [2.1, 1.05];

/** Lines that a text takes in a column of this many digits' width. */
function linesOf(text: string, width: number): number {
  if (text.length * WIDE <= width - 0.5) return 1;
  let used = 0;
  for (let at = 0; at < text.length; at++) {
    used += text.charCodeAt(at) > 0x2e7f ? WIDE : NARROW;
    if (text.codePointAt(at)! > 0xffff) at += 1;
  }
  return Math.max(1, Math.ceil(used / (width - 0.5)));
}

/** Most links that a sheet holds in Excel is 65,530. */
const MOST_LINKS = 60_000;

export interface SheetFrame {
  readonly name: string;
  readonly title: string;
  readonly info: string;
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly footer: string;
}

/** A sheet of a summary as it grows, row by row and column by column: title, line of who and when, heads, body, notes. */
export class SheetDraft {
  readonly #cells: SheetCell[] = [];
  readonly #merges: Rect[] = [];
  readonly #links: SheetLink[] = [];
  readonly #charts: BarChart[] = [];
  readonly #heights = new Map<number, number>();
  readonly #frame: SheetFrame;

  constructor(frame: SheetFrame) {
    this.#frame = frame;
    this.text(0, 0, frame.title, TITLE);
    this.text(1, 0, frame.info, INFO);
    frame.heads.forEach((head, column) => this.text(HEAD_ROW, column, head, HEAD));
    this.#across(0);
    this.#across(1);
    this.#heights.set(0, 36).set(1, 22).set(HEAD_ROW, 34);
  }

  text(row: number, column: number, value: string, look: CellLook): void {
    if (row >= BODY_ROW) this.#fit(row, value, this.#frame.widths[column] ?? 10);
    this.#cells.push({
      row,
      column,
      content: value === '' ? NOTHING : { kind: 'value', value },
      look,
    });
  }

  /** A number; a cell with only its look where there is none. */
  number(row: number, column: number, value: number | null, look: CellLook): void {
    const isNumber = value !== null && Number.isFinite(value);
    this.#cells.push({
      row,
      column,
      content: isNumber ? { kind: 'value', value } : NOTHING,
      look,
    });
  }

  figure(row: number, column: number, { formula, cached }: LiveFigure, look: CellLook): void {
    this.#cells.push({ row, column, content: { kind: 'formula', formula, cached }, look });
  }

  link(cell: CellRef, to: SheetLink['to'], tip: string): void {
    if (this.#links.length < MOST_LINKS) this.#links.push({ row: cell.row, column: cell.column, to, tip });
  }

  /** A line of words across all columns. */
  note(row: number, text: string, height: number): void {
    this.#cells.push({ row, column: 0, content: { kind: 'value', value: text }, look: NOTE });
    this.#across(row);
    this.#heights.set(row, height);
  }

  chart(chart: BarChart): void {
    this.#charts.push(chart);
  }

  finish(): SheetContent {
    const { name, widths, footer } = this.#frame;
    return {
      name,
      cells: this.#cells,
      merges: this.#merges,
      widths,
      heights: this.#heights,
      links: this.#links,
      validations: [],
      frozen: { row: BODY_ROW, column: 2 },
      isProtected: false,
      page: {
        landscape: true,
        titleRows: { from: 0, to: HEAD_ROW },
        fitWidth: true,
        header: '',
        footer,
      },
      charts: this.#charts,
    };
  }

  /** Rows are made high enough for their text here: not every program does so when it opens a file. */
  #fit(row: number, text: string, width: number): void {
    const lines = text.includes('\n')
      ? text.split('\n').reduce((sum, line) => sum + linesOf(line, width), 0)
      : linesOf(text, width);
    const height = Math.min(HIGHEST, lines * LINE_HEIGHT + ROW_MARGIN);
    if (height > (this.#heights.get(row) ?? 0)) this.#heights.set(row, height);
  }

  #across(row: number): void {
    const right = this.#frame.heads.length - 1;
    this.#merges.push({ top: row, left: 0, bottom: row, right });
  }
}
