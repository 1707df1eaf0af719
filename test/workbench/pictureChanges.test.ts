import { readBookLook } from '../../src/hosts/file/look/readBookLook';
import { readWorkbook } from '../../src/hosts/file/read/workbook';
import { executePlan } from '../../src/hosts/file/patch/executePlan';
import type { EditPlan } from '../../src/plan/edits';
import type { BookPicture } from '../../src/workbench/picture';
import { changesBetween } from '../../src/workbench/pictureChanges';
import { withEdits } from '../../src/workbench/typedEdits';
import { buildWorkbook } from '../support/package';
import type { SheetSpec } from '../support/package';

const SHEET: SheetSpec = {
  name: '一',
  rows: [
    ['项目', '得分'],
    ['甲', 5],
    ['合计', { formula: 'SUM(B2:B2)', value: 5 }],
  ],
};

const bytesOf = (...sheets: SheetSpec[]) => buildWorkbook({ sheets });
const pictureOf = (bytes: Uint8Array): BookPicture => ({
  snapshot: readWorkbook(bytes, '表.xlsx').snapshot,
  look: readBookLook(bytes),
});

/** Addresses of the changed cells of each sheet; null where the view has to be built anew. */
const changed = (before: BookPicture, after: BookPicture) =>
  changesBetween(before, after)?.map(({ cells }) =>
    cells.map(({ row, column }) => `${'ABCDEFGH'[column]}${row + 1}`).sort(),
  ) ?? null;

describe('what differs between two pictures', () => {
  const before = pictureOf(bytesOf(SHEET, { name: '二', rows: [['x']] }));

  it('is nothing for the same file', () => {
    expect(changed(before, pictureOf(bytesOf(SHEET, { name: '二', rows: [['x']] })))).toEqual([[], []]);
  });

  it('is the cells that were typed in, emptied or came new', () => {
    const edit = (row: number, column: number, value: number | null) => ({
      sheet: '一',
      row,
      column,
      formula: null,
      value,
    });
    const edits = [edit(1, 1, 6), edit(0, 0, null), edit(9, 3, 1), edit(2, 1, 5)];
    const snapshot = withEdits(before.snapshot, edits);
    // B3 shows the same figure as before, and is no formula any more.
    expect(changed(before, { ...before, snapshot })).toEqual([['A1', 'B2', 'B3', 'D10'], []]);
  });

  it('passes over figures that differ beyond the digits a cell keeps', () => {
    const snapshot = withEdits(before.snapshot, [
      { sheet: '一', row: 1, column: 1, formula: null, value: 5 + 1e-15 },
    ]);
    expect(changed(before, { ...before, snapshot })).toEqual([[], []]);
  });

  it('is cells whose look alone changed', () => {
    const rows = [SHEET.rows?.[0] ?? [], ['甲', { value: 5, style: 1 }], SHEET.rows?.[2] ?? []];
    const after = pictureOf(bytesOf({ name: '一', rows }, { name: '二', rows: [['x']] }));
    expect(changed(before, after)).toEqual([['B2'], []]);
  });

  it('needs no new view for highlights and notes, which are no part of the cells', () => {
    const bytes = bytesOf(SHEET);
    const plan: EditPlan = {
      cells: [],
      marks: [
        {
          sheet: '一',
          highlights: [{ row: 1, column: 1, severity: 'error' }],
          notes: [{ row: 1, column: 1, text: '超过满分' }],
        },
      ],
    };
    expect(changed(pictureOf(bytes), pictureOf(executePlan(bytes, plan).bytes))).toEqual([[]]);
  });

  it.each<[string, SheetSpec[]]>([
    ['a sheet more', [SHEET, { name: '二', rows: [['x']] }, { name: '三' }]],
    ['another name', [SHEET, { name: '贰', rows: [['x']] }]],
    [
      'merged cells',
      [
        { ...SHEET, merges: ['A1:B1'] },
        { name: '二', rows: [['x']] },
      ],
    ],
    [
      'a hidden row',
      [
        { ...SHEET, hiddenRows: [2] },
        { name: '二', rows: [['x']] },
      ],
    ],
    ['a hidden sheet', [SHEET, { name: '二', rows: [['x']], state: 'hidden' }]],
    [
      'another width',
      [
        { ...SHEET, before: '<cols><col min="1" max="1" width="30" customWidth="1"/></cols>' },
        { name: '二', rows: [['x']] },
      ],
    ],
  ])('needs a new view for %s', (_, sheets) => {
    expect(changed(before, pictureOf(bytesOf(...sheets)))).toBeNull();
  });
});
