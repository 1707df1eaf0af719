import { parseCell } from '../../../src/sheet/address';
import type { Grid } from '../../../src/sheet/grid';
import { gridFromRows } from '../../../src/sheet/gridFromRows';
import type { CellInput } from '../../../src/sheet/gridFromRows';
import type { ContractBook } from './hostContract';

/** A sheet of the contract's workbook as a grid, for hosts whose spreadsheet is emulated. */
export function gridOf({ name, cells, merges }: ContractBook['sheets'][number]): Grid {
  const rows: CellInput[][] = [];
  for (const [address, value] of Object.entries(cells)) {
    const cell = parseCell(address);
    if (cell === null) throw new Error(`No address: ${address}`);
    (rows[cell.row] ??= [])[cell.column] = value;
  }
  const dense = Array.from(rows, (row) => Array.from(row ?? [], (value) => value ?? null));
  return gridFromRows(name, dense, { merges: merges ?? [] });
}
