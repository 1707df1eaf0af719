import fc from 'fast-check';
import { validateAndTotal } from '../../../src/app/validateAndTotal';
import { findApplication } from '../../../src/hosts/wps/findApplication';
import { rectAddress } from '../../../src/sheet/address';
import type { Rect } from '../../../src/sheet/grid';
import { gridFromRows } from '../../../src/sheet/gridFromRows';
import { intersection } from '../../excel-host/model/area';
import { PLAIN } from '../../excel-host/model/cell';
import { EmulatedEt } from '../../wps-host/emulatedEt';
import { streetSheet } from '../../support/scoringSheet';
import { openEt } from './support';
import type { Build } from './support';

const ERRORS = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];

it('error values are errors, not numbers of minus two billion', async () => {
  const { host } = openEt([gridFromRows('附件1', [ERRORS.map((error) => ({ error }))])]);
  const { grids } = await host.read();
  expect(grids[0]?.rows[0]?.cells.map(({ value }) => value)).toEqual(ERRORS.map((error) => ({ error })));
});

it('a number that only looks like an error stays a number', async () => {
  const { host } = openEt([gridFromRows('附件1', [[-2146826281, 1]])]);
  expect((await host.read()).grids[0]?.rows[0]?.cells[0]?.value).toBe(-2146826281);
});

const rect: fc.Arbitrary<Rect> = fc
  .record({ top: fc.nat(14), left: fc.nat(6), high: fc.nat(9), wide: fc.nat(4) })
  .map(({ top, left, high, wide }) => ({ top, left, bottom: top + high, right: left + wide }));
const apart = (rects: readonly Rect[]) =>
  rects.reduce<Rect[]>((kept, next) => {
    const isCell = next.top === next.bottom && next.left === next.right;
    return isCell || kept.some((other) => intersection(other, next) !== null) ? kept : [...kept, next];
  }, []);

it('finds every merged area and hidden row, wherever they lie', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(rect, { maxLength: 8 }).map(apart),
      fc.uniqueArray(fc.nat(20), { maxLength: 6 }),
      fc.array(fc.array(fc.constantFrom(null, '文字', 3), { minLength: 8, maxLength: 8 }), { maxLength: 24 }),
      async (merges, hidden, rows) => {
        const { host, sheet } = openEt([
          gridFromRows('附件1', [...rows, ['末行', '', '', '', '', '', '', 1]]),
        ]);
        const model = sheet('附件1');
        model.merges.push(...merges);
        for (const row of hidden) model.hiddenRows.add(row);
        // Cells under a merged area are empty but its first, as everywhere.
        for (const { row, column } of [...model.contents()]) {
          const over = merges.find((area) =>
            intersection(area, { top: row, bottom: row, left: column, right: column }),
          );
          if (over !== undefined && (over.top !== row || over.left !== column))
            model.setContent(row, column, null);
        }
        // The used part of the sheet is known beforehand.
        model.setFormat(0, 0, { ...PLAIN, bold: true });
        model.setFormat(25, 12, { ...PLAIN, bold: true });
        const grid = (await host.read()).grids[0];
        expect((grid?.merges ?? []).map(rectAddress).sort()).toEqual(merges.map(rectAddress).sort());
        const found = (grid?.hiddenRows ?? []).flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, index) => from + index),
        );
        expect(found).toEqual([...hidden].sort((a, b) => a - b));
      },
    ),
    { numRuns: 200 },
  );
});

it('a format in the last row of the sheet does not cost a walk to it', async () => {
  const { host, et, sheet } = openEt([gridFromRows('附件1', [['项目', 7]])]);
  sheet('附件1').setFormat(1_048_575, 16_383, { ...PLAIN, bold: true });
  const { grids } = await host.read();
  expect(grids[0]).toMatchObject({ lastRow: 1_048_575, lastColumn: 16_383 });
  expect(et.hops).toBeLessThan(400);
});

it.each<Build>(['a current build', 'a build with nothing that was not seen'])(
  'checks, totals and marks in %s',
  async (build) => {
    const { host, sheet } = openEt([streetSheet([[6], ['3分'], [11], [7.5], [2]])], build);
    const { checked, receipt } = await validateAndTotal(host, { language: 'zh-CN' });
    const codes = checked.tables.flatMap(({ findings }) => findings.map(({ code }) => code));
    expect(codes).toContain('score/above-max');
    const { grids } = await host.read();
    const values = grids[0]?.rows.flatMap(({ cells }) => cells.map(({ value }) => value));
    expect(values).toContain(checked.tables[0]?.totals.self?.total);
    expect(sheet('附件1').conditionalFormats).not.toEqual([]);
    expect(sheet('附件1').notes).not.toEqual([]);
    await receipt.undo();
    expect(sheet('附件1').conditionalFormats).toEqual([]);
    expect(sheet('附件1').notes).toEqual([]);
    expect((await host.read()).grids[0]?.rows).toEqual(streetSheet([[6], ['3分'], [11], [7.5], [2]]).rows);
  },
);

describe('ET is found among the globals of the page', () => {
  const { app } = new EmulatedEt(null);

  it.each([
    ['through wps.EtApplication()', { wps: { EtApplication: () => app } }],
    ['as Application', { Application: app }],
    ['as wps itself', { wps: app }],
    [
      'past a function that throws',
      {
        wps: {
          EtApplication: () => {
            throw new Error('not here');
          },
        },
        Application: app,
      },
    ],
  ])('%s', (_how, globals) => expect(findApplication(globals)).toBe(app));

  it('and is not mistaken for 文字 or 演示, which have no workbooks', () => {
    expect(findApplication({ Application: { Documents: {} } })).toBeNull();
    expect(findApplication({})).toBeNull();
  });
});
