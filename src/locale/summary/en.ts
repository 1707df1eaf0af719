import { formatNumber as n, shorten } from '../format';
import type { Stage } from '../stage';
import type { RubricAuthority, SummaryDocument, SummaryFindingMessages } from './messages';

const AUTHORITY: Readonly<Record<RubricAuthority, string>> = {
  sent: 'the rubric sent out',
  official: 'the rubric of 2023',
  majority: 'what most units have',
};

const STAGE: Readonly<Record<Stage, string>> = { self: 'self scores', review: 'review scores' };

const points = (value: unknown) => (typeof value === 'number' ? ` (${n(value)} points)` : '');
const orBlank = (value: unknown) => (typeof value === 'number' ? n(value) : 'blank');
const orNone = (value: string) => (value === '' ? 'no limit' : value);

export const summaryFindings: SummaryFindingMessages = {
  'summary/unit-missing': ({ unit, category, file }) =>
    file === undefined
      ? `"${unit}" (${category}) has not reported yet. Please remind it.`
      : `"${unit}" (${category}) has not reported yet: no scoring table could be read from "${file}". Please ask for it again.`,
  'summary/unit-duplicate': ({ unit, count, others }) =>
    `"${unit}" reported ${n(count)} times; see also ${others.map(({ file, sheet }) => `sheet "${sheet}" of "${file}"`).join(', ')}. All are listed and none is ranked. Decide which one counts, move the others away and summarise again.`,
  'summary/unit-unknown': ({ unit, near }) =>
    `"${unit}" is not in the roster${near === undefined ? '' : `; is "${near}" meant`}? Please check its name or add it to the roster.`,
  'summary/rubric-differs': ({ kind, against, section, item, was, is }) => {
    const authority = AUTHORITY[against];
    switch (kind) {
      case 'whole':
        return `The whole table does not fit ${authority}. Please check whether the wrong form was handed in.`;
      case 'text-changed':
        return `The criterion of "${item}" differs from ${authority}, where it says: "${String(was ?? '')}". Please check.`;
      case 'max-changed':
        return `The maximum of "${item}" differs from ${authority}: it should be ${orBlank(was)}, it is ${orBlank(is)}. Please check.`;
      case 'item-missing':
        return `Compared with ${authority}, "${section}" lacks an item: "${item}"${points(was)}. Please check.`;
      case 'item-added':
        return `Compared with ${authority}, "${section}" has an item more: "${item}". Please check.`;
    }
  },
  'summary/year-differs': ({ year, round, years }) =>
    round === null
      ? `This table is of ${year}; the tables handed in are of different years (${years.join(', ')}). Please check.`
      : `This table is of ${year}, the summary of ${round}. Please check whether the wrong form was handed in.`,
  'summary/not-reviewed': ({ stage }) =>
    `It has no ${STAGE[stage]} while others of its category have: its converted score stays blank and it is not ranked.`,
  'summary/not-scored': () => 'No score was entered in the whole table. Please send it back to be filled in.',
  'summary/conversion-differs': ({ settings }) =>
    `It is converted in another way than most of its category: ${settings.map(({ label, own, usual }) => `${label} is "${orNone(own)}", mostly "${orNone(usual)}"`).join('; ')}. Please settle on one before ranking.`,
};

const ofYear = (year: number | null) => (year === null ? '' : ` ${year}`);
const two = (value: number) => String(value).padStart(2, '0');

export const summaryDocument: SummaryDocument = {
  title: ({ year }) => `Summary of assessment${ofYear(year)}`,
  problemsTitle: ({ year }) => `Problems found${ofYear(year)}`,
  missingTitle: ({ year }) => `Units that have not reported${ofYear(year)}`,
  itemsTitle: ({ year }) => `Scores by item${ofYear(year)}`,
  made: ({ office, year, date }) =>
    [
      `Summarised by: ${office ?? '______________'}`,
      `Year: ${year ?? '______'}`,
      `Date: ${date.year}-${two(date.month)}-${two(date.day)}`,
    ].join('        '),
  unnamed: '(no unit named)',
  standing: {
    duplicate: 'duplicate',
    unnamed: 'no unit',
    'not-reviewed': 'no review',
    'not-scored': 'no scores',
  },
  severity: { error: 'Error', warning: 'Doubt', notice: 'Notice' },
  converted: ({ category, stage, full, base, bands, bonusConverted, bonusCap, totalCap }) => {
    const from = `${stage} ${bonusConverted ? 'total' : 'base'}`;
    const rule =
      bands === ''
        ? `converted score = ${from} ÷ ${base} × ${full}`
        : `converted score by bands of the ${from}: ${bands}`;
    const caps = [
      ...(bonusCap === '' ? [] : [`at most ${bonusCap} points of bonus count`]),
      ...(totalCap === '' ? [] : [`the total counts up to ${totalCap} points`]),
    ];
    return `${category}: ${[rule, ...caps].join(', ')}.`;
  },
  rankNote:
    'Units are ranked within their category and share a rank where their scores are equal. Units that reported more than once, tables without a unit or without scores are not ranked and stand last.',
  signatures: 'Made by: ____________        Checked by: ____________',
  chartTitle: ({ category, top }) =>
    `Converted scores, ${category}${top === null ? '' : ` (first ${n(top)})`}`,
  allReported: 'All units of the roster have reported.',
  noRoster:
    'There is no roster to compare with. Make a sheet 考核单位名册 or name a roster with --roster, then summarise again.',
  notReported: 'Nothing received',
  notReadable: ({ file }) => `"${file}" was received, but no scoring table could be read from it`,
  noProblems: 'No problem found.',
  moreLeftOut: ({ count }) => `${n(count)} more are not listed.`,
  openFile: ({ file }) => `Open ${shorten(file, 100)}`,
  seeProblems: 'See the problems of this table',
  page: 'Page &P of &N',
};
