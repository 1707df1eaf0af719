import { formatNumber as n, shorten } from '../format';
import type { SummaryDocument } from './messages';

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
  chartTitle: ({ year, category, top }) =>
    `Converted scores${year === null ? '' : ` of ${year}`}, ${category}${top === null ? '' : ` (first ${n(top)})`}`,
  allReported: 'All units of the roster have reported.',
  noRoster:
    'There is no roster to compare with. Make a sheet 考核单位名册 or name a roster with --roster, then summarise again.',
  notReported: 'Nothing received',
  notReadable: ({ file }) => `"${file}" was received, but no scoring table could be read from it`,
  noChart: 'No unit is ranked.',
  noProblems: 'No problem found.',
  moreLeftOut: ({ count }) => `${n(count)} more are not listed.`,
  openFile: ({ file }) => `Open ${shorten(file, 100)}`,
  seeProblems: 'See the problems of this table',
  page: 'Page &P of &N',
};
