import { applyFix } from '../../src/app/applyFix';
import { checkSnapshot } from '../../src/app/checkWorkbook';
import { validateAndTotal } from '../../src/app/validateAndTotal';
import type { CheckedBook } from '../../src/check/report';
import type { WorkbookHost } from '../../src/hosts/host';
import type { EditPlan } from '../../src/plan/edits';
import { fixesIn } from '../../src/plan/planFix';
import type { Fix } from '../../src/plan/planFix';
import type { FindingCode } from '../../src/rubric/finding';
import { cellAddress } from '../../src/sheet/address';
import type { BookSnapshot } from '../../src/sheet/grid';
import { applyCells } from '../support/applyPlan';
import { bookOf, streetSheet } from '../support/scoringSheet';
import type { Scores, StreetOptions } from '../support/scoringSheet';

/** A workbook in memory. */
class MemoryHost implements WorkbookHost {
  constructor(public book: BookSnapshot) {}

  async read() {
    return this.book;
  }

  async apply(plan: EditPlan) {
    const before = this.book;
    this.book = applyCells(before, plan);
    const undo = async () => {
      this.book = before;
    };
    return { cells: plan.cells.length, highlights: 0, notes: 0, undo };
  }
}

function open(scores: readonly Scores[], options: StreetOptions = {}) {
  const host = new MemoryHost(bookOf([streetSheet(scores, options)]));
  const check = () => checkSnapshot(host.book, {});
  return { host, check };
}

/** The fixes of the first finding with this code. */
function fixesFor(book: CheckedBook, code: FindingCode): readonly Fix[] {
  const [table] = book.tables;
  const finding = table?.findings.find((one) => one.code === code);
  return table === undefined || finding === undefined ? [] : fixesIn(book)(table, finding);
}

const shown = (fixes: readonly Fix[]) =>
  fixes.map(({ kind, edit, shows }) => `${kind} ${cellAddress(edit)} ${shows}`);

describe('the fixes of a finding', () => {
  it('are certain where the cell says what is meant', () => {
    const { check } = open([[6], ['３分'], [10], [7.5], [2]]);
    expect(shown(fixesFor(check(), 'score/text-number'))).toEqual(['certain E4 3']);
  });

  it('are a formula for a wrong total, but not while scores are text that no sum counts', () => {
    const below = [['合计', 30, 99]] as const;
    const total = open([[6], [4], [10], [7.5], [2]], { below });
    const [fix, ...others] = fixesFor(total.check(), 'total/mismatch');
    expect(others).toEqual([]);
    expect(fix).toMatchObject({ kind: 'certain', edit: { content: { kind: 'formula' } } });
    const text = open([[6], ['4分'], [10], [7.5], [2]], { below });
    expect(fixesFor(text.check(), 'total/mismatch')).toEqual([]);
  });

  it('are offers where only a person can choose, nearest first', () => {
    const { check } = open([[6], [3.5], [11], [7.5], [2]]);
    expect(shown(fixesFor(check(), 'score/unattainable'))).toEqual([
      'offered E4 4',
      'offered E4 2',
      'offered E4 0',
    ]);
    expect(shown(fixesFor(check(), 'score/above-max'))[0]).toBe('offered E5 10');
  });

  it('are none for what a formula gives, nor for a score that is missing', () => {
    const { check } = open([[{ value: 7, formula: '3+4' }], [], [10], [7.5], [2]]);
    expect(fixesFor(check(), 'score/above-max')).toEqual([]);
    expect(fixesFor(check(), 'score/missing')).toEqual([]);
  });
});

describe('a fix that was chosen', () => {
  const faulty: readonly Scores[] = [[6], [3.5], ['11分'], [7.5], [2]];

  it('settles its finding, changes one cell, and can be taken back', async () => {
    const { host, check } = open(faulty);
    const before = host.book;
    const [fix] = fixesFor(check(), 'score/unattainable');
    const [grid] = before.grids;
    if (fix === undefined || grid === undefined) throw new Error('No fix');
    const receipt = await applyFix(host, fix.edit, grid);
    expect(fixesFor(check(), 'score/unattainable')).toEqual([]);
    expect(receipt?.cells).toBe(1);
    await receipt?.undo();
    expect(host.book).toEqual(before);
  });

  it('is left undone when its row reads otherwise by then, also because a row was inserted above', async () => {
    const { host, check } = open(faulty);
    const [fix] = fixesFor(check(), 'score/unattainable');
    const [grid] = host.book.grids;
    if (fix === undefined || grid === undefined) throw new Error('No fix');
    const moved = grid.rows.map((row) => (row.index < 3 ? row : { ...row, index: row.index + 1 }));
    for (const rows of [moved, []]) {
      host.book = { ...host.book, grids: [{ ...grid, rows }] };
      expect(await applyFix(host, fix.edit, grid)).toBeNull();
    }
    host.book = { ...host.book, grids: [] };
    expect(await applyFix(host, fix.edit, grid)).toBeNull();
  });

  it('is done after 校验并合计 has made a number of the text in its cell', async () => {
    const { host } = open(faulty);
    const { standing, checked } = await validateAndTotal(host, { language: 'zh-CN' });
    const codes = (book: CheckedBook) => book.tables[0]?.findings.map(({ code }) => code) ?? [];
    expect(codes(checked)).toContain('score/text-number');
    expect(codes(standing)).toEqual(codes(checked).filter((code) => code !== 'score/text-number'));
    const [fix] = fixesFor(standing, 'score/above-max');
    const grid = standing.tables[0]?.table.grid;
    if (fix === undefined || grid === undefined) throw new Error('No fix');
    expect(await applyFix(host, fix.edit, grid)).not.toBeNull();
  });
});
