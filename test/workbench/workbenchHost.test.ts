import type { HostEvent } from '../../src/hosts/host';
import type { EditPlan } from '../../src/plan/edits';
import type { BookPicture } from '../../src/workbench/picture';
import { cellIn } from '../../src/workbench/typedEdits';
import { WorkbenchHost } from '../../src/workbench/workbenchHost';
import { buildWorkbook } from '../support/package';

const BOOK = buildWorkbook({
  sheets: [
    {
      name: '附件1',
      rows: [
        ['项目', '得分'],
        ['甲', 5],
        ['乙', 6],
        ['合计', { formula: 'SUM(B2:B3)', value: 11 }],
      ],
    },
  ],
});

/** A view that only remembers what it was shown. */
class Shown {
  readonly pictures: BookPicture[] = [];
  ready = async () => {};
  show = (picture: BookPicture) => void this.pictures.push(picture);
  select = () => {};
  settled = 0;
  settle = async () => void this.settled++;
  calculated = async () => {};
  focus = () => {};
  close = () => {};
}

function open(bytes = BOOK): { host: WorkbenchHost; view: Shown; events: HostEvent[] } {
  const host = new WorkbenchHost(bytes, '表.xlsx', true);
  const view = new Shown();
  host.attach(view);
  const events: HostEvent[] = [];
  void host.watch((event) => events.push(event));
  return { host, view, events };
}

const typed = (row: number, value: number | string | boolean | null) => ({
  sheet: '附件1',
  row,
  column: 1,
  formula: null,
  value,
});

const total = (value: number) => ({ sheet: '附件1', row: 3, column: 1, formula: 'SUM(B2:B3)', value });

const plan = (row: number, value: number): EditPlan => ({
  cells: [{ sheet: '附件1', row, column: 2, content: { kind: 'value', value } }],
  marks: [{ sheet: '附件1', highlights: [{ row: 1, column: 1, severity: 'error' }], notes: [] }],
});

async function valueAt(host: WorkbenchHost, row: number, column = 1) {
  return cellIn(await host.read(), '附件1', { row, column })?.value ?? null;
}

describe('the workbook of the workbench', () => {
  it('takes what is being typed as finished when somebody asks for a reading, and leaves it alone when nobody did', async () => {
    const { host, view } = open();
    await host.read({ isUnasked: true });
    expect(view.settled).toBe(0);
    await host.read();
    expect(view.settled).toBe(1);
  });

  it('gives the bytes that were opened until something changes', async () => {
    const { host } = open();
    expect(await host.bytes()).toBe(BOOK);
    expect(host.history()).toEqual({ canUndo: false, canRedo: false, isUnsaved: false });
  });

  it('reads what was typed at once, and writes it into the file when the file is asked for', async () => {
    const { host, events } = open();
    host.typed([typed(1, 4)]);
    host.computed([total(10)]);
    expect(await valueAt(host, 1)).toBe(4);
    expect(await valueAt(host, 3)).toBe(10);
    expect(events).toEqual([
      { kind: 'edited', sheet: '附件1' },
      { kind: 'edited', sheet: '附件1' },
    ]);
    const again = open(await host.bytes()).host;
    expect([await valueAt(again, 1), await valueAt(again, 3)]).toEqual([4, 10]);
  });

  it.each([
    ['text', '5分'],
    ['text that looks like a formula', '=1+1'],
    ['a truth value', true],
    ['nothing', null],
  ])('keeps %s as what it is', async (_, value) => {
    const { host } = open();
    host.typed([typed(1, value)]);
    const again = open(await host.bytes()).host;
    expect(cellIn(await again.read(), '附件1', { row: 1, column: 1 }) ?? null).toEqual(
      value === null ? null : { column: 1, value, formula: null },
    );
  });

  it('keeps errors and unknown results of formulas', async () => {
    const { host } = open();
    const at = { sheet: '附件1', column: 1 };
    host.typed([
      { ...at, row: 1, formula: '1/0', value: { error: '#DIV/0!' } },
      { ...at, row: 2, formula: 'CUBEVALUE("x")', value: null },
    ]);
    const again = open(await host.bytes()).host;
    const book = await again.read();
    expect(cellIn(book, '附件1', { row: 1, column: 1 })).toEqual({
      column: 1,
      formula: '1/0',
      value: { error: '#DIV/0!' },
    });
    expect(cellIn(book, '附件1', { row: 2, column: 1 })).toEqual({
      column: 1,
      formula: 'CUBEVALUE("x")',
      value: null,
    });
  });

  it('has one history of what was typed and what was written, exact to the byte both ways', async () => {
    const { host, view } = open();
    host.typed([typed(1, 4)]);
    host.computed([total(10)]);
    const one = await host.bytes();
    await host.apply(plan(1, 100));
    const two = await host.bytes();
    host.typed([typed(2, 3)]);
    const three = await host.bytes();

    host.undo();
    expect(await host.bytes()).toEqual(two);
    host.undo();
    expect(await host.bytes()).toEqual(one);
    expect(view.pictures[view.pictures.length - 1]?.look.sheets[0]?.highlights).toEqual([]);
    host.undo();
    expect(await host.bytes()).toBe(BOOK);
    expect(host.history()).toEqual({ canUndo: false, canRedo: true, isUnsaved: false });
    host.redo();
    host.redo();
    host.redo();
    expect(await host.bytes()).toEqual(three);
    expect(host.history()).toEqual({ canUndo: true, canRedo: false, isUnsaved: true });
  });

  it('takes back a write and keeps what was typed after it', async () => {
    const { host } = open();
    const receipt = await host.apply(plan(1, 100));
    host.typed([typed(1, 4)]);
    await receipt.undo();
    expect(await valueAt(host, 1, 2)).toBeNull();
    expect(await valueAt(host, 1)).toBe(4);
    // And that can be taken back in turn.
    host.undo();
    expect(await valueAt(host, 1, 2)).toBe(100);
  });

  it('takes back the last write as the history does, so that it can be done again', async () => {
    const { host, events } = open();
    const receipt = await host.apply(plan(1, 100));
    const written = await host.bytes();
    await receipt.undo();
    expect(await host.bytes()).toBe(BOOK);
    // Own writes, and taking them back, are not told as a person's doing.
    expect(events).toEqual([]);
    host.redo();
    expect(await host.bytes()).toEqual(written);
    expect(events).toEqual([{ kind: 'edited', sheet: '附件1' }]);
  });

  it('leaves alone what the person went back behind already', async () => {
    const { host } = open();
    const receipt = await host.apply(plan(1, 100));
    host.undo();
    host.typed([typed(1, 4)]);
    await receipt.undo();
    expect(await valueAt(host, 1)).toBe(4);
  });

  it('counts as saved what was saved, also after going there and back', async () => {
    const { host } = open();
    host.typed([typed(1, 4)]);
    await host.bytes();
    host.saved();
    expect(host.history().isUnsaved).toBe(false);
    host.typed([typed(1, 3)]);
    expect(host.history().isUnsaved).toBe(true);
    host.undo();
    expect(host.history().isUnsaved).toBe(false);
  });

  it('ignores results that stand already, and those of a workbook just opened', async () => {
    const { host, events } = open();
    host.computed([total(11), total(12)]);
    expect(events).toEqual([]);
    expect(await host.bytes()).toBe(BOOK);
  });

  it('says that a sheet is gone', async () => {
    const { host } = open();
    await expect(host.select('没有', { row: 0, column: 0 })).rejects.toMatchObject({ code: 'sheet-missing' });
  });

  it('shows a text with several looks until its cell is typed over, and again when that is taken back', () => {
    const runs = '<r><t>项</t></r><r><rPr><b/><color rgb="FFFF0000"/></rPr><t>目</t></r>';
    const xml =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">' +
      `<c r="A1" t="inlineStr"><is>${runs}</is></c></row></sheetData></worksheet>`;
    const { host, view } = open(buildWorkbook({ sheets: [{ name: '一', xml }] }));
    const last = () => view.pictures[view.pictures.length - 1]!;
    const rich = last().look.sheets.find(({ richTexts }) => richTexts.length > 0);
    if (rich === undefined) throw new Error('no rich text');
    expect(rich.richTexts[0]?.runs[1]).toEqual({ text: '目', font: { bold: true, color: 'FF0000' } });
    const { row, column } = rich.richTexts[0]!;
    host.typed([{ sheet: rich.name, row, column, formula: null, value: '新' }]);
    host.typed([{ sheet: rich.name, row: row + 50, column, formula: null, value: '又' }]);
    const count = () => last().look.sheets.find(({ name }) => name === rich.name)?.richTexts.length;
    host.undo();
    expect(count()).toBe(rich.richTexts.length - 1);
    host.undo();
    expect(count()).toBe(rich.richTexts.length);
  });
});
