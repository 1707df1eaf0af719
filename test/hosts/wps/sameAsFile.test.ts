import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { validateAndTotal } from '../../../src/app/validateAndTotal';
import type { WorkbookHost } from '../../../src/hosts/host';
import { openFileHost } from '../../../src/hosts/file/fileHost';
import { noteBlockOf, severityOfSignature } from '../../../src/plan/marks';
import { rectAddress } from '../../../src/sheet/address';
import { workbookFrom } from '../../excel-host/loadWorkbook';
import type { SheetModel } from '../../excel-host/model/sheet';
import { EmulatedEt } from '../../wps-host/emulatedEt';
import { BUILDS, WHOLE_BUILDS, hostOf } from './support';

const SAMPLES = join(__dirname, '..', '..', '..', 'assets', 'samples');
const NAMES = readdirSync(SAMPLES).filter((name) => name.endsWith('.xlsx'));

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
    rows: grids.map(({ name, rows, merges, hiddenRows, hiddenColumns }) => ({
      name,
      rows,
      merges: (merges ?? []).map(rectAddress).sort(),
      hiddenRows,
      hiddenColumns,
    })),
  };
}

/** The marks that a person sees on a sheet: `E5 error words`. */
function marksOf({ conditionalFormats, notes }: SheetModel): string[] {
  const highlights = conditionalFormats.flatMap(({ formula, areas }) =>
    areas.flatMap(({ top, bottom, left, right }) => {
      const cells: string[] = [];
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) {
          cells.push(`${row},${column} ${severityOfSignature(formula)}`);
        }
      }
      return cells;
    }),
  );
  return [
    ...highlights,
    ...notes.map(({ row, column, content }) => `${row},${column} ${noteBlockOf(content)}`),
  ].sort();
}

describe.each(WHOLE_BUILDS)('in %s', (build) => {
  it.each(NAMES)('%s: the same findings, workbook and marks out of WPS as out of the file', async (name) => {
    const file = await openFile(name);
    const et = new EmulatedEt(workbookFrom(await file.read()), BUILDS[build]);
    const inWps = await outcome(hostOf(et));
    const inFile = await outcome(file);
    expect(inWps).toEqual(inFile);
    const planned = inFile.plan.marks.map(({ highlights, notes }) => [
      ...highlights.map(({ row, column, severity }) => `${row},${column} ${severity}`),
      ...notes.map(({ row, column, text }) => `${row},${column} ${text}`),
    ]);
    const sheets = inFile.plan.marks.map(({ sheet }) => et.activeBook?.model.sheet(sheet));
    expect(sheets.map((sheet) => marksOf(sheet as SheetModel))).toEqual(planned.map((marks) => marks.sort()));
    // Nothing of the application's is left as the script had it.
    expect([et.screenUpdating, et.enableEvents, et.calculation, et.asked]).toEqual([true, true, -4105, []]);
  });
});
