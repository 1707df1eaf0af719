import type { CellRef } from '../../rubric/finding';
import { cellAddress } from '../../sheet/address';
import { blocksOf, cellKey, tableOf } from '../blocks';
import type { CellInput } from '../cellInput';
import { HostError } from '../host';
import { tableFrom } from './blockValues';
import { attempt } from './etApi';
import type { EtWorksheet } from './etApi';
import { Ranges, readingBlocks } from './ranges';

/** What a cell is to be given; null: it is left alone. */
export type EnteredCell = CellRef & { readonly input: CellInput | null };

/**
 * Enters inputs in blocks of neighbours and reads them back, for a write can fail without a word; a cell that did not
 * take its input is entered by itself.
 * @throws HostError when a cell does not hold its input even then
 * @returns what the cells' formulas are now, by cell
 */
export function enterCells(
  sheet: EtWorksheet,
  cells: readonly EnteredCell[],
  ranges = new Ranges(sheet),
): ReadonlyMap<string, unknown> {
  const inputs = new Map(
    cells.flatMap((cell) => (cell.input === null ? [] : [[cellKey(cell), cell.input] as const])),
  );
  const entered = cells.filter(({ input }) => input !== null);
  for (const block of blocksOf(entered)) {
    const table = tableOf(block, (row, column) => inputs.get(cellKey({ row, column })) ?? '');
    const isOne = block.top === block.bottom && block.left === block.right;
    attempt(() => {
      ranges.of(block).Formula = isOne ? table[0]?.[0] : table;
    });
  }
  const now = new Map<string, unknown>();
  for (const { block, cells: own } of readingBlocks(entered)) {
    const isMeant = (row: number, column: number) => inputs.has(cellKey({ row, column }));
    const range = ranges.of(block);
    const formulas = tableFrom(sheet, block, range, 'Formula', isMeant);
    const values = tableFrom(sheet, block, range, 'Value2', isMeant);
    for (const { row, column } of own) {
      const [down, right] = [row - block.top, column - block.left];
      const seen = { formula: formulas[down]?.[right], value: values[down]?.[right] };
      const input = inputs.get(cellKey({ row, column })) ?? '';
      now.set(
        cellKey({ row, column }),
        took(seen, input) ? seen.formula : enterCell(sheet, { row, column }, input),
      );
    }
  }
  return now;
}

/** A cell after a write, as ET shows it. */
interface Seen {
  readonly formula: unknown;
  readonly value: unknown;
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
