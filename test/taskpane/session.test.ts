import { HostError } from '../../src/hosts/host';
import type { ApplyOptions, WorkbookHost } from '../../src/hosts/host';
import type { EditPlan } from '../../src/plan/edits';
import type { CellRef } from '../../src/rubric/finding';
import type { BookSnapshot } from '../../src/sheet/grid';
import { gridFromRows } from '../../src/sheet/gridFromRows';
import { PaneSession } from '../../src/taskpane/session';
import type { PaneState } from '../../src/taskpane/state';
import { streetSheet } from '../support/scoringSheet';

/** A spreadsheet that remembers what was asked of it and fails when told to. */
class ScriptedHost implements WorkbookHost {
  readonly applied: EditPlan[] = [];
  readonly allowed: (ApplyOptions | undefined)[] = [];
  readonly selected: [string, CellRef][] = [];
  readonly undone: EditPlan[] = [];
  reads = 0;
  fault: Error | null = null;

  constructor(private readonly book: BookSnapshot) {}

  async read() {
    this.reads++;
    return this.book;
  }

  async apply(plan: EditPlan, options?: ApplyOptions) {
    this.allowed.push(options);
    if (this.fault !== null) throw this.fault;
    this.applied.push(plan);
    const { cells, marks } = plan;
    return {
      cells: cells.length,
      highlights: marks.reduce((sum, { highlights }) => sum + highlights.length, 0),
      notes: marks.reduce((sum, { notes }) => sum + notes.length, 0),
      undo: async () => {
        if (this.fault !== null) throw this.fault;
        this.undone.push(plan);
      },
    };
  }

  async select(sheet: string, cell: CellRef) {
    if (this.fault !== null) throw this.fault;
    this.selected.push([sheet, cell]);
  }
}

function open(rows: Parameters<typeof streetSheet>[0] = [[6], ['3分'], [11], [7.5], [2]]) {
  const host = new ScriptedHost({ fileName: '附件1.xlsx', grids: [streetSheet(rows)] });
  const session = new PaneSession(host, () => 'zh-CN');
  const seen: PaneState[] = [];
  session.subscribe(() => seen.push(session.state()));
  return { host, session, seen };
}

describe('the pane before anything was asked', () => {
  it('reads the workbook, shows no finding and writes nothing', async () => {
    const { host, session, seen } = open();
    await session.look();
    expect(seen.map(({ busy }) => busy)).toEqual(['look', null]);
    expect(session.state()).toMatchObject({
      showsFindings: false,
      outcome: null,
      canUndo: false,
      fault: null,
    });
    expect(session.state().book?.tables).toHaveLength(1);
    expect(host.applied).toEqual([]);
  });

  it('does what was asked during the first look after it', async () => {
    const { host, session } = open();
    await Promise.all([session.look(), session.validate()]);
    expect(host.reads).toBe(2);
    expect(session.state().showsFindings).toBe(true);
  });
});

describe('校验并合计', () => {
  it('shows the findings, counts what was written, and can be undone', async () => {
    const { host, session } = open();
    await session.validate();
    const { book, outcome, canUndo, showsFindings, busy } = session.state();
    expect({ canUndo, showsFindings, busy }).toEqual({ canUndo: true, showsFindings: true, busy: null });
    expect(book?.tables[0]?.findings.map(({ code }) => code)).toContain('score/above-max');
    expect(outcome).toMatchObject({ kind: 'filled', normalised: 1, degraded: 0 });
    expect(outcome).toMatchObject({ cells: host.applied[0]?.cells.length });
  });

  it('runs once when pressed twice', async () => {
    const { host, session } = open();
    await Promise.all([session.validate(), session.validate()]);
    expect(host.applied).toHaveLength(1);
  });

  it('turns a fault of the host into what can be tried, and tries again with leave to unprotect', async () => {
    const { host, session } = open();
    host.fault = new HostError('sheet-protected', { sheets: '附件1' });
    await session.validate();
    expect(session.state()).toMatchObject({ busy: null, outcome: null, canUndo: false });
    expect(session.state().fault).toMatchObject({ cause: { code: 'sheet-protected' }, again: 'validate' });
    host.fault = null;
    await session.again({ unprotect: true });
    expect(host.allowed).toEqual([{}, { unprotect: true }]);
    expect(session.state()).toMatchObject({ fault: null, showsFindings: true });
  });

  it('tells a fault that nobody foresaw as such', async () => {
    const { host, session } = open();
    host.fault = new TypeError('x is not a function');
    await session.validate();
    expect(session.state().fault?.cause).toEqual({ code: 'internal', detail: 'x is not a function' });
  });

  it('finds nothing to show in a workbook without a scoring table', async () => {
    const host = new ScriptedHost({ fileName: null, grids: [gridFromRows('Sheet1', [['会议通知']])] });
    const session = new PaneSession(host, () => 'zh-CN');
    await session.validate();
    expect(session.state().book?.tables).toEqual([]);
    expect(session.state().fault).toBeNull();
  });
});

describe('清除标记 and 撤销', () => {
  it('take the findings off, and bring them back, one step after the other', async () => {
    const { host, session } = open();
    await session.look();
    await session.validate();
    await session.clear();
    expect(session.state()).toMatchObject({ showsFindings: false, outcome: { kind: 'cleared' } });
    expect(host.applied[1]?.cells).toEqual([]);

    await session.undo();
    expect(session.state()).toMatchObject({
      showsFindings: true,
      outcome: { kind: 'undone' },
      canUndo: true,
    });
    await session.undo();
    expect(session.state()).toMatchObject({ showsFindings: false, canUndo: false });
    expect(host.undone).toEqual([host.applied[1], host.applied[0]]);
  });

  it('keeps a write that could not be undone for another try', async () => {
    const { host, session } = open();
    await session.validate();
    host.fault = new HostError('write-failed');
    await session.undo();
    expect(session.state()).toMatchObject({ canUndo: true, fault: { again: 'undo' } });
    host.fault = null;
    await session.again();
    expect(session.state()).toMatchObject({ canUndo: false, fault: null });
  });
});

describe('定位', () => {
  it('selects the cell and changes nothing else', async () => {
    const { host, session } = open();
    const before = session.state();
    await session.locate('附件1', { row: 4, column: 4 });
    expect(host.selected).toEqual([['附件1', { row: 4, column: 4 }]]);
    expect(session.state()).toBe(before);
  });

  it('says so when the sheet is gone', async () => {
    const { host, session } = open();
    host.fault = new HostError('sheet-missing', { sheet: '附件1' });
    await session.locate('附件1', { row: 4, column: 4 });
    expect(session.state().fault).toMatchObject({ cause: { code: 'sheet-missing' } });
    expect(session.state().fault).not.toHaveProperty('again');
  });
});
