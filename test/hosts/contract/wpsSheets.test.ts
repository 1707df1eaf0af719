import type { Validation } from '../../excel-host/model/cell';
import type { SheetModel } from '../../excel-host/model/sheet';
import { openEt } from '../wps/support';
import type { Build } from '../wps/support';
import { gridOf } from './contractGrid';
import { at, seenInModel } from './seenInModel';
import { describeSheetContract } from './sheetContract';
import type { SeenRule, SheetFactory } from './sheetContract';

function ruleOf(model: SheetModel, address: string): SeenRule | null {
  const { row, column } = at(address);
  const validation = model.validations.get(`${row},${column}`);
  if (validation === undefined) return null;
  const { first, second } = validation.rule as { readonly first: string; readonly second: string | null };
  const words: Validation['prompt'] & { errorTitle?: string; errorMessage?: string } = validation.prompt;
  return {
    kind: validation.type.toLowerCase() as SeenRule['kind'],
    accepts: second === null ? first.replace(/^=/, '') : `${first}..${second}`,
    promptTitle: words.title,
    prompt: words.message,
    refusalTitle: words.errorTitle ?? '',
    refusal: words.errorMessage ?? '',
  };
}

function createIn(build: Build): SheetFactory {
  return async (book) => {
    const { host, sheet } = openEt(book.sheets.map(gridOf), build);
    return {
      host,
      rule: async (name, address) => ruleOf(sheet(name), address),
      ...seenInModel(sheet),
    };
  };
}

describeSheetContract('the WPS host in a current build', createIn('a current build'));
describeSheetContract('the WPS host in a build without arrays', createIn('a build without arrays'));
