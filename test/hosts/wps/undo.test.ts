import fc from 'fast-check';
import { noteBlock } from '../../../src/plan/marks';
import { gridFromRows } from '../../../src/sheet/gridFromRows';
import { dumpWorkbook } from '../../excel-host/dumpWorkbook';
import { PLAIN } from '../../excel-host/model/cell';
import { LINE, SHEETS, belowModel, edit, planWith, workbook } from '../arbitraryPlans';
import type { WorkbookModel } from '../../excel-host/model/workbook';
import type { ArbitraryWorkbook } from '../arbitraryPlans';
import { WHOLE_BUILDS, openEt } from './support';
import type { Build } from './support';

jest.setTimeout(60_000);

function open({ rows, looks, notes }: ArbitraryWorkbook, build: Build) {
  const opened = openEt(
    SHEETS.map((name) => gridFromRows(name, rows)),
    build,
  );
  const model = opened.sheet('附件1');
  for (const { at, format, sides } of looks) {
    model.setFormat(at.row, at.column, { ...PLAIN, ...format });
    for (const side of sides) model.setLine(at.row, at.column, side, LINE);
  }
  for (const { at, ours } of notes) {
    const content = ours ? `我的话\n${noteBlock('旧的')}` : '我的话';
    model.notes.push({ ...at, content, author: '张三', visible: true, width: 90, height: 50 });
  }
  return opened;
}

describe.each(WHOLE_BUILDS)('in %s', (build) => {
  it('apply and undo is as if nothing had happened', async () => {
    await fc.assert(
      fc.asyncProperty(workbook, planWith(edit), planWith(edit), async (content, earlier, later) => {
        const { host, book } = open(content, build);
        await host.apply(earlier);
        const before = dumpWorkbook(book);
        const { undo } = await host.apply(later);
        await undo();
        expect(dumpWorkbook(book)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  it('applying twice is applying once', async () => {
    await fc.assert(
      fc.asyncProperty(workbook, planWith(belowModel), async (content, plan) => {
        const { host, book } = open(content, build);
        await host.apply(plan);
        const once = dumpWorkbook(book);
        await host.apply(plan);
        expect(dumpWorkbook(book)).toEqual(once);
      }),
      { numRuns: 50 },
    );
  });
});

/**
 * The heart of it: whatever fails, at whichever change, loudly or silently, once or from then on, the workbook is either
 * as planned or as it was, or the person is told that it is neither.
 */
describe.each(['loudly', 'silently'] as const)('a write that fails %s', (manner) => {
  it('once leaves the workbook as it was, or does what was asked', async () => {
    await fc.assert(
      fc.asyncProperty(workbook, planWith(belowModel), fc.nat(40), async (content, plan, at) => {
        const planned = open(content, 'a current build');
        await planned.host.apply(plan);
        const { host, book, et } = open(content, 'a current build');
        const before = seenIn(book);
        let writes = 0;
        et.beforeWrite = (member) => {
          // The user's settings and what only makes it nicer may be refused without harm.
          if (!CONTENT_WRITES.has(member) || writes++ !== at) return true;
          if (manner === 'loudly') throw new Error('ET is tired');
          return false;
        };
        const outcome = await host.apply(plan).then(
          () => 'done',
          (fault: { code: string }) => fault.code,
        );
        if (outcome === 'done') expect(seenIn(book)).toEqual(seenIn(planned.book));
        else {
          expect(outcome).toBe('write-failed');
          expect(seenIn(book)).toEqual(before);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('from then on is told as broken off when it cannot be taken back', async () => {
    const { host, book, et } = openEt([gridFromRows('附件1', [['项目', 7]])]);
    const before = dumpWorkbook(book);
    let writes = 0;
    et.beforeWrite = (member) => {
      if (!CONTENT_WRITES.has(member) || ++writes <= 2) return true;
      if (manner === 'loudly') throw new Error('ET is tired');
      return false;
    };
    const plan = {
      cells: [0, 2, 4].map((row) => ({
        sheet: '附件1',
        row: row + 3,
        column: 1,
        content: { kind: 'value' as const, value: 1 },
      })),
      marks: [],
    };
    await expect(host.apply(plan)).rejects.toMatchObject({ code: 'write-broken-off' });
    expect(dumpWorkbook(book)).not.toEqual(before);
    expect([et.screenUpdating, et.enableEvents, et.calculation]).toEqual([true, true, -4105]);
  });
});

/** The workbook but for the size of comments: where ET does not change a text in place, the comment is made anew. */
function seenIn(book: WorkbookModel): unknown {
  for (const sheet of book.sheets) {
    for (const note of sheet.notes) Object.assign(note, { visible: false, width: 0, height: 0 });
  }
  return dumpWorkbook(book);
}

const CONTENT_WRITES = new Set([
  'Range.Formula',
  'Range.AddComment',
  'Comment.Text',
  'Comment.Delete',
  'FormatConditions.Add',
  'FormatCondition.Delete',
]);
