import fc from 'fast-check';
import type { CellContent } from '../../src/plan/cellContent';
import type { CellEdit, EditPlan, SheetMarks } from '../../src/plan/edits';
import { SEVERITIES } from '../../src/plan/marks';
import type { CellInput } from '../../src/sheet/gridFromRows';

/*
 * Workbooks and plans at random, for the laws that every host on a screen keeps.
 */

const ROWS = 6;
const COLUMNS = 4;
/** Sheets of the workbook and of the plans. */
export const SHEETS = ['附件1', "it's"];

const place = fc.record({ row: fc.nat(ROWS + 2), column: fc.nat(COLUMNS) });
const words = fc.constantFrom('高于满分', '=1+1', '第一行\n第二行', '8', '');
const constant: fc.Arbitrary<CellInput> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  fc.constantFrom<CellInput>('总分', '8分', '=1+1', '8', "'引号", '2023年', 3, -0.5, true, { error: '#N/A' }),
  fc.constant({ formula: 'SUM(1,2)', value: 3 }),
);

/** A cell's own look. White is left out: before 1.9 Excel does not say whether a white cell has a fill at all. */
const look = fc.record({
  at: place,
  format: fc.record({
    numberFormat: fc.constantFrom('General', '@', '0.00'),
    fill: fc.constantFrom(null, '#FFFF00'),
    bold: fc.boolean(),
    horizontal: fc.constantFrom('General', 'Center'),
    wrap: fc.boolean(),
    locked: fc.boolean(),
  }),
  sides: fc.uniqueArray(fc.constantFrom('EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight')),
});
/** The line that `sides` of a look stand for. */
export const LINE = { style: 'Continuous', weight: 'Medium', color: '#FF0000' };

const content: fc.Arbitrary<CellContent> = fc.oneof(
  fc.record({ kind: fc.constant('value' as const), value: fc.oneof(words, fc.constantFrom(null, 8, 0.25)) }),
  fc.constant<CellContent>({ kind: 'formula', formula: 'SUM(A1:B2)', cached: 1 }),
  fc.constant<CellContent>({ kind: 'format' }),
);
/** An edit of any cell. */
export const edit: fc.Arbitrary<CellEdit> = fc
  .record({
    sheet: fc.constantFrom(...SHEETS),
    at: place,
    content,
    like: fc.option(place, { nil: undefined }),
  })
  .map(({ sheet, at, content: what, like }) => ({
    sheet,
    ...at,
    content: what,
    ...(like === undefined ? {} : { like }),
  }));
/** An added row takes its look from rows that are not written, as in every plan of ours. */
export const belowModel = edit.map((one) => ({
  ...one,
  row: one.row + ROWS,
  ...(one.like === undefined ? {} : { like: { ...one.like, row: one.like.row % (ROWS - 2) } }),
}));
const marks: fc.Arbitrary<SheetMarks> = fc.record({
  sheet: fc.constantFrom(...SHEETS),
  highlights: fc
    .uniqueArray(place, { selector: ({ row, column }) => `${row},${column}` })
    .chain((cells) =>
      fc.tuple(
        ...cells.map((cell) => fc.constantFrom(...SEVERITIES).map((severity) => ({ ...cell, severity }))),
      ),
    ),
  notes: fc
    .uniqueArray(place, { selector: ({ row, column }) => `${row},${column}` })
    .map((cells) => cells.map((cell, index) => ({ ...cell, text: `第${index}条` }))),
});
/** A plan of such edits, and marks. */
export const planWith = (cell: fc.Arbitrary<CellEdit>): fc.Arbitrary<EditPlan> =>
  fc.record({
    cells: fc.array(cell, { maxLength: 12 }),
    marks: fc.uniqueArray(marks, { selector: ({ sheet }) => sheet }),
  });
/** A workbook of two sheets: contents, looks and users' notes on the first. */
export const workbook = fc.record({
  rows: fc.array(fc.array(constant, { minLength: COLUMNS, maxLength: COLUMNS }), {
    minLength: ROWS,
    maxLength: ROWS,
  }),
  looks: fc.array(look, { maxLength: 8 }),
  notes: fc.uniqueArray(fc.record({ at: place, ours: fc.boolean() }), {
    selector: ({ at }) => `${at.row},${at.column}`,
    maxLength: 4,
  }),
});

export type ArbitraryWorkbook = typeof workbook extends fc.Arbitrary<infer T> ? T : never;
