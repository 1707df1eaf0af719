import type { HostEvent } from '../../../src/hosts/host';
import { gridFromRows } from '../../../src/sheet/gridFromRows';
import { placeAt } from '../../wps-host/place';
import { openEt } from './support';
import type { Build } from './support';

const GRIDS = [gridFromRows('说明', [['填报说明']]), gridFromRows('附件1', [['项目', 7]])];

async function listenIn(build: Build) {
  const opened = openEt(GRIDS, build);
  const heard: HostEvent[] = [];
  const stop = await opened.host.watch((event) => heard.push(event));
  const at = (name: string, address: string) =>
    placeAt({ book: opened.book, sheet: opened.sheet(name) }, address);
  const settle = () => new Promise((resolve) => setTimeout(resolve, 250));
  return { ...opened, heard, stop, at, settle };
}

describe.each<Build>(['a current build', 'a build that gives flat arrays'])(
  'what a person does, in %s',
  (build) => {
    it('is told, and what the program writes is not', async () => {
      const { host, et, heard, stop, at, settle } = await listenIn(build);
      et.userSelects(at('附件1', 'B1:C4'));
      await settle();
      et.changed(at('附件1', 'B1'));
      await settle();
      const { undo } = await host.apply({
        cells: [{ sheet: '附件1', row: 4, column: 0, content: { kind: 'value', value: 1 } }],
        marks: [],
      });
      await settle();
      await undo();
      await settle();
      expect(heard.slice(-2)).toEqual([
        { kind: 'selected', sheet: '附件1', cell: { row: 0, column: 1 } },
        { kind: 'edited', sheet: '附件1' },
      ]);
      et.changed(at('说明', 'A1'));
      await settle();
      expect(heard[heard.length - 1]).toEqual({ kind: 'edited', sheet: '说明' });
      await stop();
      const { length } = heard;
      et.changed(at('说明', 'A1'));
      await settle();
      expect(heard).toHaveLength(length);
    });
  },
);

it('tells at the start where the person stands', async () => {
  const { heard } = await listenIn('a current build');
  expect(heard).toEqual([{ kind: 'selected', sheet: '说明', cell: { row: 0, column: 0 } }]);
});

it('定位 shows the sheet and selects the cell; a sheet that is gone is told', async () => {
  const { host, book } = openEt(GRIDS);
  await host.select('附件1', { row: 6, column: 4 });
  expect(book.activeSheet.name).toBe('附件1');
  expect(book.selected).toEqual({ top: 6, left: 4, bottom: 6, right: 4 });
  await expect(host.select('没有', { row: 0, column: 0 })).rejects.toMatchObject({
    code: 'sheet-missing',
    params: { sheet: '没有' },
  });
});
