import type { Finding } from '../../rubric/finding';
import type { Settings } from '../../sheet/settings';
import { isAsSentOut } from '../asSentOut';
import { COLUMNS, isFilled, scoreNumber } from '../cells';
import type { CheckedBook, CheckedTable } from '../report';
import { itemsAt } from '../totals';
import { outlineOf } from './outlines';
import type { Conversion, Submission, SubmittedTable } from './submission';

/** A file that could not be read. */
export function unreadableSubmission(path: string, finding: Finding): Submission {
  return { path, readable: false, tables: [], findings: [finding] };
}

/** What the summary needs of a checked workbook. */
export function submissionOf(path: string, checked: CheckedBook): Submission {
  const tables = checked.tables.map((table) => submittedTable(table, checked.settings));
  return { path, readable: true, tables: withoutSpares(tables), findings: checked.findings.map(bare) };
}

/**
 * A form that nobody filled in, beside one of the same unit that somebody did, is a spare: both attachments were handed
 * on in one workbook. It is no second submission.
 */
function withoutSpares(tables: readonly SubmittedTable[]): readonly SubmittedTable[] {
  const scored = new Set(tables.filter((table) => table.isScored).map((table) => table.unit));
  if (scored.size === 0) return tables;
  return tables.filter((table) => table.isScored || (table.unit !== null && !scored.has(table.unit)));
}

function submittedTable(checked: CheckedTable, settings: Settings): SubmittedTable {
  const { table, stage, applies, totals, findings } = checked;
  const items = itemsAt(table, applies);
  return {
    sheet: table.grid.name,
    at: { row: table.area.top, column: table.area.left },
    stage,
    unit: table.unit,
    year: table.year,
    totals,
    outline: outlineOf(table, applies),
    self: items.map((item) => scoreNumber(item.self)),
    review: items.map((item) => scoreNumber(item.review)),
    isScored: items.some((item) => COLUMNS.some((column) => isFilled(item[column]))),
    isAsSent: isAsSentOut(table, settings),
    conversion: conversionOf(settings),
    findings: findings.map(bare),
  };
}

function conversionOf(settings: Settings): Conversion {
  const { convertedFull, convertedBase, bonusConverted, bonusCap, totalCap, decimals, bands } = settings;
  return { convertedFull, convertedBase, bonusConverted, bonusCap, totalCap, decimals, bands };
}

/** A finding as far as its sentence and its place need it. */
function bare({ code, severity, sheet, cell, params }: Finding): Finding {
  return { code, severity, sheet, cell, params };
}
