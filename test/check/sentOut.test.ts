import fc from 'fast-check';
import { assign, blankBook, OFFICIAL_SOURCE } from '../../src/app/distribute';
import { checkSnapshot } from '../../src/app/checkWorkbook';
import { findingSentence } from '../../src/locale/catalog';
import type { SheetContent } from '../../src/plan/sheetContent';
import { compareSent, fitsFingerprint, sentFingerprint } from '../../src/rubric/sentFingerprint';
import type { Rubric } from '../../src/rubric/rubric';
import { gridFromRows } from '../../src/sheet/gridFromRows';
import type { CellInput } from '../../src/sheet/gridFromRows';
import type { Grid } from '../../src/sheet/grid';
import { DEFAULT_SETTINGS } from '../../src/sheet/settings';
import { departmentRubric } from '../support/rubrics';

type Rows = (CellInput | undefined)[][];

/** A sheet that was sent out, as a grid, its rows changed by somebody. */
function returned(sheet: SheetContent, change: (rows: Rows) => Rows = (rows) => rows): Grid {
  const rows: Rows = [];
  for (const { row, column, content } of sheet.cells)
    if (content.kind === 'value') (rows[row] ??= [])[column] = content.value;
  const changed = change(Array.from(rows, (row) => [...(row ?? [])]));
  return gridFromRows(
    sheet.name,
    changed.map((row) => Array.from(row, (cell) => cell ?? null)),
    { merges: changed.length === rows.length ? sheet.merges : [] },
  );
}

const bookOf = (rubric: Rubric, unit: string) =>
  blankBook(assign([rubric], [unit], null).assignments[0]!, rubric.year, DEFAULT_SETTINGS);

function rubricFindings(grids: readonly Grid[]) {
  const { tables, findings } = checkSnapshot({ fileName: '收回.xlsx', grids }, { stage: 'self' });
  return [...findings, ...tables.flatMap((table) => table.findings)].filter(
    ({ code }) => code !== 'score/missing',
  );
}
const said = (grids: readonly Grid[]) =>
  rubricFindings(grids).map((one) => `${one.code} ${findingSentence(one, 'zh-CN')}`);

const rowWith = (rows: Rows, text: string) =>
  rows.findIndex((row) => row.some((cell) => typeof cell === 'string' && cell.includes(text)));
const edit = (text: string, column: number, value: CellInput) => (rows: Rows) =>
  rows.map((row, index) => {
    if (index !== rowWith(rows, text)) return row;
    const other = [...row];
    other[column] = value;
    return other;
  });
/** The row goes; a section's name that stood in it moves to the next. */
const without = (text: string) => (rows: Rows) => rows.filter((_, index) => index !== rowWith(rows, text));

describe("another office's rubric, known by its fingerprint alone", () => {
  const [sheet, settings] = bookOf(departmentRubric, '区教育局').sheets as [SheetContent, SheetContent];
  const told = (change: (rows: Rows) => Rows) => said([returned(sheet, change), returned(settings)]);

  test('as it was sent out there is nothing to say', () => {
    expect(told((rows) => rows)).toEqual([]);
  });

  test('a changed sentence, a changed maximum, each at its cell', () => {
    expect(told(edit('积极参加各类会议', 2, '积极参加各类会议，未达到的每项扣1分。'))).toEqual([
      expect.stringMatching(/^rubric\/text-changed “积极参加各类会议.*请按下发的表改回/),
    ]);
    const max = rubricFindings([returned(sheet, edit('开展教育培训工作', 3, 35)), returned(settings)]).filter(
      ({ code }) => code === 'rubric/max-changed',
    );
    expect(max).toHaveLength(1);
    expect(max[0]).toMatchObject({ received: 35, expected: 30 });
    expect(max[0]!.cell).toEqual({ row: rowWith(returnedRows(sheet), '开展教育培训工作'), column: 3 });
  });

  test('a row taken out, a row put in', () => {
    const codes = (change: (rows: Rows) => Rows) => told(change).map((one) => one.replace(/ .*/, ''));
    expect(told(without('及时报送工作动态信息'))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^rubric\/item-missing “基础工作”里少了一项：下发时的第 3 项（10 分）/),
      ]),
    );
    const added = (rows: Rows) => {
      const at = rowWith(rows, '及时报送工作动态信息') + 1;
      const row: Rows[number] = [null, null, '按时完成交办的其他任务，未完成的每项扣1分。', 5];
      return [...rows.slice(0, at), row, ...rows.slice(at)];
    };
    expect(codes(added)).toContain('rubric/item-added');
    expect(codes(added)).not.toContain('rubric/item-missing');
    expect(codes(added)).not.toContain('rubric/text-changed');
  });

  test('a whole section taken out is told, other units’ sections are not missed', () => {
    const first = rowWith(returnedRows(sheet), '纳入本单位年度工作内容');
    const cut = told((rows) => rows.filter((_, index) => index < first || index > first + 2));
    expect(cut.filter((one) => one.startsWith('rubric/item-missing'))).toHaveLength(3);
    expect(cut.join()).not.toContain('区民政局');
  });

  test('quite another rubric under that fingerprint is told as a whole', () => {
    const other = bookOf(
      {
        ...departmentRubric,
        form: 'other',
        title: '某项工作考核细则',
        sections: [
          { name: '甲', points: 50, bonus: false, items: [{ max: 50, criterion: '迟到每次扣1分。' }] },
          { name: '乙', points: 50, bonus: false, items: [{ max: 50, criterion: '早退每次扣2分。' }] },
        ],
      },
      '区教育局',
    );
    expect(said([returned(other.sheets[0]!), returned(settings)])).toEqual(
      expect.arrayContaining([expect.stringMatching(/^rubric\/text-changed 这张表的评分细则与下发时不一致/)]),
    );
  });
});

function returnedRows(sheet: SheetContent): Rows {
  let rows: Rows = [];
  returned(sheet, (all) => (rows = all));
  return rows;
}

describe('the official rubric', () => {
  const [sheet, settings] = bookOf(OFFICIAL_SOURCE.rubrics[1]!, '区教育局').sheets as [
    SheetContent,
    SheetContent,
  ];
  const change = edit(
    '认真参加区领导小组',
    2,
    '认真参加区领导小组和流管中心组织的各类会议。未达到的每项扣1分。',
  );

  test.each([
    ['with its settings', [returned(settings)]],
    ['with the settings sheet deleted', []],
  ])('%s a change is told with the old text', (_, more) => {
    const [first, ...others] = said([returned(sheet, change), ...more]).filter((one) =>
      one.startsWith('rubric/text'),
    );
    expect(first).toContain('原文为：“认真参加区领导小组');
    expect(others).toEqual([]);
  });

  test('with the settings sheet deleted a missing row is named', () => {
    expect(said([returned(sheet, without('按要求汇总提供'))])).toEqual(
      expect.arrayContaining([expect.stringMatching(/^rubric\/item-missing .*按要求汇总提供/)]),
    );
  });
});

describe('a fingerprint that names items', () => {
  const sections = departmentRubric.sections;

  test('is short enough for a cell, and one line', () => {
    for (const rubric of OFFICIAL_SOURCE.rubrics) {
      expect(sentFingerprint(rubric.sections).length).toBeLessThan(3000);
      expect(sentFingerprint(rubric.sections)).not.toMatch(/[\n\t]/);
    }
  });

  test('names exactly the items that were changed, whichever they are', () => {
    const read = sections.flatMap(({ name, items }) => items.map((item) => ({ section: name, ...item })));
    fc.assert(
      fc.property(fc.subarray(read.map((_, index) => index)), fc.boolean(), (chosen, texts) => {
        const changed = read.map((item, index) =>
          !chosen.includes(index)
            ? item
            : texts
              ? { ...item, criterion: `${item.criterion}另有规定的除外。` }
              : { ...item, max: (item.max ?? 0) + 1 },
        );
        const found = compareSent(sentFingerprint(sections), changed, () => true);
        expect(found?.map((one) => [one.kind, 'index' in one ? one.index : -1])).toEqual(
          chosen.map((index) => [texts ? 'text-changed' : 'max-changed', index]),
        );
        expect(fitsFingerprint(sentFingerprint(sections), sections)).toBe(true);
      }),
    );
  });

  test('reads any text without harm', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fitsFingerprint(text, sections)).toBe(false);
        expect(compareSent(`k2-0123456789abcdef ${text}`, [], () => true)).toBeNull();
      }),
    );
  });
});
