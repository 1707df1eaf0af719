import { formatNumber as n } from './format';
import type {
  ColumnName,
  FindingMessages,
  HostErrorMessages,
  Messages,
  RosterProblem,
  Stage,
  UnitSource,
  UnreadableReason,
} from './messages';
import type { RuleMessages } from './rules';
import { summaryFindings } from './summary/findings/en';

const COLUMN: Readonly<Record<ColumnName, string>> = {
  section: 'section (考核内容 or 单位)',
  points: 'section points',
  criterion: 'criterion (评分标准)',
  max: 'maximum (分值)',
  self: 'self score (自评分)',
  review: 'review score (考核分)',
  reason: 'reason (扣分原因)',
  name: 'item name',
  number: 'number (序号)',
};

const STAGE: Readonly<Record<Stage, string>> = { self: 'self score', review: 'review score' };

const SOURCE: Readonly<Record<UnitSource, string>> = {
  settings: 'the sheet 考核设置',
  label: 'the label on the sheet',
  section: 'the section with scores',
  'file-name': 'the file name',
  'sheet-name': 'the sheet name',
  title: 'the title',
};

const UNREADABLE: Readonly<Record<UnreadableReason, string>> = {
  empty: 'it is empty; ask the sender for it again',
  truncated: 'it is cut short, perhaps by a broken transfer; copy it or ask for it again',
  'not-a-workbook': 'it is no spreadsheet; save it as .xlsx in Excel or WPS and try again',
  html: 'it is a web page in truth; open it in Excel or WPS and save it as .xlsx',
  'broken-part': 'it is damaged inside; open and repair it in Excel or WPS and save it as .xlsx',
  doctype: 'it has an unsafe declaration (DOCTYPE) and was not read; save it as .xlsx in Excel or WPS',
  'no-sheets': 'it has no sheets',
  missing: 'there is no such file; check the path',
  'cannot-open': 'it cannot be opened; make sure that no other program uses it',
  'too-slow': 'reading it took too long and was given up; open it in Excel or WPS and save it as .xlsx',
  crashed: 'the program failed on it and passed it over; open it in Excel or WPS and save it as .xlsx',
};

const quoted = (text: string) => `"${text}"`;
const list = (values: readonly number[]) => values.map(n).join(', ');
const orBlank = (value: number | null) => (value === null ? 'blank' : n(value));
const within = (max: number | null) => (max === null ? 'a score' : `a score from 0 to ${n(max)}`);
const nearest = (values: readonly number[]) =>
  values.length > 0 ? `; the nearest attainable: ${list(values)}` : '';
const unattainable = (score: number, clause: string, near: readonly number[]) =>
  `${clause === '' ? 'the criterion' : quoted(clause)} cannot give ${n(score)}${nearest(near)}. Please check.`;

const ROSTER: Readonly<Record<RosterProblem, (text: string) => string>> = {
  'no-list': () =>
    'no unit in it. A roster is a JSON array such as [{"name": "区教育局", "category": "责任单位", "aliases": ["教育局"]}].',
  'not-a-unit': (text) => `“${text}” is no unit. Write a name, or {"name": "…", "category": "…"}.`,
  'no-name': () => 'has no name and was left out. Add the name.',
  'name-long': (text) => `the name “${text}…” is too long and was left out. Shorten it.`,
  'name-twice': (text) => `“${text}” stands in the roster already and was not taken twice. Remove one.`,
  'alias-shared': (text) =>
    `another unit has the alias “${text}” already, so it was left out. Use one that tells them apart.`,
  'too-many': () => 'there are too many units; from here on they were left out. Split the roster.',
};

const findings: FindingMessages = {
  'file/unreadable': ({ reason, detail }) =>
    `The file cannot be read: ${UNREADABLE[reason]}${detail === undefined || detail === '' ? '' : ` (${detail})`}.`,
  'file/encrypted': () =>
    'The file is locked with a password. Open it in Excel or WPS, take the password away, save, and try again.',
  'file/too-large': ({ part, limitMb }) =>
    `${part === undefined || part === '' ? 'The file' : `The part ${part} of the file`} is larger than ${n(limitMb)} MB and was not read. Remove sheets or pictures that are not needed and try again.`,
  'file/unsupported': ({ format }) =>
    `The format ${format} is not supported; save it as .xlsx and try again.`,
  'table/not-found': ({ sheets, isSummary }) =>
    isSummary === true
      ? 'This is a summary and no returned scoring sheet; it was not read.'
      : `No scoring table was found on ${sheets === 1 ? 'the sheet' : `any of the ${n(sheets)} sheets`}. Its header needs columns such as 分值, 评分标准 and 自评分 or 考核分; please check the header.`,
  'table/column-missing': ({ column }) =>
    `No column for the ${COLUMN[column]} was found; please check the header words.`,
  'table/column-ambiguous': ({ column, headers }) =>
    `Several columns look like the ${COLUMN[column]}: ${headers}. Reword the header so that one is left.`,
  'unit/missing': () =>
    'It cannot be told which unit this sheet is for. Write its name at 考核单位 on the sheet 考核设置, or above the table.',
  'unit/unknown': ({ unit, near }) =>
    `The roster has no "${unit}"${near === undefined || near === '' ? '' : `; is it "${near}"`}? Please check the name.`,
  'unit/ambiguous': ({ units }) =>
    `Different units are named: ${units.map(({ unit, source }) => `${SOURCE[source]} says "${unit}"`).join(', ')}. Please make them one.`,
  'unit/several-scored': ({ sections }) =>
    `The sections of several units have scores: ${sections.join(', ')}. A sheet is for one unit; please remove the others' scores.`,
  'rubric/section-sum': ({ section, points, sum }) =>
    `"${section}" states ${n(points)} points, its items add up to ${n(sum)}. Please check the maxima.`,
  'rubric/base-sum': ({ base, sum }) =>
    `The base is stated as ${n(base)} points, the items add up to ${n(sum)}. Please check the maxima.`,
  'rubric/max-changed': ({ item, official, received }) =>
    `The maximum of "${item}" differs from the rubric sent out: it was ${orBlank(official)}, it is ${orBlank(received)} now. Please put it back.`,
  'rubric/text-changed': ({ item, official }) =>
    item === ''
      ? 'The rubric of this sheet is not the one sent out (its fingerprint differs), and there is no telling where. Please compare it with the sheet sent out.'
      : official === ''
        ? `The criterion of "${item}" differs from the rubric sent out. Please put it back.`
        : `The criterion of "${item}" differs from the rubric sent out, which says: "${official}". Please check.`,
  'rubric/item-missing': ({ section, item, max, number }) => {
    const which = item === '' ? `number ${number ?? '?'} of those sent out` : `"${item}"`;
    return `"${section}" lacks an item: ${which}${max === null ? '' : ` (${n(max)} points)`}. Please add it as in the rubric sent out.`;
  },
  'rubric/item-added': ({ section, item }) =>
    `"${item}" in "${section}" is not in the rubric sent out. Please check.`,
  'rubric/criterion-unread': ({ item }) =>
    `No rule about points could be read in the criterion of "${item}"; only the maximum was checked. Please judge by hand.`,
  'rubric/suspected-typo': ({ text, meant }) =>
    `"${text}" is probably a slip for "${meant}" and was read as that.`,
  'rubric/ladder-length': ({ names, points, text }) =>
    `"${text}" names ${n(names)} levels and ${n(points)} scores. Please check.`,
  'rubric/halved-without-ladder': ({ text }) =>
    `"${text}" halves scores, but none stand before it. Please state them.`,
  'rubric/deduction-above-max': ({ deduction, max, text }) =>
    `"${text}" deducts ${n(deduction)} at once, more than the item's maximum ${n(max)}. Please check.`,
  'rubric/item-duplicate': ({ item, other }) => `"${item}" says the same as "${other}". Is it there twice?`,
  'rubric/max-missing': ({ item }) =>
    `"${item}" has no maximum, so scores cannot be checked against it. Please add it.`,
  'score/missing': ({ item, stage, max }) => `"${item}" has no ${STAGE[stage]} yet; enter ${within(max)}.`,
  'score/not-a-number': ({ item, text, max }) =>
    `The score "${text}" of "${item}" is no number; enter ${within(max)}.`,
  'score/above-max': ({ item, score, max }) =>
    `"${item}" has ${n(score)}, above its maximum ${n(max)}; enter a score from 0 to ${n(max)}.`,
  'score/below-zero': ({ item, score }) =>
    `"${item}" has ${n(score)}, below zero. Enter the score, not what was deducted.`,
  'score/unattainable': ({ item, score, clause, nearest: near }) =>
    `"${item}": ${unattainable(score, clause, near)}`,
  'score/too-precise': ({ item, score, step, nearest: near }) =>
    `"${item}" has ${n(score)}, with too many decimals; the smallest step is ${n(step)}${near.length > 0 ? `, so ${list(near)}` : ''}.`,
  'score/formula-error': ({ item, reason, text }) =>
    reason === 'error-value'
      ? `The formula of "${item}" fails (${text}). Correct it or enter the score itself.`
      : `The formula of "${item}" has no result yet (${text}). Open the file in Excel or WPS, save it, and try again.`,
  'score/text-number': ({ text, number }) =>
    `"${text}" is text and no number; it was counted as ${n(number)}.`,
  'bonus/unattainable': ({ item, score, clause, nearest: near }) =>
    `Bonus "${item}": ${unattainable(score, clause, near)}`,
  'bonus/above-cap': ({ sum, cap }) => `The bonus adds up to ${n(sum)}, above its cap; ${n(cap)} is counted.`,
  'review/gap': ({ item, self, review, limit }) =>
    `"${item}": self score ${n(self)}, review score ${n(review)}, more than ${n(limit)} apart, with no reason given. Please add one.`,
  'reason/missing': ({ item, lost }) => `"${item}" lost ${n(lost)} with no reason given. Please add one.`,
  'total/mismatch': ({ label, received, expected }) =>
    `"${label}" says ${received === null ? 'nothing' : typeof received === 'number' ? n(received) : quoted(received)}, the scores give ${n(expected)}. Please check.`,
  'roster/invalid': ({ problem, entry, text }) =>
    entry === 0 ? ROSTER[problem](text) : `Roster entry ${n(entry)}: ${ROSTER[problem](text)}`,
  'settings/default-weight': ({ full, base }) =>
    `No weight is set, so a total of ${n(base)} converts to ${n(full)}. To change it, fill in 折算满分 and 折算基数 on the sheet 考核设置.`,
  'settings/invalid': ({ key, value, used }) =>
    used === '-' && key !== '-'
      ? `"${key}" is no setting and was passed over. Please check its name.`
      : `The value "${value}" of "${key}" on the sheet 考核设置 cannot be understood; ${used === '' ? 'it is passed over' : `${used} is used`}. Please correct it.`,
  ...summaryFindings,
};

const each = (unit: string, step: number) => (step === 1 ? `per ${unit}` : `per ${n(step)} ${unit}`);
const atMost = (cap: number | undefined) => (cap === undefined ? '' : `, at most ${n(cap)}`);
const DIRECTION = { deduct: 'deducted', gain: 'added', earn: 'earned' } as const;

const rules: RuleMessages = {
  clauses: {
    'deduct-per': ({ points, unit, step, cap }) => `${n(points)} deducted ${each(unit, step)}${atMost(cap)}`,
    'deduct-flat': ({ points, times, cap }) =>
      `${n(points)} deducted${times > 1 ? `, up to ${n(times)} times` : ''}${atMost(cap)}`,
    'deduct-ladder': ({ points, cap }) => `${list(points)} deducted respectively${atMost(cap)}`,
    zero: () => 'no points',
    earn: ({ points }) => `${n(points)} earned`,
    'earn-range': ({ from, to }) =>
      to === null ? `${n(from)} or more earned` : `${n(from)}–${n(to)} earned`,
    full: () => 'full marks',
    'gain-per': ({ points, unit, step, cap }) => `${n(points)} added ${each(unit, step)}${atMost(cap)}`,
    'gain-flat': ({ points, cap }) => `${n(points)} added${atMost(cap)}`,
    'gain-ladder': ({ points, halved, cap }) =>
      `${list(points)} added respectively${halved ? ' (halved)' : ''}${atMost(cap)}`,
    discretion: ({ direction, from, to, repeated }) => {
      const amount =
        to === undefined ? (from === undefined ? '' : `${n(from)} or more `) : `${n(from ?? 0)}–${n(to)} `;
      return `${amount}${DIRECTION[direction]} at discretion${repeated ? ', each time' : ''}`;
    },
    proportional: () => 'in proportion',
    rank: ({ step }) => `by rank${step === undefined ? '' : `, ${n(step)} between ranks`}`,
    cap: ({ of, points, share }) => {
      if (share !== undefined) {
        return `at most ${n(share * 100)}% of the maximum ${of === 'deduction' ? 'deducted' : 'earned'}`;
      }
      if (points === null) return of === 'deduction' ? 'deducted until nothing is left' : 'capped';
      return `at most ${n(points)} ${of === 'deduction' ? 'deducted' : 'earned'}`;
    },
    floor: ({ points }) => `at least ${n(points)}`,
    share: ({ direction, share, repeated }) =>
      `${n(share * 100)}% of the maximum ${DIRECTION[direction]}${repeated ? ', each time' : ''}`,
    'beyond-max': ({ points }) =>
      `the score may go below zero${points === undefined ? '' : `, by at most ${n(points)}`}`,
    'not-applicable': () => 'nothing deducted where the task does not apply',
    'no-double-counting': () => 'the highest only, not added up',
    veto: () => 'a veto (on the grade, not the points)',
  },
  attainable: {
    list: ({ scores, more }) => `${list(scores)}${more ? ', …' : ''}`,
    range: ({ from, to, step }) =>
      `${to === null ? `${n(from)} and up` : `${n(from)}–${n(to)}`} in steps of ${n(step)}`,
    any: () => 'left to judgement',
    or: ' or ',
  },
};

const hostErrors: HostErrorMessages = {
  'sheet-missing': ({ sheet }) => `The sheet "${sheet ?? ''}" is gone or renamed. Please check again.`,
  'read-only-format': ({ format }) =>
    `${format ?? 'This format'} can be read but not written back. Save it as .xlsx and try again.`,
  'write-failed': ({ reason, cell, part, detail, sheet }) => {
    const place = cell ?? part ?? detail;
    const where = place === undefined ? '' : ` (${place})`;
    switch (reason) {
      case 'array-formula':
        return `${cell ?? 'A cell to be written'} is part of an array formula and cannot be changed alone; nothing was written. Turn the array formula into plain formulas or values first.`;
      case 'not-a-worksheet':
        return `The workbook has a chart or macro sheet named "${sheet ?? ''}", which cannot be replaced; nothing was written. Rename it first.`;
      case 'encoding':
      case 'missing':
      case 'broken-drawing':
        return `The workbook is damaged inside${where}; nothing was written. Open it in Excel or WPS, save a copy and try that.`;
      default:
        return `Writing failed${where}; nothing was changed. Open the file in Excel or WPS, save a copy and try that.`;
    }
  },
  'file-unreadable': ({ detail }) =>
    `The file cannot be read${detail === undefined ? '' : ` (${detail})`}. Please open it in Excel or WPS to see.`,
  'sheet-protected': ({ sheets }) =>
    `${sheets === undefined ? 'A sheet' : `The sheet "${sheets}"`} is protected; nothing was written. The protection can be lifted for writing and put back as it was.`,
  'sheet-password': ({ sheets }) =>
    `${sheets === undefined ? 'A sheet' : `The sheet "${sheets}"`} is protected by a password; nothing was written. Please lift the protection and try again.`,
  'workbook-protected': () =>
    'The structure of the workbook is protected, so it takes no new sheet; nothing was written. Turn off “Protect Workbook” on the Review tab and try again.',
  'cell-editing': () => 'A cell is being edited. Press Enter to finish, then try again.',
  'read-failed': ({ detail }) =>
    `The workbook did not answer${detail === undefined ? '' : ` (${detail})`}. Please wait a moment or reopen it, then try again.`,
  'write-broken-off': ({ detail }) =>
    `Writing broke off half way${detail === undefined ? '' : ` (${detail})`} and not everything could be put back. Close the workbook without saving and open it again.`,
};

/** English. */
export const en: Messages = { findings, rules, hostErrors, sentenceSeparator: '\n' };
