import fc from 'fast-check';
import { noteBlock } from '../../../src/plan/marks';
import { gridFromRows } from '../../../src/sheet/gridFromRows';
import { dumpWorkbook } from '../../excel-host/dumpWorkbook';
import { PLAIN } from '../../excel-host/model/cell';
import type { ExcelApiLevel } from '../../excel-host/node/officeJs';
import { LINE, SHEETS, belowModel, edit, planWith, workbook } from '../arbitraryPlans';
import type { ArbitraryWorkbook } from '../arbitraryPlans';
import { openExcel } from './support';

jest.setTimeout(60_000);

function open({ rows, looks, notes }: ArbitraryWorkbook, level: ExcelApiLevel) {
  const opened = openExcel(
    SHEETS.map((name) => gridFromRows(name, rows)),
    level,
  );
  const model = opened.sheet('附件1');
  for (const { at, format, sides } of looks) {
    model.setFormat(at.row, at.column, { ...PLAIN, ...format });
    for (const side of sides) model.setLine(at.row, at.column, side, LINE);
  }
  for (const { at, ours } of notes) {
    const content = ours ? `我的话\n${noteBlock('旧的')}` : '我的话';
    if (level === 'latest') {
      model.notes.push({ ...at, content, author: '张三', visible: false, width: 100, height: 60 });
    } else if (level !== '1.7') {
      model.comments.push({
        ...at,
        id: opened.book.newId('c'),
        content: '我的话',
        author: '张三',
        replies: [],
      });
    }
  }
  return opened;
}

describe.each<ExcelApiLevel>(['1.7', '1.9', '1.10', '1.14', 'latest'])('at ExcelApi %s', (level) => {
  it('apply and undo is as if nothing had happened', async () => {
    await fc.assert(
      fc.asyncProperty(workbook, planWith(edit), planWith(edit), async (content, earlier, later) => {
        const { host, book } = open(content, level);
        await host.apply(earlier);
        const before = dumpWorkbook(book);
        const { undo } = await host.apply(later);
        await undo();
        expect(dumpWorkbook(book)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('applying twice is applying once', async () => {
    await fc.assert(
      fc.asyncProperty(workbook, planWith(belowModel), async (content, plan) => {
        const { host, book } = open(content, level);
        await host.apply(plan);
        const once = dumpWorkbook(book);
        await host.apply(plan);
        expect(dumpWorkbook(book)).toEqual(once);
      }),
      { numRuns: 30 },
    );
  });
});
