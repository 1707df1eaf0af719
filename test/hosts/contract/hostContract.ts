import { checkWorkbook } from '../../../src/app/checkWorkbook';
import { saveSettings } from '../../../src/app/saveSettings';
import type { WorkbookHost } from '../../../src/hosts/host';
import { noteBlockOf } from '../../../src/plan/marks';
import type { CellContent } from '../../../src/plan/cellContent';
import type { CellEdit, EditPlan, SheetMarks } from '../../../src/plan/edits';
import type { Severity } from '../../../src/rubric/finding';
import { parseCell } from '../../../src/sheet/address';

/** A workbook to run the contract on: what each adapter's factory has to set up in its own kind of host. */
export interface ContractBook {
  readonly sheets: readonly {
    readonly name: string;
    readonly cells: Readonly<Record<string, ContractCell>>;
    readonly merges?: readonly string[];
    /** Users' own notes. */
    readonly notes?: Readonly<Record<string, string>>;
    /** Cells with a yellow fill of the user's. */
    readonly filled?: readonly string[];
  }[];
}

export type ContractCell = string | number | { readonly formula: string; readonly value: number };

/** A host under test, and the means to look at what a person would see in it. */
export interface ContractSubject {
  readonly host: WorkbookHost;
  /** The whole note on a cell, null when there is none. */
  note(sheet: string, address: string): Promise<string | null>;
  /** Severities of our highlights on a cell. */
  highlights(sheet: string, address: string): Promise<readonly Severity[]>;
  /** Whether the user's yellow fill is the cell's own format. */
  filled(sheet: string, address: string): Promise<boolean>;
}

/** Sets a host up with this workbook. */
export type ContractFactory = (book: ContractBook) => Promise<ContractSubject>;

const BOOK: ContractBook = {
  sheets: [
    {
      name: '附件1',
      cells: {
        A1: '考核评分表',
        A2: '考核内容',
        B2: '分值',
        C2: '自查分',
        A3: '基础工作',
        B3: 6,
        C3: 7,
        B4: 8,
        C4: '8分',
        B5: { formula: 'SUM(B3:B4)', value: 14 },
      },
      merges: ['A1:C1', 'A3:A4'],
      notes: { C3: '请核对\n佐证材料' },
      filled: ['C4'],
    },
    { name: '说明', cells: { B2: '填报说明' } },
  ],
};

/** A small scoring table whose review column is started, and settings that somebody wrote by hand. */
const STAGED: ContractBook = {
  sheets: [
    {
      name: '附件1',
      cells: {
        A1: '考核内容',
        B1: '分值',
        C1: '评分标准',
        D1: '自查分',
        E1: '考核分',
        A2: '基础工作',
        B2: 6,
        C2: '未落实的每次扣1分。',
        D2: 6,
        E2: 5,
        A3: '管理工作',
        B3: 4,
        C3: '未开展的每少一次扣2分。',
        D3: 4,
      },
    },
    { name: '考核设置', cells: { A1: '联系人', B1: '张三', A2: '折算满分', B2: 10 } },
  ],
};

const at = (address: string) => {
  const cell = parseCell(address);
  if (cell === null) throw new Error(address);
  return cell;
};
const cell = (address: string, content: CellContent, like?: string): CellEdit => ({
  sheet: '附件1',
  ...at(address),
  content,
  ...(like === undefined ? {} : { like: at(like) }),
});
const marksOf = (sheet: string, list: readonly (readonly [string, Severity, string?])[]): SheetMarks => ({
  sheet,
  highlights: list.map(([address, severity]) => ({ ...at(address), severity })),
  notes: list.flatMap(([address, , text]) => (text === undefined ? [] : [{ ...at(address), text }])),
});
const planOf = (cells: readonly CellEdit[], ...marks: readonly SheetMarks[]): EditPlan => ({ cells, marks });

const FILL = planOf(
  [
    cell('C4', { kind: 'value', value: 8 }),
    cell('A7', { kind: 'value', value: '=总分' }),
    cell('B7', { kind: 'value', value: null }),
    cell('C7', { kind: 'formula', formula: 'SUM(C3:C4)', cached: 15 }, 'C4'),
  ],
  marksOf('附件1', [
    ['C3', 'error', '自查分 7 高于分值 6'],
    ['C4', 'notice', '已按 8 计'],
    ['B3', 'warning'],
  ]),
  marksOf('说明', [['B2', 'notice', '没有评分表']]),
);
const CLEAR = planOf([], marksOf('附件1', []), marksOf('说明', []));

async function valueAt(host: WorkbookHost, sheet: string, address: string) {
  const { row, column } = at(address);
  const grid = (await host.read()).grids.find(({ name }) => name === sheet);
  const found = grid?.rows.find(({ index }) => index === row)?.cells.find((c) => c.column === column);
  return { value: found?.value ?? null, formula: found?.formula ?? null };
}

/** Everything a person could see of the contract's workbook, for comparing before and after. */
async function look(subject: ContractSubject) {
  const { grids } = await subject.host.read();
  const seen = [];
  for (const { name, rows, merges } of grids) {
    const places = ['A7', 'B3', 'B4', 'C3', 'C4', 'C7', 'B2'];
    const details = [];
    for (const address of places) {
      const note = await subject.note(name, address);
      const highlights = await subject.highlights(name, address);
      details.push({ address, note, highlights, filled: await subject.filled(name, address) });
    }
    seen.push({ name, rows, merges, details });
  }
  return seen;
}

/** What every adapter of the port must do, whichever spreadsheet stands behind it. */
export function describeHostContract(adapter: string, create: ContractFactory): void {
  describe(`the host contract, kept by ${adapter}`, () => {
    test('read gives values, formulas and merges of all sheets in tab order', async () => {
      const { host } = await create(BOOK);
      const { grids } = await host.read();
      expect(grids.map(({ name }) => name)).toEqual(['附件1', '说明']);
      expect(await valueAt(host, '附件1', 'C3')).toEqual({ value: 7, formula: null });
      expect(await valueAt(host, '附件1', 'B5')).toEqual({ value: 14, formula: 'SUM(B3:B4)' });
      expect(await valueAt(host, '附件1', 'C4')).toEqual({ value: '8分', formula: null });
      const merges = grids[0]?.merges ?? null;
      if (merges !== null) expect(merges).toContainEqual({ top: 0, left: 0, bottom: 0, right: 2 });
    });

    test('apply writes values and formulas; text stays text', async () => {
      const { host } = await create(BOOK);
      const receipt = await host.apply(FILL);
      expect(receipt).toMatchObject({ highlights: 4, notes: 3 });
      expect(receipt.cells).toBeGreaterThanOrEqual(3);
      expect(await valueAt(host, '附件1', 'C4')).toEqual({ value: 8, formula: null });
      expect(await valueAt(host, '附件1', 'A7')).toEqual({ value: '=总分', formula: null });
      expect(await valueAt(host, '附件1', 'C7')).toEqual({ value: 15, formula: 'SUM(C3:C4)' });
      expect(await valueAt(host, '附件1', 'C3')).toEqual({ value: 7, formula: null });
    });

    test('looks come from where the plan says, and stay where it says nothing', async () => {
      const subject = await create(BOOK);
      await subject.host.apply(FILL);
      expect(await subject.filled('附件1', 'C4')).toBe(true);
      expect(await subject.filled('附件1', 'C7')).toBe(true);
      expect(await subject.filled('附件1', 'C3')).toBe(false);
    });

    test("marks stand where the plan says, and a user's note comes first", async () => {
      const subject = await create(BOOK);
      await subject.host.apply(FILL);
      expect(await subject.highlights('附件1', 'C3')).toEqual(['error']);
      expect(await subject.highlights('附件1', 'B3')).toEqual(['warning']);
      expect(await subject.highlights('附件1', 'B4')).toEqual([]);
      const note = await subject.note('附件1', 'C3');
      expect(note).toMatch(/^请核对\n佐证材料\n/);
      expect(noteBlockOf(note ?? '')).toBe('自查分 7 高于分值 6');
      expect(noteBlockOf((await subject.note('说明', 'B2')) ?? '')).toBe('没有评分表');
      expect(await subject.note('附件1', 'B3')).toBeNull();
    });

    test('marks of a new plan take the place of the old ones; sheets it does not name keep theirs', async () => {
      const subject = await create(BOOK);
      await subject.host.apply(FILL);
      await subject.host.apply(planOf([], marksOf('附件1', [['B4', 'error', '换了']])));
      expect(await subject.highlights('附件1', 'C3')).toEqual([]);
      expect(await subject.highlights('附件1', 'B4')).toEqual(['error']);
      expect(await subject.note('附件1', 'C3')).toBe('请核对\n佐证材料');
      expect(await subject.note('附件1', 'C4')).toBeNull();
      expect(await subject.highlights('说明', 'B2')).toEqual(['notice']);
    });

    test('applying twice is applying once', async () => {
      const subject = await create(BOOK);
      await subject.host.apply(FILL);
      const once = await look(subject);
      await subject.host.apply(FILL);
      expect(await look(subject)).toEqual(once);
    });

    test('empty marks take all of ours away and nothing else', async () => {
      const subject = await create(BOOK);
      const before = await look(subject);
      await subject.host.apply(planOf([], ...FILL.marks));
      await subject.host.apply(CLEAR);
      expect(await look(subject)).toEqual(before);
    });

    test('undo puts everything back', async () => {
      const subject = await create(BOOK);
      const before = await look(subject);
      const { undo } = await subject.host.apply(FILL);
      expect(await look(subject)).not.toEqual(before);
      await undo();
      expect(await look(subject)).toEqual(before);
    });

    test('a stage that is saved in 考核设置 is what is checked from then on; what else stands there stays', async () => {
      const { host } = await create(STAGED);
      const missing = async () => {
        const [table] = (await checkWorkbook(host, {})).tables;
        const codes = table?.findings.filter(({ code }) => code === 'score/missing');
        return [table?.stage, codes?.length];
      };
      expect(await missing()).toEqual(['review', 1]);
      const { undo } = await saveSettings(host, { stage: '自评' });
      expect(await missing()).toEqual(['self', 0]);
      expect(await valueAt(host, '考核设置', 'A3')).toEqual({ value: '评分阶段', formula: null });
      expect(await valueAt(host, '考核设置', 'B3')).toEqual({ value: '自评', formula: null });
      expect(await valueAt(host, '考核设置', 'B1')).toEqual({ value: '张三', formula: null });
      expect(await valueAt(host, '考核设置', 'B2')).toEqual({ value: 10, formula: null });
      await saveSettings(host, { stage: '考核' });
      expect(await missing()).toEqual(['review', 1]);
      expect(await valueAt(host, '考核设置', 'B3')).toEqual({ value: '考核', formula: null });
      await saveSettings(host, { stage: '' });
      await undo();
      expect(await missing()).toEqual(['review', 1]);
    });

    test('a plan for a sheet that is not there changes nothing', async () => {
      const subject = await create(BOOK);
      const before = await look(subject);
      const plan = planOf([...FILL.cells, { ...cell('A1', { kind: 'value', value: 1 }), sheet: '没有' }]);
      await expect(subject.host.apply(plan)).rejects.toMatchObject({
        name: 'HostError',
        code: 'sheet-missing',
      });
      expect(await look(subject)).toEqual(before);
    });
  });
}
