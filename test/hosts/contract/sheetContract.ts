import type { WorkbookHost } from '../../../src/hosts/host';
import type { CellLook, InputRule, SheetCell, SheetContent } from '../../../src/plan/sheetContent';
import type { CellContent } from '../../../src/plan/cellContent';
import type { EditPlan } from '../../../src/plan/edits';
import type { CellRef } from '../../../src/rubric/finding';
import { parseCell, parseRect } from '../../../src/sheet/address';
import type { Grid, Rect } from '../../../src/sheet/grid';
import type { ContractBook } from './hostContract';

/** How a cell looks to a person; undefined where this host cannot say. */
export interface SeenLook {
  readonly bold?: boolean;
  readonly fontName?: string;
  /** RRGGBB, null without fill. */
  readonly fill?: string | null;
  readonly bordered?: boolean;
  readonly wrapped?: boolean;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly format?: string;
  readonly unlocked?: boolean;
}

export interface SeenRule {
  readonly kind: InputRule['accepts']['kind'];
  /** Of a list its values with commas between, of a range its ends (`0..6`), else the formula. */
  readonly accepts: string;
  readonly promptTitle: string;
  readonly prompt: string;
  readonly refusalTitle: string;
  readonly refusal: string;
}

export interface SeenPage {
  readonly landscape: boolean;
  /** 1-based rows repeated on each page, such as `1:2`; null: none. */
  readonly titleRows: string | null;
}

/** A host under test, and the means to look at what a person would see of a sheet in it. */
export interface SheetSubject {
  readonly host: WorkbookHost;
  look(sheet: string, address: string): Promise<SeenLook>;
  /** Width of a column in characters, rounded to one decimal. */
  width(sheet: string, column: number): Promise<number>;
  /** Height of a row in points. */
  height(sheet: string, row: number): Promise<number>;
  /** What may be typed into a cell; null: anything. */
  rule(sheet: string, address: string): Promise<SeenRule | null>;
  isProtected(sheet: string): Promise<boolean>;
  /** Where a link on a cell leads: `#'sheet'!A1`, or the file's path, not encoded, with such an ending; null: no link. */
  link(sheet: string, address: string): Promise<string | null>;
  /** First cell that scrolls; null: nothing is frozen. */
  frozen(sheet: string): Promise<CellRef | null>;
  page(sheet: string): Promise<SeenPage>;
  /** Titles of the charts on a sheet, with the number of their series. */
  charts(sheet: string): Promise<readonly { readonly title: string; readonly series: number }[]>;
}

export type SheetFactory = (book: ContractBook) => Promise<SheetSubject>;

/** What a spreadsheet cannot do, told beforehand: the cases go without it. */
export interface SheetAbilities {
  readonly charts: boolean;
  readonly page: boolean;
}

const BOOK: ContractBook = {
  sheets: [
    {
      name: '附件1',
      cells: { A1: '考核评分表', B2: 6, C2: { formula: 'B2*2', value: 12 } },
      merges: ['A1:C1'],
    },
    { name: '考核汇总', cells: { A1: '旧标题', D9: '旧内容', B3: 1 }, merges: ['D9:E9'] },
    { name: '说明', cells: { B2: '填报说明' } },
  ],
};

const at = (address: string): CellRef => {
  const cell = parseCell(address);
  if (cell === null) throw new Error(address);
  return cell;
};
const area = (address: string): Rect => {
  const rect = parseRect(address);
  if (rect === null) throw new Error(address);
  return rect;
};

const TITLE: CellLook = {
  font: { name: '黑体', size: 18, bold: true },
  horizontal: 'center',
  vertical: 'center',
};
const HEADER: CellLook = {
  font: { name: '宋体', size: 11, bold: true },
  fill: 'D9E1F2',
  border: true,
  horizontal: 'center',
  vertical: 'center',
  wrap: true,
};
const BODY: CellLook = { border: true, vertical: 'center', wrap: true };
const SCORE: CellLook = { border: true, format: '0.00', unlocked: true };
const PLAIN: CellLook = {};

const text = (address: string, value: string | number, look: CellLook): SheetCell => ({
  ...at(address),
  content: { kind: 'value', value },
  look,
});
const cell = (address: string, content: CellContent, look: CellLook): SheetCell => ({
  ...at(address),
  content,
  look,
});

/** Words that are formulas, commands or markup elsewhere. */
export const HOSTILE = [
  '=1+1',
  "+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(A1:A9)',
  '=HYPERLINK("http://x.example","点我")',
  '<img src=x onerror=alert(1)>',
  '&amp;&lt;',
  '_x0041_',
  '007',
  ' 前后有空格 ',
  '两行\n文字',
  '“引号”"\'',
] as const;

export const SUMMARY: SheetContent = {
  name: '考核汇总',
  cells: [
    text('A1', '考核汇总', TITLE),
    cell('B1', { kind: 'format' }, TITLE),
    cell('C1', { kind: 'format' }, TITLE),
    text('A2', '考核单位', HEADER),
    text('B2', '得分', HEADER),
    text('C2', '来源文件', HEADER),
    text('A3', '新碶街道', BODY),
    text('B3', 95.5, SCORE),
    text('C3', '附件1-新碶街道 #1 100%.xlsx', BODY),
    text('A4', '小港街道', BODY),
    text('B4', 90, SCORE),
    text('C4', '附件1', BODY),
    text('A5', '合计', HEADER),
    cell('B5', { kind: 'formula', formula: 'SUM(B3:B4)', cached: 185.5 }, SCORE),
    cell('C5', { kind: 'formula', formula: 'IF(B5>100,"是","否")', cached: '是' }, BODY),
    ...HOSTILE.map((value, index) => text(`A${index + 7}`, value, PLAIN)),
  ],
  merges: [area('A1:C1')],
  widths: [20, 9.5, 36],
  heights: new Map([
    [0, 33],
    [2, 40.5],
  ]),
  links: [
    {
      ...at('C3'),
      to: { kind: 'file', path: '材料 2023/附件1-新碶街道 #1 100%.xlsx', sheet: "附件's", cell: at('E7') },
      tip: '打开',
    },
    { ...at('C4'), to: { kind: 'cell', sheet: '附件1', cell: at('B2') } },
  ],
  validations: [
    {
      areas: [area('B3')],
      accepts: { kind: 'list', values: ['100', '95.5', '90'] },
      prompt: { title: '评分标准', text: '每次扣4.5分\n扣完为止' },
      refusal: { title: '分数不对', text: '只能是 100、95.5、90。' },
    },
    {
      areas: [area('B4'), area('D3:D4')],
      accepts: { kind: 'decimal', from: 0, to: 100 },
      prompt: null,
      refusal: { title: '分数不对', text: '请填 0–100。' },
    },
    {
      areas: [area('E3:E4')],
      accepts: { kind: 'custom', formula: 'AND(ISNUMBER(E3),E3<=B3)' },
      prompt: { title: '提示', text: '不超过 B 列' },
      refusal: { title: '分数不对', text: '"太大" & <多>' },
    },
  ],
  frozen: at('B3'),
  isProtected: true,
  page: {
    landscape: true,
    titleRows: { from: 0, to: 1 },
    fitWidth: true,
    header: '2023年 A&&B',
    footer: '第 &P 页，共 &N 页',
  },
  charts: [
    {
      title: '折合得分',
      horizontal: false,
      categories: area('A3:A4'),
      series: [{ name: '得分', values: area('B3:B4') }],
      place: area('E7:K20'),
    },
  ],
};

/** The same sheet under a name the workbook does not have, open to typing and plain. */
export const PLAIN_SHEET: SheetContent = {
  name: "问题's 清单",
  cells: [text('B2', '问题', BODY), text('C3', 2, PLAIN)],
  merges: [],
  widths: [],
  heights: new Map(),
  links: [],
  validations: [],
  frozen: null,
  isProtected: false,
  page: null,
  charts: [],
};

const planOf = (...sheets: readonly SheetContent[]): EditPlan => ({ cells: [], marks: [], sheets });

async function gridsOf(host: WorkbookHost): Promise<readonly Grid[]> {
  return (await host.read()).grids;
}

async function cellAt(host: WorkbookHost, sheet: string, address: string) {
  const { row, column } = at(address);
  const grid = (await gridsOf(host)).find(({ name }) => name === sheet);
  const found = grid?.rows.find(({ index }) => index === row)?.cells.find((c) => c.column === column);
  return { value: found?.value ?? null, formula: found?.formula ?? null };
}

/** What a person sees of every sheet, for comparing before and after. */
async function seen(subject: SheetSubject) {
  const sheets = [];
  for (const { name, rows, merges, hidden } of await gridsOf(subject.host)) {
    const details = [];
    for (const address of ['A1', 'A2', 'B3', 'B4', 'C3', 'C4', 'D3', 'E4']) {
      details.push({
        address,
        look: await subject.look(name, address),
        rule: await subject.rule(name, address),
        link: await subject.link(name, address),
      });
    }
    sheets.push({
      name,
      rows,
      merges,
      hidden,
      details,
      widths: [await subject.width(name, 0), await subject.width(name, 2)],
      heights: [await subject.height(name, 0), await subject.height(name, 2)],
      isProtected: await subject.isProtected(name),
      frozen: await subject.frozen(name),
      charts: await subject.charts(name),
    });
  }
  return sheets;
}

/** What every adapter must do with sheets that are written whole, whichever spreadsheet stands behind it. */
export function describeSheetContract(
  adapter: string,
  create: SheetFactory,
  abilities: SheetAbilities = { charts: true, page: true },
): void {
  describe(`whole sheets, as ${adapter} writes them`, () => {
    test('a new sheet stands behind the others, which stay as they are', async () => {
      const subject = await create(BOOK);
      const before = await seen(subject);
      const receipt = await subject.host.apply(planOf(PLAIN_SHEET));
      expect(receipt.cells).toBeGreaterThanOrEqual(2);
      const after = await seen(subject);
      expect(after.map(({ name }) => name)).toEqual(['附件1', '考核汇总', '说明', "问题's 清单"]);
      expect(after.slice(0, 3)).toEqual(before);
      expect(await cellAt(subject.host, "问题's 清单", 'B2')).toEqual({ value: '问题', formula: null });
      expect(await cellAt(subject.host, "问题's 清单", 'C3')).toEqual({ value: 2, formula: null });
      expect(await subject.isProtected("问题's 清单")).toBe(false);
    });

    test('a sheet of that name is replaced in its place: nothing of the old one is left', async () => {
      const subject = await create(BOOK);
      const before = await seen(subject);
      await subject.host.apply(planOf(SUMMARY));
      const after = await seen(subject);
      expect(after.map(({ name }) => name)).toEqual(['附件1', '考核汇总', '说明']);
      expect([after[0], after[2]]).toEqual([before[0], before[2]]);
      expect(await cellAt(subject.host, '考核汇总', 'A1')).toEqual({ value: '考核汇总', formula: null });
      expect(await cellAt(subject.host, '考核汇总', 'D9')).toEqual({ value: null, formula: null });
      const { merges } = (await gridsOf(subject.host))[1]!;
      if (merges !== null) expect(merges).toEqual([area('A1:C1')]);
    });

    test('letter case makes no other sheet', async () => {
      const subject = await create({ sheets: [{ name: 'Summary', cells: { A1: 'x' } }] });
      await subject.host.apply(planOf({ ...PLAIN_SHEET, name: 'SUMMARY' }));
      const grids = await gridsOf(subject.host);
      expect(grids).toHaveLength(1);
      expect(grids[0]!.rows.map(({ index }) => index)).toEqual([1, 2]);
    });

    test('text stays text, whatever it begins with', async () => {
      const subject = await create(BOOK);
      await subject.host.apply(planOf(SUMMARY));
      for (const [index, value] of HOSTILE.entries())
        expect(await cellAt(subject.host, '考核汇总', `A${index + 7}`)).toEqual({ value, formula: null });
    });

    test('formulas stand with the values they give', async () => {
      const { host } = await create(BOOK);
      await host.apply(planOf(SUMMARY));
      expect(await cellAt(host, '考核汇总', 'B5')).toEqual({ value: 185.5, formula: 'SUM(B3:B4)' });
      expect(await cellAt(host, '考核汇总', 'C5')).toEqual({ value: '是', formula: 'IF(B5>100,"是","否")' });
    });

    test('looks, widths and heights are those of the plan', async () => {
      const subject = await create(BOOK);
      await subject.host.apply(planOf(SUMMARY));
      expect(await subject.look('考核汇总', 'A1')).toMatchObject({ bold: true, horizontal: 'center' });
      expect(await subject.look('考核汇总', 'A2')).toMatchObject({
        bold: true,
        fill: 'D9E1F2',
        bordered: true,
        wrapped: true,
      });
      expect(await subject.look('考核汇总', 'B3')).toMatchObject({
        format: '0.00',
        bordered: true,
        unlocked: true,
        fill: null,
      });
      expect(await subject.look('考核汇总', 'C3')).toMatchObject({
        bold: false,
        unlocked: false,
        wrapped: true,
      });
      for (const [column, width] of SUMMARY.widths.entries())
        expect(Math.abs((await subject.width('考核汇总', column)) - width)).toBeLessThan(0.3);
      for (const [row, height] of SUMMARY.heights)
        expect(Math.abs((await subject.height('考核汇总', row)) - height)).toBeLessThan(0.8);
    });

    test('cells accept what the rules say, with their words', async () => {
      const subject = await create(BOOK);
      await subject.host.apply(planOf(SUMMARY));
      expect(await subject.rule('考核汇总', 'B3')).toEqual({
        kind: 'list',
        accepts: '100,95.5,90',
        promptTitle: '评分标准',
        prompt: '每次扣4.5分\n扣完为止',
        refusalTitle: '分数不对',
        refusal: '只能是 100、95.5、90。',
      });
      for (const address of ['B4', 'D3', 'D4'])
        expect(await subject.rule('考核汇总', address)).toMatchObject({ kind: 'decimal', accepts: '0..100' });
      expect(await subject.rule('考核汇总', 'E3')).toMatchObject({
        kind: 'custom',
        accepts: 'AND(ISNUMBER(E3),E3<=B3)',
        refusal: '"太大" & <多>',
      });
      expect(await subject.rule('考核汇总', 'C3')).toBeNull();
    });

    test('only a sheet that the plan protects is protected', async () => {
      const subject = await create(BOOK);
      await subject.host.apply(planOf(SUMMARY));
      expect(await subject.isProtected('考核汇总')).toBe(true);
      expect(await subject.isProtected('附件1')).toBe(false);
      await subject.host.apply(planOf({ ...SUMMARY, isProtected: false }), { unprotect: true });
      expect(await subject.isProtected('考核汇总')).toBe(false);
    });

    test('links lead to cells and to files beside the workbook', async () => {
      const subject = await create(BOOK);
      await subject.host.apply(planOf(SUMMARY));
      expect(await subject.link('考核汇总', 'C3')).toBe("材料 2023/附件1-新碶街道 #1 100%.xlsx#'附件''s'!E7");
      expect(await subject.link('考核汇总', 'C4')).toBe("#'附件1'!B2");
      expect(await subject.link('考核汇总', 'A3')).toBeNull();
      expect(await cellAt(subject.host, '考核汇总', 'C4')).toEqual({ value: '附件1', formula: null });
    });

    test('the head of the table stays in sight', async () => {
      const subject = await create(BOOK);
      await subject.host.apply(planOf(SUMMARY));
      expect(await subject.frozen('考核汇总')).toEqual(at('B3'));
      await subject.host.apply(planOf({ ...SUMMARY, frozen: null }), { unprotect: true });
      expect(await subject.frozen('考核汇总')).toBeNull();
    });

    (abilities.page ? test : test.skip)('a page is set up as the plan says', async () => {
      const subject = await create(BOOK);
      await subject.host.apply(planOf(SUMMARY));
      expect(await subject.page('考核汇总')).toEqual({ landscape: true, titleRows: '1:2' });
    });

    (abilities.charts ? test : test.skip)('charts stand on the sheet, the old ones go', async () => {
      const subject = await create(BOOK);
      await subject.host.apply(planOf(SUMMARY));
      expect(await subject.charts('考核汇总')).toEqual([{ title: '折合得分', series: 1 }]);
      await subject.host.apply(planOf({ ...SUMMARY, charts: [] }), { unprotect: true });
      expect(await subject.charts('考核汇总')).toEqual([]);
    });

    test('writing twice is writing once', async () => {
      const subject = await create(BOOK);
      await subject.host.apply(planOf(SUMMARY, PLAIN_SHEET));
      const once = await seen(subject);
      await subject.host.apply(planOf(SUMMARY, PLAIN_SHEET), { unprotect: true });
      expect(await seen(subject)).toEqual(once);
    });

    test('undo takes all back: new sheets go, replaced ones are as before', async () => {
      const subject = await create(BOOK);
      const before = await seen(subject);
      const { undo } = await subject.host.apply(planOf(SUMMARY, PLAIN_SHEET));
      expect(await seen(subject)).not.toEqual(before);
      await undo();
      expect(await seen(subject)).toEqual(before);
    });

    test('cells of a plan are edited after its sheets stand', async () => {
      const { host } = await create(BOOK);
      const content: CellContent = { kind: 'value', value: 3 };
      const edit = { sheet: PLAIN_SHEET.name, ...at('D5'), content };
      await host.apply({ ...planOf(PLAIN_SHEET), cells: [edit] });
      expect(await cellAt(host, PLAIN_SHEET.name, 'D5')).toEqual({ value: 3, formula: null });
      expect(await cellAt(host, PLAIN_SHEET.name, 'C3')).toEqual({ value: 2, formula: null });
    });

    test('a plan that cannot be carried out writes no sheet either', async () => {
      const subject = await create(BOOK);
      const before = await seen(subject);
      const content: CellContent = { kind: 'value', value: 3 };
      const plan = { ...planOf(PLAIN_SHEET), cells: [{ sheet: '没有', ...at('A1'), content }] };
      await expect(subject.host.apply(plan)).rejects.toMatchObject({ code: 'sheet-missing' });
      expect(await seen(subject)).toEqual(before);
    });
  });
}
