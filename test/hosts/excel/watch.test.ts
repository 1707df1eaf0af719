import type { HostEvent } from '../../../src/hosts/host';
import { gridFromRows } from '../../../src/sheet/gridFromRows';
import type { ExcelApiLevel } from '../../excel-host/node/officeJs';
import { openExcel } from './support';

const LEVELS: readonly ExcelApiLevel[] = ['1.7', '1.10', '1.14', 'latest'];
const GRIDS = ['附件1', '附件2', '末尾'].map((name) => gridFromRows(name, [['项目', 7]]));

/** Time for events and for the names asked of Excel because of them, where nothing is to come. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

async function watching(level: ExcelApiLevel) {
  const opened = openExcel(GRIDS, level);
  const events: HostEvent[] = [];
  const stop = await opened.host.watch((event) => events.push(event));
  /** Everything told so far: an edit of the last sheet is told after it. */
  const told = async () => {
    opened.book.type(opened.sheet('末尾'), 'A1', '');
    const isLast = (event: HostEvent) => event.sheet === '末尾';
    while (!events.some(isLast)) await new Promise((resolve) => setTimeout(resolve, 1));
    return events.splice(0).filter((event) => !isLast(event));
  };
  return { ...opened, events, told, stop };
}

describe.each(LEVELS)('what a person does, at ExcelApi %s', (level) => {
  it('is told: where the person stands at first, and every change of place', async () => {
    const { book, sheet, told, stop } = await watching(level);
    expect(await told()).toEqual([{ kind: 'selected', sheet: '附件1', cell: { row: 0, column: 0 } }]);
    book.click(sheet('附件1'), 'C5');
    expect(await told()).toEqual([{ kind: 'selected', sheet: '附件1', cell: { row: 4, column: 2 } }]);
    book.select(sheet('附件1'), { top: 2, left: 1, bottom: 9, right: 3 });
    expect(await told()).toEqual([{ kind: 'selected', sheet: '附件1', cell: { row: 2, column: 1 } }]);
    book.activate(sheet('附件2'));
    expect(await told()).toEqual([{ kind: 'selected', sheet: '附件2', cell: { row: 0, column: 0 } }]);
    await stop();
  });

  it('is told by the name that the sheet has now, on sheets that came later too', async () => {
    const { book, sheet, told, stop } = await watching(level);
    await told();
    sheet('附件2').name = '改过名';
    const later = book.addSheet('后来的');
    await settled();
    book.type(sheet('改过名'), 'B1', 6);
    expect(await told()).toEqual([{ kind: 'edited', sheet: '改过名' }]);
    book.type(later, 'A1', '8分');
    expect(await told()).toEqual([{ kind: 'edited', sheet: '后来的' }]);
    await stop();
  });

  it('is gathered while Excel is asked for names: a quick hand costs few requests', async () => {
    const { book, sheet, excel, told, stop } = await watching(level);
    await told();
    // An Excel that takes its time, as a real one does.
    const answer = excel.answer.bind(excel);
    jest.spyOn(excel, 'answer').mockImplementation(async (body, flags) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return answer(body, flags);
    });
    excel.syncs = 0;
    for (let row = 1; row <= 50; row++) {
      book.click(sheet('附件1'), `B${row}`);
      book.type(sheet('附件1'), `B${row}`, row);
    }
    const events = await told();
    const places = events.filter(({ kind }) => kind === 'selected');
    expect(places[places.length - 1]).toEqual({
      kind: 'selected',
      sheet: '附件1',
      cell: { row: 49, column: 1 },
    });
    expect(events).toContainEqual({ kind: 'edited', sheet: '附件1' });
    expect(excel.syncs).toBeLessThan(20);
    await stop();
  });

  it('is not what the program itself writes and takes back', async () => {
    const { host, book, sheet, told, stop } = await watching(level);
    await told();
    const { undo } = await host.apply({
      cells: [0, 1, 2].map((row) => ({
        sheet: '附件1',
        row,
        column: 1,
        content: { kind: 'value', value: row + 10 },
      })),
      marks: [],
    });
    expect(await told()).toEqual([]);
    await undo();
    expect(await told()).toEqual([]);
    book.type(sheet('附件1'), 'D9', 6);
    expect(await told()).toEqual([{ kind: 'edited', sheet: '附件1' }]);
    await stop();
  });

  it('is told no more after the end, and no handler stays behind', async () => {
    const { book, sheet, events, told, stop } = await watching(level);
    book.addSheet('后来的');
    await told();
    expect(book.events.count).toBeGreaterThan(0);
    await stop();
    expect(book.events.count).toBe(0);
    book.type(sheet('附件1'), 'B1', 6);
    book.click(sheet('附件2'), 'B1');
    await settled();
    expect(events).toEqual([]);
  });

  it('waits while a cell is being edited', async () => {
    const { book, excel, sheet, events, told, stop } = await watching(level);
    await told();
    excel.beginCellEdit();
    book.type(sheet('附件1'), 'B1', 6);
    await settled();
    expect(events).toEqual([]);
    excel.endCellEdit();
    expect(await told()).toEqual([{ kind: 'edited', sheet: '附件1' }]);
    await stop();
  });
});
