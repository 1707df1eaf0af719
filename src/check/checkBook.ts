import type { Settings } from '../sheet/settings';
import { ROWS_A_STEP, wholly } from '../sheet/steps';
import type { Steps } from '../sheet/steps';
import type { ScoringBook, ScoringTable } from '../sheet/table';
import { applyingItems, isUnitTold } from './applies';
import { TABLE_CHECKS } from './checks';
import { defaultWeight } from './checks/defaultWeight';
import { inSheetOrder } from './order';
import type { ItemReading } from './readings';
import { leftOpen, readItem } from './readings';
import type { CheckedBook, CheckedTable, CheckOptions } from './report';
import { sharedCells } from './sharedCells';
import { stageOf } from './stage';
import { columnTotals, isBonus, itemsThatShare, sectionSums } from './totals';

/** Checks and totals every scoring table of a workbook. Pure; what is wrong comes as findings, never as an exception. */
export function checkBook(book: ScoringBook, options: CheckOptions = {}): CheckedBook {
  return wholly(checkBookInSteps(book, options));
}

/** The same a step at a time: a few milliseconds each in a table of thousands of items. */
export function* checkBookInSteps(book: ScoringBook, options: CheckOptions = {}): Steps<CheckedBook> {
  const tables: CheckedTable[] = [];
  for (const table of book.tables) tables.push(yield* checkTable(table, book.settings, options));
  return {
    fileName: book.fileName,
    settings: book.settings,
    tables,
    findings: [...book.findings, ...defaultWeight(book)],
  };
}

function* checkTable(table: ScoringTable, settings: Settings, options: CheckOptions): Steps<CheckedTable> {
  const applies = applyingItems(table);
  const stage = stageOf(table, applies, settings, options);
  const readings = yield* readItems(table, settings);
  const context = { table, settings, stage, applies, readings, sharedCells: sharedCells(table) };
  const totals = (column: 'self' | 'review') =>
    isUnitTold(table) ? columnTotals(table, applies, column, settings) : null;
  const findings = [...table.findings];
  for (const check of TABLE_CHECKS) {
    yield;
    findings.push(...check(context));
  }
  yield;
  return {
    table,
    stage,
    applies,
    attainable: readings.map(({ attainable }) => attainable),
    sections: sectionSums(table, applies),
    totals: { self: totals('self'), review: totals('review') },
    findings: inSheetOrder(findings),
  };
}

/** By `rubricKey`. */
const keptReadings = new WeakMap<
  object,
  { readonly smallestStep: number; readonly readings: readonly ItemReading[] }
>();

/**
 * What each item allows. Where several rules share one maximum nobody can tell how much of it is whose, so that each
 * may have any score up to it; a check of its own looks at their sum.
 */
function* readItems(table: ScoringTable, { smallestStep }: Settings): Steps<readonly ItemReading[]> {
  const known = keptReadings.get(table.rubricKey);
  if (known?.smallestStep === smallestStep) return known.readings;
  const sharing = itemsThatShare(table);
  const readings: ItemReading[] = [];
  for (const [index, item] of table.items.entries()) {
    if (index % ROWS_A_STEP === 0) yield;
    const bounds = { max: item.max, bonus: isBonus(table, item) };
    const reading = readItem(item.criterion, bounds, smallestStep);
    readings.push(sharing.has(index) ? leftOpen(reading, smallestStep) : reading);
  }
  keptReadings.set(table.rubricKey, { smallestStep, readings });
  return readings;
}
