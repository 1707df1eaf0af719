import Table from 'cli-table3';
import { createColors } from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { Severity } from '../../rubric/finding';
import type { Io } from '../io';

/** Colour functions that do nothing unless stdout is a terminal (and NO_COLOR is not set). */
export type Colors = ReturnType<typeof createColors>;

export function colorsFor({ stdout, env }: Io): Colors {
  return createColors(stdout.isTTY === true && !env['NO_COLOR']);
}

export function colorOf(severity: Severity | 'ok', colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, notice: colors.cyan, ok: colors.green }[severity];
}

/** Text from a workbook or a path as it may stand on a terminal: control and direction characters could act there. */
export function plain(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** Narrowest and widest a table is drawn; outside a terminal there is no width to ask for. */
const MIN_WIDTH = 60;
const MAX_WIDTH = 140;
const DEFAULT_WIDTH = 100;
/** Blanks that a table cell has left and right of its text. */
const PADDING = 2;

export interface ColumnSpec {
  readonly title: string;
  /** Fixed width in terminal columns; `share` splits what is left. */
  readonly width?: number;
  readonly share?: number;
  readonly align?: 'left' | 'right';
}

/**
 * A framed table within the terminal's width. Cells are broken by display width before they go in: the table package
 * breaks by character count and would drop Chinese characters.
 */
export function drawTable(
  io: Io,
  columns: readonly ColumnSpec[],
  rows: readonly (readonly string[])[],
): string {
  const widths = columnWidths(io, columns);
  const table = new Table({
    head: columns.map(({ title }) => title),
    colWidths: widths,
    colAligns: columns.map(({ align }) => align ?? 'left'),
    style: { head: [], border: [] },
  });
  const broken = (text: string, index: number) =>
    wrapAnsi(text, (widths[index] ?? MIN_WIDTH) - PADDING, { hard: true, trim: true });
  table.push(...rows.map((row) => row.map(broken)));
  return table.toString();
}

function columnWidths(io: Io, columns: readonly ColumnSpec[]): number[] {
  const total = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, io.stdout.columns ?? DEFAULT_WIDTH));
  const fixed = columns.reduce((sum, { width }) => sum + (width ?? 0) + 1, 1);
  const shares = columns.reduce((sum, { share }) => sum + (share ?? 0), 0);
  return columns.map(({ width, share }) => width ?? Math.floor(((total - fixed) * (share ?? 1)) / shares));
}
