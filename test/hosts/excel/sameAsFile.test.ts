import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { validateAndTotal } from '../../../src/app/validateAndTotal';
import type { WorkbookHost } from '../../../src/hosts/host';
import { ExcelHost } from '../../../src/hosts/excel/excelHost';
import { openFileHost } from '../../../src/hosts/file/fileHost';
import { EmulatedExcel } from '../../excel-host/emulatedExcel';
import { workbookFrom } from '../../excel-host/loadWorkbook';
import { officeJs } from '../../excel-host/node/officeJs';

const SAMPLES = join(__dirname, '..', '..', '..', 'assets', 'samples');

async function openFile(name: string) {
  const opened = await openFileHost(new Uint8Array(readFileSync(join(SAMPLES, name))), name);
  if (!opened.ok) throw new Error(`${name} cannot be read`);
  return opened.host;
}

/** Findings and totals, and the values and formulas of every sheet after the write. */
async function outcome(host: WorkbookHost) {
  const { checked, plan } = await validateAndTotal(host, { language: 'zh-CN' });
  const { grids } = await host.read();
  return {
    findings: [...checked.findings, ...checked.tables.flatMap(({ findings }) => findings)],
    totals: checked.tables.map(({ totals }) => totals),
    plan,
    rows: grids.map(({ name, rows }) => ({ name, rows })),
  };
}

it.each(readdirSync(SAMPLES).filter((name) => name.endsWith('.xlsx')))(
  '%s: the same findings and the same workbook out of Excel as out of the file',
  async (name) => {
    const file = await openFile(name);
    const excel = new EmulatedExcel(workbookFrom(await file.read()));
    const inExcel = await outcome(new ExcelHost(officeJs(excel)));
    expect(inExcel).toEqual(await outcome(file));
  },
);
