import { gridFromRows } from '../../../src/sheet/gridFromRows';
import type { ExcelApiLevel } from '../../excel-host/node/officeJs';
import { openExcel } from './support';

jest.setTimeout(60_000);

const LEVELS: readonly ExcelApiLevel[] = ['1.7', 'latest'];

describe.each(LEVELS)('定位 at ExcelApi %s', (level) => {
  const grids = [gridFromRows('说明', [['填报说明']]), gridFromRows('附件1', [['考核评分表']])];

  it('shows the sheet and selects the cell', async () => {
    const { host, book, excel } = openExcel(grids, level);
    await host.select('附件1', { row: 6, column: 4 });
    expect(book.activeSheet.name).toBe('附件1');
    expect(book.selected).toEqual({ top: 6, left: 4, bottom: 6, right: 4 });
    expect(excel.syncs).toBe(1);
  });

  it('says so when the sheet is gone', async () => {
    const { host } = openExcel(grids, level);
    await expect(host.select('没有', { row: 0, column: 0 })).rejects.toMatchObject({
      name: 'HostError',
      code: 'sheet-missing',
      params: { sheet: '没有' },
    });
  });
});
