import { formatNumber as n } from '../../format';
import type { Stage } from '../../stage';
import type { RubricAuthority, SummaryFindingMessages } from '../messages';

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
  'summary/unit-duplicate': ({ unit, count, others, isSame }) =>
    `"${unit}" reported ${n(count)} times; see also ${others.map(({ file, sheet }) => `sheet "${sheet}" of "${file}"`).join(', ')}. ${isSame === true ? 'The scores in them are the same.' : 'Their scores differ.'} All are listed and none is ranked. ${isSame === true ? 'Keep one' : 'Decide which one counts'}, move the others away and summarise again.`,
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
