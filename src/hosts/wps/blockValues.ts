import { cellAddress, rectAddress } from '../../sheet/address';
import type { CellError, CellValue, Rect } from '../../sheet/grid';
import { tableOf } from '../blocks';
import { formulaIn } from '../cellInput';
import type { CellBefore } from '../cellInput';
import type { EtRange, EtWorksheet } from './etApi';

/** Error values come as these numbers: left alone, a sum over them would go to minus two billion. */
export const ERRORS: ReadonlyMap<number, string> = new Map([
  [-2146826288, '#NULL!'],
  [-2146826281, '#DIV/0!'],
  [-2146826273, '#VALUE!'],
  [-2146826265, '#REF!'],
  [-2146826259, '#NAME?'],
  [-2146826252, '#NUM!'],
  [-2146826246, '#N/A'],
]);

/** Values and formulas of a block, row by row, in one shape whatever the build gives. */
export interface BlockContent {
  readonly block: Rect;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

/** Reads a block: its values, and its formulas unless it is blank. */
export function readBlock(sheet: EtWorksheet, block: Rect, range: EtRange): BlockContent {
  const values = tableFrom(sheet, block, range, 'Value2');
  const isBlank = values.every((row) => row.every((value) => value === null || value === undefined));
  return { block, values, formulas: isBlank ? [] : tableFrom(sheet, block, range, 'Formula') };
}

/**
 * One property of a block as rows of cells. Where a build gives no array, each cell is asked by itself.
 * @param isMeant cells that are not need not be asked
 */
export function tableFrom(
  sheet: EtWorksheet,
  block: Rect,
  range: EtRange,
  property: 'Value2' | 'Formula',
  isMeant: (row: number, column: number) => boolean = () => true,
): readonly (readonly unknown[])[] {
  const high = block.bottom - block.top + 1;
  const wide = block.right - block.left + 1;
  return (
    inShape(range[property], high, wide) ??
    tableOf(block, (row, column) =>
      isMeant(row, column) ? sheet.Range(cellAddress({ row, column }))[property] : undefined,
    )
  );
}

/** A scalar for one cell, nested arrays for several, or a plain array for one row or column; null: none of these. */
function inShape(given: unknown, high: number, wide: number): readonly (readonly unknown[])[] | null {
  if (!isList(given)) return high * wide === 1 ? [[given]] : null;
  const rows = Array.from(given);
  if (rows.length === high && rows.every((row) => isList(row) && row.length === wide)) {
    return rows.map((row) => Array.from(row as ArrayLike<unknown>));
  }
  const isFlat = (high === 1 || wide === 1) && rows.length === high * wide && !rows.some(isList);
  if (!isFlat) return null;
  return high === 1 ? [rows] : rows.map((value) => [value]);
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return (
    typeof value === 'object' && value !== null && typeof (value as { length?: unknown }).length === 'number'
  );
}

/** A cell as it stands, in the terms that host adapters share. */
export function cellBefore(value: unknown, formula: unknown): CellBefore {
  const error = errorOf(value, formula);
  if (error !== null) {
    return { formula: formula ?? error.error, value: error.error, type: 'Error' };
  }
  if (value === null || value === undefined || value === '') {
    return {
      formula: typeof formula === 'string' ? formula : '',
      value: '',
      type: typeof formula === 'string' && formula.startsWith('=') ? 'String' : 'Empty',
    };
  }
  const isFormula = typeof formula === 'string' && formula.startsWith('=');
  // A constant's Formula is its text on some builds, on others the value itself.
  if (typeof value === 'number' || typeof value === 'boolean') {
    return {
      formula: isFormula ? formula : value,
      value,
      type: typeof value === 'number' ? 'Double' : 'Boolean',
    };
  }
  const text = typeof value === 'string' ? value : '';
  return { formula: isFormula ? formula : text, value: text, type: 'String' };
}

/** The cell as the core knows it; null: nothing in it. */
export function cellContent(
  value: unknown,
  formula: unknown,
): { value: CellValue; formula: string | null } | null {
  const before = cellBefore(value, formula);
  const source = formulaIn(before.formula, before.value);
  if (source === null && before.type === 'Empty') return null;
  if (before.type === 'Error') return { value: { error: String(before.value) }, formula: source };
  return {
    value: before.value === '' && source === null ? null : (before.value as CellValue),
    formula: source,
  };
}

/** An error's number may be a number that somebody typed: then it stands in the formula as such. */
function errorOf(value: unknown, formula: unknown): CellError | null {
  const error = typeof value === 'number' ? ERRORS.get(value) : undefined;
  if (error === undefined) return null;
  return formula === value || formula === String(value) ? null : { error };
}

/** A range by its block. */
export function rangeOf(sheet: EtWorksheet, block: Rect): EtRange {
  return sheet.Range(rectAddress(block));
}
