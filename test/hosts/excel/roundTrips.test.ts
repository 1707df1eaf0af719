import { clearMarks } from '../../../src/app/clearMarks';
import { validateAndTotal } from '../../../src/app/validateAndTotal';
import { gridFromRows } from '../../../src/sheet/gridFromRows';
import type { Grid } from '../../../src/sheet/grid';
import { dumpWorkbook } from '../../excel-host/dumpWorkbook';
import type { ExcelApiLevel } from '../../excel-host/node/officeJs';
import { streetSheet } from '../../support/scoringSheet';
import { openExcel } from './support';

jest.setTimeout(60_000);

const LEVELS: readonly ExcelApiLevel[] = ['1.7', '1.8', '1.10', '1.14', 'latest'];
const CHOICES = { language: 'zh-CN' } as const;

/** A table of so many items; every third score is too high, every fifth is text. */
function tableOf(items: number): Grid {
  const rows = Array.from({ length: items }, (_, index) => [
    index === 0 ? '基础工作' : null,
    index === 0 ? items * 6 : null,
    6,
    `第${index + 1}项工作未落实的每次扣1分。`,
    index % 3 === 0 ? 7 : index % 5 === 0 ? '5分' : 5,
    null,
  ]);
  return gridFromRows('附件1', [
    ['街道流动人口服务管理考核评分细则'],
    ['考核内容', null, '分值', '评分标准', '自查分', '考核分'],
    ...rows,
  ]);
}

describe.each(LEVELS)('校验并合计 at ExcelApi %s', (level) => {
  it.each([20, 2_000])('takes three requests for %i items, the first time and again', async (items) => {
    const { host, excel } = openExcel([tableOf(items)], level);
    const { receipt } = await validateAndTotal(host, CHOICES);
    expect(excel.syncs).toBe(3);
    expect(receipt.cells).toBeGreaterThan(items / 10);
    expect(receipt.highlights).toBeGreaterThan(items / 3);

    excel.syncs = 0;
    const again = await validateAndTotal(host, CHOICES);
    expect(excel.syncs).toBeLessThanOrEqual(3);
    expect(again.receipt.cells).toBe(0);
  });

  it('finds, marks and totals what stands in the sheet, and undo and clear take it back', async () => {
    const grid = streetSheet([[6], ['3分'], [11], [7.5], [2]]);
    const { host, book, sheet } = openExcel([grid, gridFromRows('说明', [['填报说明']])], level);
    const before = dumpWorkbook(book);
    const { checked, receipt } = await validateAndTotal(host, CHOICES);
    const codes = checked.tables.flatMap(({ findings }) => findings.map(({ code }) => code));
    expect(codes).toContain('score/above-max');
    const { grids } = await host.read();
    const totals = grids[0]?.rows.flatMap(({ cells }) =>
      cells.filter(({ formula }) => formula?.includes('SUM')),
    );
    // The formulas are live: Excel computes them itself, and comes to what was checked.
    expect(totals?.map(({ value }) => value)).toContain(checked.tables[0]?.totals.self?.total);
    expect(sheet('附件1').conditionalFormats.length).toBeGreaterThan(0);

    await receipt.undo();
    expect(dumpWorkbook(book)).toEqual(before);

    await validateAndTotal(host, CHOICES);
    await clearMarks(host);
    expect(sheet('附件1').conditionalFormats).toEqual([]);
    expect([...sheet('附件1').notes, ...sheet('附件1').comments]).toEqual([]);
  });
});
