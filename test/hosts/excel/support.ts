import { ExcelHost } from '../../../src/hosts/excel/excelHost';
import type { Grid } from '../../../src/sheet/grid';
import { EmulatedExcel } from '../../excel-host/emulatedExcel';
import { workbookFrom } from '../../excel-host/loadWorkbook';
import type { SheetModel } from '../../excel-host/model/sheet';
import type { WorkbookModel } from '../../excel-host/model/workbook';
import { officeJs } from '../../excel-host/node/officeJs';
import type { ExcelApiLevel } from '../../excel-host/node/officeJs';

interface OpenExcel {
  readonly excel: EmulatedExcel;
  readonly book: WorkbookModel;
  readonly host: ExcelHost;
  readonly sheet: (name: string) => SheetModel;
}

/** An emulated Excel with these sheets open, and the host under test on the real Office.js. */
export function openExcel(grids: readonly Grid[], level: ExcelApiLevel = 'latest'): OpenExcel {
  const book = workbookFrom({ fileName: '考核.xlsx', grids });
  const excel = new EmulatedExcel(book);
  const sheet = (name: string) => {
    const found = book.sheet(name);
    if (found === null) throw new Error(`No sheet ${name}`);
    return found;
  };
  return { excel, book, host: new ExcelHost(officeJs(excel, level)), sheet };
}
