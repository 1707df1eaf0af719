import { shorten } from '../../locale/format';
import type { RubricAuthority } from '../../locale/summary/messages';
import type { CellRef, Finding } from '../../rubric/finding';
import { finding } from '../../rubric/finding';
import { compareRubric } from '../../rubric/fingerprint';
import type { RubricDifference } from '../../rubric/fingerprint';
import { OFFICIAL_2023 } from '../../rubric/official2023';
import type { Rubric } from '../../rubric/rubric';
import { majorityDifferences } from './majorityRubric';
import { readItems, rubricOf } from './outlineRubric';
import type { Compared } from './outlineRubric';
import type { Outline, SubmittedTable } from './submission';

/** The year of the rubric that the program knows by heart. */
const OFFICIAL_YEAR = 2023;

/** A table in which more than this differs is another rubric, however alike: the first tell enough. */
const MOST_TOLD = 100;

const NOTHING_TOLD: readonly Finding[] = [];

/** Characters of a criterion that name its item. */
const LABEL_LENGTH = 20;

/**
 * What each table changed in its rubric, item by item: held against the rubric that was sent out where somebody gives it;
 * else against the official one of 2023 where a table of that year derives from it and its fingerprint does not vouch for
 * it; else against what most tables of the batch have.
 */
export function rubricFindings(
  tables: readonly SubmittedTable[],
  sent: readonly Outline[] | null,
): ReadonlyMap<SubmittedTable, readonly Finding[]> {
  const found = new Map<SubmittedTable, readonly Finding[]>();
  const rubrics = sent?.map(rubricOf) ?? null;
  const left: SubmittedTable[] = [];
  const closest = remembered((outline, against: readonly Rubric[]) => closestOf(outline, against));
  for (const table of tables) {
    if (rubrics !== null) {
      const compared = closest(table.outline, rubrics);
      found.set(table, compared === null ? [whole(table)] : told(table, 'sent', compared));
      continue;
    }
    const compared = mayBeOfficial(table) ? closest(table.outline, OFFICIAL_2023) : null;
    if (compared === null) left.push(table);
    else found.set(table, told(table, 'official', compared));
  }
  for (const [table, compared] of majorityDifferences(left)) {
    found.set(table, told(table, 'majority', compared));
  }
  return found;
}

function mayBeOfficial({ isAsSent, year }: SubmittedTable): boolean {
  return !isAsSent && (year === null || year === OFFICIAL_YEAR);
}

/** Comparing is dear, and most tables of a batch share one outline. */
function remembered(
  compare: (outline: Outline, against: readonly Rubric[]) => Compared | null,
): (outline: Outline, against: readonly Rubric[]) => Compared | null {
  const known = new Map<Outline, Compared | null>();
  return (outline, against) => {
    const before = known.get(outline);
    if (before !== undefined) return before;
    const fresh = compare(outline, against);
    known.set(outline, fresh);
    return fresh;
  };
}

function closestOf(outline: Outline, rubrics: readonly Rubric[]): Compared | null {
  const items = outline.items.map((_, index) => index);
  const read = readItems(outline, items);
  let best: readonly RubricDifference[] | null = null;
  for (const rubric of rubrics) {
    const differences = compareRubric(rubric, read);
    if (differences !== null && (best === null || differences.length < best.length)) best = differences;
  }
  return best && { differences: best, items };
}

function whole({ sheet, at }: SubmittedTable): Finding {
  return finding({
    code: 'summary/rubric-differs',
    severity: 'warning',
    sheet,
    cell: at,
    params: { kind: 'whole', against: 'sent', section: '', item: '' },
  });
}

function told(
  table: SubmittedTable,
  against: RubricAuthority,
  { differences, items }: Compared,
): readonly Finding[] {
  if (differences.length === 0) return NOTHING_TOLD;
  return differences.slice(0, MOST_TOLD).map((one) => toldOne(table, against, one, items));
}

function toldOne(
  table: SubmittedTable,
  against: RubricAuthority,
  difference: RubricDifference,
  items: readonly number[],
): Finding {
  const { outline, sheet } = table;
  const say = (
    cell: CellRef | null,
    section: string,
    item: string,
    more: { readonly was?: string | number | null; readonly is?: number | null } = {},
  ): Finding =>
    finding({
      code: 'summary/rubric-differs',
      severity: 'warning',
      sheet,
      cell,
      params: { kind: difference.kind, against, section, item, ...more },
    });
  if (difference.kind === 'item-missing') {
    const { section, official } = difference;
    const nameCell = outline.sections.find(({ name }) => name === section)?.nameCell ?? null;
    return say(nameCell, section, shorten(official.criterion, LABEL_LENGTH), { was: official.max });
  }
  const item = outline.items[items[difference.index] ?? -1];
  const section = outline.sections[item?.section ?? -1]?.name ?? '';
  const [cell, label] = [item?.criterionCell ?? table.at, item?.label ?? ''];
  switch (difference.kind) {
    case 'item-added':
      return say(cell, section, label);
    case 'text-changed':
      return say(cell, section, label, { was: difference.official.criterion });
    case 'max-changed':
      return say(item?.maxCell ?? cell, section, label, {
        was: difference.official.max,
        is: item?.max ?? null,
      });
  }
}
