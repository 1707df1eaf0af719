import type { ICellData, Nullable, Workbook, Worksheet } from '@univerjs/core';
import type { FormulaDataModel, ISetFormulaCalculationResultMutation } from '@univerjs/engine-formula';
import type { ISetRangeValuesMutationParams } from '@univerjs/sheets';
import type { TypedEdit } from '../typedEdits';
import { isNoResult, valueOf } from './typedCells';

type Matrix = Readonly<Record<string, Readonly<Record<string, Nullable<ICellData>>> | undefined>>;

/** Reads from the component what was changed in it. */
export class HeardEdits {
  constructor(
    private readonly formulas: () => FormulaDataModel,
    private readonly nameOf: (sheetId: string) => string | undefined,
  ) {}

  /** The cells of a change, as they stand after it. */
  typed(book: Workbook, { subUnitId, cellValue }: ISetRangeValuesMutationParams): TypedEdit[] {
    const worksheet = book.getSheetBySheetId(subUnitId);
    const sheet = this.nameOf(subUnitId);
    if (!worksheet || sheet === undefined) return [];
    return cellsOf(cellValue as Matrix | undefined).map(({ row, column }) => {
      const cell = worksheet.getCellRaw(row, column);
      const formula = this.#formulaAt(worksheet, cell, row, column);
      return { sheet, row, column, formula, value: formula === null ? valueOf(cell, false) : null };
    });
  }

  /** What formulas give now. What the component cannot compute is left out: the file's own result is better than none. */
  results(book: Workbook, { unitData }: ISetFormulaCalculationResultMutation): TypedEdit[] {
    return Object.entries(unitData[book.getUnitId()] ?? {}).flatMap(([id, rows]) => {
      const worksheet = book.getSheetBySheetId(id);
      const sheet = this.nameOf(id);
      if (!worksheet || sheet === undefined) return [];
      return cellsOf(rows as Matrix).flatMap(({ row, column, cell }) => {
        const value = valueOf(cell, true);
        const formula = this.#formulaAt(worksheet, worksheet.getCellRaw(row, column), row, column);
        return formula === null || isNoResult(value) ? [] : [{ sheet, row, column, formula, value }];
      });
    });
  }

  #formulaAt(worksheet: Worksheet, cell: Nullable<ICellData>, row: number, column: number): string | null {
    if (!cell?.f && !cell?.si) return null;
    // A formula that was filled down is kept once and spelt out by the model.
    const spelt = this.formulas().getFormulaStringByCell(
      row,
      column,
      worksheet.getSheetId(),
      worksheet.getUnitId(),
    );
    const text = spelt ?? cell.f ?? '';
    return text === '' ? null : text.replace(/^=/, '');
  }
}

function cellsOf(matrix: Matrix | undefined) {
  return Object.entries(matrix ?? {}).flatMap(([row, cells]) =>
    Object.entries(cells ?? {}).map(([column, cell]) => ({ row: Number(row), column: Number(column), cell })),
  );
}
