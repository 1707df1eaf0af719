import type { SheetModel } from '../../excel-host/model/sheet';
import type { ExcelApiLevel } from '../../excel-host/node/officeJs';
import { openExcel } from '../excel/support';
import { gridOf } from './contractGrid';
import { at, seenInModel } from './seenInModel';
import { describeSheetContract } from './sheetContract';
import type { SeenRule, SheetFactory } from './sheetContract';

function ruleOf(model: SheetModel, address: string): SeenRule | null {
  const { row, column } = at(address);
  const validation = model.validations.get(`${row},${column}`);
  if (validation === undefined || validation.type === 'None') return null;
  const { list, decimal, custom } = validation.rule as {
    readonly list?: { readonly source: string };
    readonly decimal?: { readonly formula1: number; readonly formula2: number };
    readonly custom?: { readonly formula: string };
  };
  const { prompt, errorAlert } = validation;
  return {
    kind: list ? 'list' : decimal ? 'decimal' : 'custom',
    accepts:
      list?.source ??
      (decimal ? `${decimal.formula1}..${decimal.formula2}` : (custom?.formula ?? '').replace(/^=/, '')),
    promptTitle: prompt.title,
    prompt: prompt.message,
    refusalTitle: errorAlert?.title ?? '',
    refusal: errorAlert?.message ?? '',
  };
}

function createAt(level: ExcelApiLevel): SheetFactory {
  return async (book) => {
    const { host, sheet } = openExcel(book.sheets.map(gridOf), level);
    return {
      host,
      rule: async (name, address) => ruleOf(sheet(name), address),
      ...seenInModel(sheet),
    };
  };
}

describeSheetContract('the Excel host in Microsoft 365', createAt('latest'));
describeSheetContract('the Excel host in Excel 2021', createAt('1.14'));
describeSheetContract('the Excel host at ExcelApi 1.10', createAt('1.10'));
