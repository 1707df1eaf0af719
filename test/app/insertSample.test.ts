import { checkWorkbook } from '../../src/app/checkWorkbook';
import { insertSample } from '../../src/app/insertSample';
import { validateAndTotal } from '../../src/app/validateAndTotal';
import { openFileHost } from '../../src/hosts/file/fileHost';
import { cellAddress } from '../../src/sheet/address';

async function emptyBook() {
  const opened = await openFileHost(new TextEncoder().encode('通知\n各单位：'), '通知.csv');
  if (!opened.ok) throw new Error('a text file is a workbook');
  return opened.host;
}

describe('a sample sheet', () => {
  it('has the slips of every year, each found at its cell, and totals that come out of its scores', async () => {
    const host = await emptyBook();
    expect((await insertSample(host)).sheet).toBe('示例评分表');
    const { tables } = await checkWorkbook(host, {});
    expect(tables).toHaveLength(1);
    const found = tables[0]!.findings.map(({ code, cell }) => [code, cell && cellAddress(cell)]);
    expect(found).toEqual([
      ['score/above-max', 'E7'],
      ['score/unattainable', 'E9'],
      ['reason/missing', 'G9'],
      ['reason/missing', 'G11'],
      ['score/text-number', 'E13'],
      ['score/missing', 'E16'],
      ['reason/missing', 'G18'],
    ]);
    const { checked } = await validateAndTotal(host, { language: 'zh-CN' });
    const base = 6 + 9 + 10 + 5.3 + 6 + 5 + 6 + 8 + 7 + 4 + 5 + 7 + 5 + 3 + 2;
    expect(checked.tables[0]!.totals.self).toMatchObject({ base, bonus: 2, total: base + 2 });
    // Written totals agree with the formulas that came with the sheet.
    const again = await checkWorkbook(host, {});
    expect(again.tables[0]!.findings.map(({ code }) => code)).not.toContain('total/mismatch');
  });

  it('stands beside what is there, also a second time, and goes without a trace', async () => {
    const host = await emptyBook();
    const before = Buffer.from(host.save());
    const first = await insertSample(host);
    const second = await insertSample(host);
    expect(second.sheet).toBe('示例评分表 (2)');
    await second.undo();
    await first.undo();
    expect(Buffer.from(host.save()).equals(before)).toBe(true);
  });
});
