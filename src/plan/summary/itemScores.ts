import type { SummaryBlock, SummaryEntry } from '../../check/across/entries';
import type { OutlineItem } from '../../check/across/submission';
import { shorten } from '../../locale/format';
import type { Stage } from '../../locale/messages';
import { subtractPoints } from '../../rubric/points';
import { cellAddress } from '../../sheet/address';
import { SUMMARY_SHEETS } from '../../sheet/ownSheets';
import type { SheetContent } from '../sheetContent';
import type { LiveFigure } from '../totalFormulas';
import { CENTRED, COUNT, NUMBER, STRONG, TEXT } from './looks';
import { ITEM_HEADS } from './names';
import { BODY_ROW, SheetDraft } from './sheetDraft';
import type { SummarySource } from './source';

const COLUMN = {
  number: 0,
  unit: 1,
  category: 2,
  section: 3,
  item: 4,
  max: 5,
  self: 6,
  review: 7,
  difference: 8,
  lost: 9,
  file: 10,
} as const;

/** A longer list is read by nobody: those that lost or differ most are kept. */
const MOST_LISTED = 3000;

/** Characters of a criterion that tell which item it is. */
const ITEM_LENGTH = 60;

interface ItemLine {
  readonly entry: SummaryEntry;
  readonly stage: Stage;
  readonly item: OutlineItem;
  readonly self: number | null;
  readonly review: number | null;
  /** Review minus self; null where one of them is not there. */
  readonly difference: number | null;
  /** Points below the maximum in the ranked column; null where there is no maximum of its own. */
  readonly lost: number | null;
}

/**
 * 分项得分: one line a unit and item. Where reviewer and unit differ most comes first, then where most points were lost, so
 * that a reviewer sees at once what to look at.
 */
export function itemScoresSheet({ summary, words, office, date }: SummarySource): SheetContent {
  const draft = new SheetDraft({
    name: SUMMARY_SHEETS.items,
    title: words.itemsTitle({ year: summary.year }),
    info: words.made({ office, year: summary.year, date }),
    heads: ITEM_HEADS,
    widths: [6, 24, 10, 14, 50, 8, 8, 8, 10, 8, 28],
    footer: words.page,
  });
  const count = countOf(summary.blocks);
  const listed = summary.blocks
    .reduce<readonly ItemLine[]>((kept, block) => withLinesOf(kept, block, count > MOST_LISTED), [])
    .slice(0, MOST_LISTED);
  listed.forEach((line, index) => {
    const row = BODY_ROW + index;
    const { entry, item, self, review } = line;
    draft.number(row, COLUMN.number, index + 1, COUNT);
    draft.text(row, COLUMN.unit, entry.unit ?? words.unnamed, TEXT);
    draft.text(row, COLUMN.category, entry.category, CENTRED);
    draft.text(row, COLUMN.section, entry.table.outline.sections[item.section]?.name ?? '', TEXT);
    draft.text(row, COLUMN.item, shorten(item.criterion, ITEM_LENGTH), TEXT);
    draft.number(row, COLUMN.max, item.max, NUMBER);
    draft.number(row, COLUMN.self, self, NUMBER);
    draft.number(row, COLUMN.review, review, NUMBER);
    draft.figure(row, COLUMN.difference, gap(row, COLUMN.review, COLUMN.self, line.difference), STRONG);
    const lost = gap(row, COLUMN.max, line.stage === 'review' ? COLUMN.review : COLUMN.self, line.lost);
    if (item.max === null || item.sharesMax) draft.number(row, COLUMN.lost, null, NUMBER);
    else draft.figure(row, COLUMN.lost, lost, NUMBER);
    draft.text(row, COLUMN.file, summary.submissions[entry.file]?.path ?? '', TEXT);
  });
  const more = count - listed.length;
  if (more > 0) draft.note(BODY_ROW + listed.length, words.moreLeftOut({ count: more }), 20);
  return draft.finish();
}

/** Lines held at once: of a large round many more lost something than are listed. */
const MOST_HELD = 10 * MOST_LISTED;

function inOrder(lines: readonly ItemLine[]): readonly ItemLine[] {
  return [...lines].sort(
    (a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0) || (b.lost ?? 0) - (a.lost ?? 0),
  );
}

/** What was kept and the lines of a category, in order; equal ones as they came. */
function withLinesOf(
  before: readonly ItemLine[],
  { entries, stage }: SummaryBlock,
  onlyNotable: boolean,
): readonly ItemLine[] {
  let kept = [...before];
  for (const entry of entries) {
    kept.push(...linesOf(entry, stage, onlyNotable));
    if (kept.length > MOST_HELD) kept = inOrder(kept).slice(0, MOST_LISTED);
  }
  return inOrder(kept);
}

function countOf(blocks: readonly SummaryBlock[]): number {
  const counts = blocks.map(({ entries }) =>
    entries.reduce((sum, { table }) => sum + table.outline.applies.length, 0),
  );
  return counts.reduce((sum, one) => sum + one, 0);
}

/** The lines of a table; of too many only those in which something was lost or differs. */
function linesOf(entry: SummaryEntry, stage: Stage, onlyNotable: boolean): ItemLine[] {
  const { outline, self, review } = entry.table;
  return outline.applies.flatMap((index, at): ItemLine[] => {
    const item = outline.items[index];
    if (item === undefined) return [];
    const [own, theirs] = [self[at] ?? null, review[at] ?? null];
    const score = stage === 'review' ? theirs : own;
    const hasMax = item.max !== null && !item.sharesMax;
    const difference = own === null || theirs === null ? null : subtractPoints(theirs, own);
    const lost = score === null || !hasMax ? null : subtractPoints(item.max ?? 0, score);
    if (onlyNotable && (difference ?? 0) === 0 && (lost ?? 0) === 0) return [];
    return [{ entry, stage, item, self: own, review: theirs, difference, lost }];
  });
}

/** One cell of the row minus another, blank unless both hold numbers. */
function gap(row: number, from: number, minus: number, value: number | null): LiveFigure {
  const a = cellAddress({ row, column: from });
  const b = cellAddress({ row, column: minus });
  return { formula: `IF(COUNT(${a},${b})=2,ROUND(${a}-${b},6),"")`, cached: value ?? '' };
}
