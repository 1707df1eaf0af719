import type { CellRef } from '../../rubric/finding';
import { cellAddress } from '../../sheet/address';
import type { Rect } from '../../sheet/grid';
import { blocksOf, cellKey, tableOf } from '../blocks';
import type { CellInput } from '../cellInput';
import { HostError } from '../host';
import { rangeOf, tableFrom } from './blockValues';
import { attempt } from './etApi';
import type { EtWorksheet } from './etApi';

/** What a cell is to be given; null: it is left alone. */
export type EnteredCell = CellRef & { readonly input: CellInput | null };

/**
 * Enters inputs in blocks of neighbours and reads them back, for a write can fail without a word; a block that did not
 * take them is entered cell by cell.
 * @throws HostError when a cell does not hold its input even then
 * @returns what the cells' formulas are now, by cell
 */
export function enterCells(sheet: EtWorksheet, cells: readonly EnteredCell[]): ReadonlyMap<string, unknown> {
  const entered = cells.filter(({ input }) => input !== null);
  const inputs = new Map(entered.map((cell) => [cellKey(cell), cell.input]));
  const now = new Map<string, unknown>();
  for (const block of blocksOf(entered)) {
    const table = tableOf(block, (row, column) => inputs.get(cellKey({ row, column })) ?? '');
    const shown = enterBlock(sheet, block, table);
    tableOf(block, (row, column) => {
      const [down, right] = [row - block.top, column - block.left];
      const input = table[down]?.[right] ?? '';
      const seen = shown(down, right);
      const formula = took(seen, input) ? seen.formula : enterCell(sheet, { row, column }, input);
      now.set(cellKey({ row, column }), formula);
    });
  }
  return now;
}

/** A cell after a write, as ET shows it. */
interface Seen {
  readonly formula: unknown;
  readonly value: unknown;
}

function enterBlock(
  sheet: EtWorksheet,
  block: Rect,
  table: readonly (readonly CellInput[])[],
): (down: number, right: number) => Seen {
  const range = rangeOf(sheet, block);
  const isOne = block.top === block.bottom && block.left === block.right;
  attempt(() => {
    range.Formula = isOne ? table[0]?.[0] : table;
  });
  const formulas = tableFrom(sheet, block, range, 'Formula');
  const values = tableFrom(sheet, block, range, 'Value2');
  return (down, right) => ({ formula: formulas[down]?.[right], value: values[down]?.[right] });
}

function enterCell(sheet: EtWorksheet, cell: CellRef, input: CellInput): unknown {
  const range = sheet.Range(cellAddress(cell));
  range.Formula = input;
  const { Formula: formula, Value2: value } = range;
  if (took({ formula, value }, input)) return formula;
  // Under a merged area a cell can hold nothing.
  if (textOf(value) === '' && attempt(() => range.MergeCells) === true) return formula;
  throw new HostError('write-failed', { detail: cellAddress(cell) });
}

/** Whether a cell took the input: a formula may be written otherwise than it was given, and text is no number. */
function took({ formula, value }: Seen, input: CellInput): boolean {
  const shown = textOf(formula);
  // Text that looks like a formula is its own value; a formula may show just what was to be entered.
  const isFormula = shown.startsWith('=') && value !== formula;
  const wantsFormula = typeof input === 'string' && input.startsWith('=') && input.length > 1;
  // In a cell formatted as text, and there alone, a formula stays text.
  if (isFormula) return wantsFormula && plainFormula(shown) === plainFormula(input);
  if (value === input || typeof input !== 'string') return value === input;
  if (input === '') return textOf(value) === '' && shown === '';
  // An error comes as a number, and says in its formula which.
  return input.startsWith("'") ? value === input.slice(1) : input.startsWith('#') && shown === input;
}

function textOf(shown: unknown): string {
  return typeof shown === 'string' || typeof shown === 'number' || typeof shown === 'boolean'
    ? String(shown)
    : '';
}

/** Blanks, letter case and argument separators apart, which ET may write in its own way. */
function plainFormula(formula: string): string {
  return formula.replace(/\s+/g, '').replace(/;/g, ',').toUpperCase();
}
