import type { ReadItem, RubricDifference } from '../../rubric/fingerprint';
import { compareRubric } from '../../rubric/fingerprint';
import type { Finding } from '../../rubric/finding';
import { finding } from '../../rubric/finding';
import { OFFICIAL_2023 } from '../../rubric/official2023';
import { recogniseUnit } from '../../rubric/roster';
import { shorten } from '../../locale/format';
import { byRubric } from '../../sheet/byRubric';
import type { ScoringTable, TableItem } from '../../sheet/table';
import { compact } from '../../sheet/text';
import { comparedWithSent } from '../asSentOut';
import { itemLabel } from '../cells';
import type { Check } from '../context';

const OFFICIAL_YEAR = 2023;

/** Tables of one batch are mostly the same rubric; comparing is dear and its result depends on the text alone. */
const KEPT_COMPARISONS = 100;
const LONGEST_KEPT = 200_000;
const kept = new Map<string, readonly RubricDifference[]>();

/**
 * What a sheet changed in its rubric: against the one that was sent out, where the workbook still has its 细则指纹, else
 * against the official one of 2023, where it derives from that. Without a fingerprint a sheet of another year changed
 * nothing: the next year's text differs on purpose.
 */
export const rubricCompared: Check = ({ table, settings }) => {
  const sent = comparedWithSent(table, settings);
  if (sent.kind === 'same') return [];
  if (sent.kind === 'changed') return sent.differences.flatMap((difference) => said(table, difference));
  const official = table.year !== null && table.year !== OFFICIAL_YEAR ? [] : differences(table);
  const found = official.flatMap((difference) => said(table, difference));
  return found.length === 0 && sent.kind === 'other' ? [unnamed(table)] : found;
};

/** The rubric is another than the one sent out, and there is no telling where. */
function unnamed(table: ScoringTable): Finding {
  return finding({
    code: 'rubric/text-changed',
    severity: 'warning',
    sheet: table.grid.name,
    cell: { row: table.area.top, column: table.area.left },
    params: { item: '', official: '' },
  });
}

const differences = byRubric((table): readonly RubricDifference[] => {
  const read = table.items.map((item): ReadItem => ({
    section: table.sections[item.section]?.name ?? '',
    max: item.max,
    criterion: item.criterion,
  }));
  const key = read.map(({ section, max, criterion }) => `${section}|${max ?? ''}|${criterion}`).join('\n');
  const known = kept.get(key);
  if (known) return known;
  const found = closest(read);
  if (key.length <= LONGEST_KEPT) {
    if (kept.size >= KEPT_COMPARISONS) kept.clear();
    kept.set(key, found);
  }
  return found;
});

/** The differences to the table of the rubric that the sheet is nearest to; none where it derives from neither. */
function closest(read: readonly ReadItem[]): readonly RubricDifference[] {
  let best: readonly RubricDifference[] | null = null;
  for (const official of OFFICIAL_2023) {
    const found = compareRubric(official, read);
    if (found !== null && (best === null || found.length < best.length)) best = found;
  }
  return best ?? [];
}

function said(table: ScoringTable, difference: RubricDifference): readonly Finding[] {
  const sheet = table.grid.name;
  if (difference.kind === 'item-missing') {
    const { section, official, number } = difference;
    return [
      finding({
        code: 'rubric/item-missing',
        severity: 'warning',
        sheet,
        cell: sectionCell(table, section),
        params: {
          section,
          item: shorten(official.criterion, 20),
          max: official.max,
          ...(number === undefined ? {} : { number }),
        },
        ...(official.criterion === '' ? {} : { expected: official.criterion }),
      }),
    ];
  }
  const item = table.items[difference.index];
  return item ? [changed(table, item, difference)] : [];
}

function changed(
  table: ScoringTable,
  item: TableItem,
  difference: Exclude<RubricDifference, { kind: 'item-missing' }>,
): Finding {
  const common = { severity: 'warning', sheet: table.grid.name } as const;
  const label = itemLabel(item);
  switch (difference.kind) {
    case 'item-added':
      return finding({
        ...common,
        code: 'rubric/item-added',
        cell: item.criterionCell,
        params: { section: table.sections[item.section]?.name ?? '', item: label },
      });
    case 'text-changed':
      return finding({
        ...common,
        code: 'rubric/text-changed',
        cell: item.criterionCell,
        params: { item: label, official: difference.official.criterion },
        received: item.criterion,
        ...(difference.official.criterion === '' ? {} : { expected: difference.official.criterion }),
      });
    case 'max-changed':
      return finding({
        ...common,
        code: 'rubric/max-changed',
        cell: item.maxCell ?? item.criterionCell,
        params: { item: label, official: difference.official.max, received: item.max },
        received: item.max,
        expected: difference.official.max ?? undefined,
      });
  }
}

/** Where the section of the official rubric stands in the sheet; null where it does not. */
function sectionCell(table: ScoringTable, official: string) {
  const keyOf = (name: string) => recogniseUnit(name)?.name ?? compact(name);
  return table.sections.find((section) => keyOf(section.name) === keyOf(official))?.nameCell ?? null;
}
