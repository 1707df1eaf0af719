import { cellAddress, parseCell } from '../../src/sheet/address';
import type { Step, SurveyedItem } from './office';
import { listed } from './returned';
import type { ReturnedSheet } from './returned';

/** What the program must say about a file: a code, and the cell where there is one. */
export interface Said {
  readonly code: string;
  readonly cell?: string;
}

/** A fault put into a file on purpose. */
export interface Deed {
  readonly name: string;
  /** Null where this sheet has no place for it. */
  do(sheet: ReturnedSheet, unit: string): Done | null;
}

export interface Done {
  readonly said: readonly Said[];
  /** Done after the scores were filled in. */
  /** What follows from it and may be said too. */
  readonly follows?: RegExp;
  readonly steps?: readonly Step[];
  /** Where the cells of the sheet are then. */
  readonly move?: Move;
  readonly year?: number;
  /** Other 折算满分. */
  readonly full?: number;
  /** The unit as the summary has it. */
  readonly unit?: string;
  readonly standing?: 'not-scored' | 'not-reviewed' | 'duplicate';
}

/** Where a cell is after rows or columns moved. */
export type Move = (row: number, column: number) => readonly [number, number];

export function movedAddress(address: string, move: Move): string {
  const { row, column } = parseCell(address)!;
  const [atRow, atColumn] = move(row + 1, column + 1);
  return cellAddress({ row: atRow - 1, column: atColumn - 1 });
}

const base = (sheet: ReturnedSheet): SurveyedItem[] => sheet.survey.items.filter(({ bonus }) => !bonus);

/** One of the items, by chance. */
function one(sheet: ReturnedSheet, items: readonly SurveyedItem[]): SurveyedItem | null {
  return items.length === 0 ? null : items[sheet.pick(items.length)]!;
}

/** Enters something in the reviewers' cell of an item, and says what is to be told there. */
function inCell(
  name: string,
  code: string,
  items: (sheet: ReturnedSheet) => readonly SurveyedItem[],
  enter: (sheet: ReturnedSheet, item: SurveyedItem) => void,
  follows?: RegExp,
): Deed {
  return {
    name,
    do: (sheet) => {
      const item = one(sheet, items(sheet));
      if (item === null) return null;
      enter(sheet, item);
      return { said: [{ code, cell: sheet.address(item, 'review') }], follows };
    },
  };
}

const dropDowns = (sheet: ReturnedSheet) =>
  base(sheet).filter(({ rule }) => rule.type === 'list' && listed(rule.formula).length > 1);

const free = (sheet: ReturnedSheet) =>
  base(sheet).filter(({ rule }) => rule.type === 'custom' && rule.formula.includes(',2))<'));

/** The sums in the sheet pass over a text, or have the error in them, as spreadsheets do. */
const SUMS_WITHOUT_IT = /^total\/mismatch$/;

/** A text that looks like a score, for an item that may get it. */
function asText(name: string, write: (score: number) => string): Deed {
  return inCell(
    name,
    'score/text-number',
    dropDowns,
    (sheet, item) => {
      const score = Math.max(...listed(item.rule.formula));
      sheet.enter(item, 'review', write(score), score);
    },
    SUMS_WITHOUT_IT,
  );
}

const wide = (score: number) =>
  String(score).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** Sums that no longer fit, and scores that were fair before. */
const RUBRIC_FOLLOWS = /^rubric\/|^score\/(?:unattainable|above-max)$|^reason\/missing$/;

function rubricChanged(
  name: string,
  also: readonly Step[],
  change: (sheet: ReturnedSheet) => Done | null,
): Deed {
  return {
    name,
    do: (sheet) => {
      const done = change(sheet);
      return done && { ...done, follows: RUBRIC_FOLLOWS, steps: [...(done.steps ?? []), ...also] };
    },
  };
}

function textChanged(sheet: ReturnedSheet): Done | null {
  const item = one(sheet, base(sheet));
  if (item === null) return null;
  const cell = sheet.address(item, 'criterion');
  const text = item.criterion.replace('。', '，由责任领导签字确认。');
  return {
    said: [{ code: 'summary/rubric-differs', cell }],
    steps: [
      { do: 'enter', cells: { [cell]: text === item.criterion ? `${text}由责任领导签字确认。` : text } },
    ],
  };
}

function maxChanged(sheet: ReturnedSheet): Done | null {
  const item = one(sheet, base(sheet));
  if (item?.max == null) return null;
  const cell = sheet.address(item, 'max');
  return {
    said: [{ code: 'summary/rubric-differs', cell }],
    steps: [{ do: 'enter', cells: { [cell]: item.max + 1 } }],
  };
}

function rowRemoved(sheet: ReturnedSheet): Done | null {
  const item = one(
    sheet,
    base(sheet).filter((each) => base(sheet).filter(({ section }) => section === each.section).length > 1),
  );
  if (item === null) return null;
  sheet.forget(item);
  const top = sheet.survey.items.find(({ section }) => section === item.section)!.row;
  return {
    said: [{ code: 'summary/rubric-differs', cell: cellAddress({ row: top - 1, column: 0 }) }],
    steps: [{ do: 'deleteRow', row: item.row }],
    // The section's name stays in the row that moves up.
    move: (row, column) => [row > item.row ? row - 1 : row, column],
  };
}

function rowAdded(sheet: ReturnedSheet): Done | null {
  const [, item] = base(sheet);
  if (item === undefined) return null;
  const { columns } = sheet.survey;
  sheet.add(3);
  const values = {
    [columns.max]: 3,
    [columns.criterion]: '按时报送工作台账，每少报一次扣1分。',
    [columns.self]: 3,
    [columns.review]: 3,
  };
  return {
    said: [{ code: 'summary/rubric-differs', cell: sheet.address(item, 'criterion') }],
    steps: [{ do: 'insertRow', row: item.row, values }],
    move: (row, column) => [row > item.row ? row + 1 : row, column],
  };
}

const NO_SETTINGS: readonly Step[] = [{ do: 'removeSettings' }];

/** Faults of every kind that a returned sheet has, each to be named at its cell. */
export const DEEDS: readonly Deed[] = [
  {
    name: 'a name nobody knows',
    do: (_, unit) => {
      // A department is told by its section as well.
      if (!unit.endsWith('街道')) return null;
      const strange = `某${unit.slice(1)}`;
      return {
        said: [{ code: 'summary/unit-unknown' }],
        steps: [
          { do: 'settings', values: { 考核单位: strange } },
          { do: 'enter', cells: { A4: `填报单位（盖章）：${strange}` } },
        ],
        // The name of the file still says the old one.
        follows: /^unit\/ambiguous$/,
        unit: strange,
      };
    },
  },
  inCell('above the maximum', 'score/above-max', base, (sheet, item) =>
    sheet.enter(item, 'review', (item.max ?? 0) + 2),
  ),
  inCell('below zero', 'score/below-zero', base, (sheet, item) => sheet.enter(item, 'review', -1)),
  inCell('no number', 'score/not-a-number', base, (sheet, item) => sheet.enter(item, 'review', '见附件')),
  inCell('left out', 'score/missing', base, (sheet, item) => sheet.enter(item, 'review', null)),
  inCell(
    'an error value',
    'score/formula-error',
    base,
    (sheet, item) => sheet.enter(item, 'review', '=1/0'),
    SUMS_WITHOUT_IT,
  ),
  inCell(
    'what cannot be computed',
    'score/formula-error',
    base,
    (sheet, item) => sheet.enter(item, 'review', '=VLOOKUP("区",A:B,2,FALSE)'),
    SUMS_WITHOUT_IT,
  ),
  inCell('out of reach', 'score/unattainable', dropDowns, (sheet, item) => {
    const [first = 0, second = 0] = listed(item.rule.formula);
    sheet.enter(item, 'review', Math.round((first + second) * 50 + 1) / 100);
  }),
  inCell('too fine', 'score/too-precise', free, (sheet, item) => {
    sheet.enter(item, 'review', (item.max ?? 1) - 0.125);
  }),
  inCell(
    'a bonus out of reach',
    'bonus/unattainable',
    (sheet) => sheet.survey.items.filter(({ bonus, rule }) => bonus && /\/5,0/.test(rule.formula)),
    (sheet, item) => sheet.enter(item, 'review', 3),
  ),
  asText('8分', (score) => `${score}分`),
  asText('８', wide),
  asText('8 as text', (score) => `${score} `),
  {
    name: 'no reason given',
    do: (sheet) => {
      const item = one(sheet, dropDowns(sheet));
      if (item === null) return null;
      sheet.enter(item, 'review', Math.min(...listed(item.rule.formula)));
      sheet.withholdReason(item);
      return { said: [{ code: 'reason/missing', cell: sheet.address(item, 'reason') }] };
    },
  },
  {
    name: 'a total typed over',
    do: (sheet) => {
      const last = sheet.survey.items[sheet.survey.items.length - 1]!;
      const cell = cellAddress({ row: last.row, column: sheet.survey.columns.review - 1 });
      return {
        said: [{ code: 'total/mismatch', cell }],
        steps: [{ do: 'enter', cells: { [cell]: 3.21 } }],
      };
    },
  },
  rubricChanged('the text changed', [], textChanged),
  rubricChanged('the text changed, no settings', NO_SETTINGS, textChanged),
  rubricChanged('the maximum changed', [], maxChanged),
  rubricChanged('the maximum changed, no settings', NO_SETTINGS, maxChanged),
  rubricChanged('a row removed', [], rowRemoved),
  rubricChanged('a row removed, no settings', NO_SETTINGS, rowRemoved),
  rubricChanged('a row added', [], rowAdded),
  rubricChanged('a row added, no settings', NO_SETTINGS, rowAdded),
  {
    name: 'another year',
    do: () => ({
      said: [{ code: 'summary/year-differs' }],
      steps: [{ do: 'settings', values: { 年度: 2019 } }],
    }),
  },
  {
    name: 'another weight',
    do: () => ({
      said: [{ code: 'summary/conversion-differs' }],
      steps: [{ do: 'settings', values: { 折算满分: 90 } }],
      follows: /^total\/mismatch$/,
      full: 90,
    }),
  },
  {
    name: 'handed back as it came',
    do: (sheet) => {
      sheet.leaveBlank('self');
      sheet.leaveBlank('review');
      return { said: [{ code: 'summary/not-scored' }], follows: /^score\/missing$/, standing: 'not-scored' };
    },
  },
  {
    name: 'not reviewed yet',
    do: (sheet) => {
      sheet.leaveBlank('review');
      return { said: [{ code: 'summary/not-reviewed' }], standing: 'not-reviewed' };
    },
  },
];

/** A shape that a sheet comes back in. It is nobody's fault: the program reads it as it is. */
export interface Shape {
  readonly name: string;
  /** 考核设置 is not in it. */
  readonly losesSettings?: true;
  /** Another program saves it last, in this format. */
  readonly saved?: 'xlsx' | 'xls' | 'ods';
  change(
    sheet: ReturnedSheet,
    unit: string,
  ): {
    readonly steps?: readonly Step[];
    readonly move?: Move;
    /** Without extension. */
    readonly file?: string;
  };
}

const steps =
  (...done: readonly Step[]) =>
  () => ({ steps: done });

export const SHAPES: readonly Shape[] = [
  { name: 'as sent', change: () => ({}) },
  { name: 'no settings', losesSettings: true, change: steps(...NO_SETTINGS) },
  {
    name: 'renamed file',
    change: (_, unit) => ({ file: `关于报送${unit}2023年考核自评表的函（盖章版）(1)` }),
  },
  { name: 'renamed sheet', change: steps({ do: 'rename', name: 'Sheet1' }) },
  {
    name: 'a column more',
    change: ({ survey }) => {
      const at = survey.columns.self;
      return {
        steps: [{ do: 'insertColumn', column: at, headerRow: survey.header, header: '佐证材料' }],
        move: (row, column) => [row, column >= at ? column + 1 : column],
      };
    },
  },
  {
    name: 'numbered rows',
    change: ({ survey }) => ({
      steps: [{ do: 'insertColumn', column: 1, headerRow: survey.header, header: '序号' }],
      move: (row, column) => [row, column + 1],
    }),
  },
  {
    name: 'a line above',
    change: () => ({
      steps: [{ do: 'insertRow', row: 1, values: { 1: '请于1月10日前报送区流管中心' } }],
      move: (row, column) => [row + 1, column],
    }),
  },
  {
    name: 'a blank row between',
    change: ({ survey }) => {
      const at = survey.items[3]!.row;
      return {
        steps: [{ do: 'insertRow', row: at }],
        move: (row, column) => [row >= at ? row + 1 : row, column],
      };
    },
  },
  { name: 'merges taken apart', change: steps({ do: 'unmerge', fill: false }) },
  { name: 'merges filled', change: steps({ do: 'unmerge', fill: true }) },
  { name: 'into a new workbook', losesSettings: true, change: steps({ do: 'intoNewBook' }) },
  {
    name: 'hidden rows',
    change: ({ survey }) => ({
      steps: [{ do: 'hideRows', rows: [survey.items[0]!.row, survey.items[2]!.row] }],
    }),
  },
  {
    name: 'signed below',
    change: (_, unit) => ({
      steps: [
        { do: 'below', lines: ['说明：以上得分经本单位集体研究。', `${unit}（盖章）`, '2024年1月5日'] },
      ],
    }),
  },
  { name: 'protected', change: steps({ do: 'protect', password: 'kaohe2023' }) },
  {
    name: 'a cover before',
    change: (_, unit) => ({
      steps: [
        {
          do: 'sheetsBefore',
          sheets: {
            封面: ['2023年度流动人口服务管理工作考核', `单位：${unit}`, '二〇二四年一月'],
            说明: ['一、请如实填写。', '二、加分须附证明。'],
          },
        },
      ],
    }),
  },
  { name: 'saved by another program', saved: 'xlsx', change: () => ({}) },
  { name: 'old format', saved: 'xls', change: () => ({}) },
  { name: 'open format', saved: 'ods', change: () => ({}) },
];
