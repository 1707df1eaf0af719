import { EXPRESSION, attempt } from '../etApi';
import type { Answer, Probe } from './answers';
import { lackingForFiles } from './fileTrial';
import type { At, Scratch } from './scratchSheet';

/** Where an object of each class is found. */
const OBJECTS = {
  ApiEvent: (_at: At, { application }: Scratch) => application.ApiEvent,
  Application: (_at: At, { application }: Scratch) => application,
  Comment: (at: At) => at(0, 0).Comment,
  FormatCondition: (at: At) => at(0, 0).FormatConditions.Item(1),
  Range: (at: At) => at(0, 0),
  Validation: (at: At) => at(0, 0).Validation,
  Workbook: (_at: At, { book }: Scratch) => book,
  Worksheet: (_at: At, { sheet }: Scratch) => sheet,
} as const;

/**
 * Members that VBA has and that the adapter uses where they are there. Only whether they are is asked: what a method does is
 * another question's.
 */
const MEMBERS: readonly `${keyof typeof OBJECTS}.${string}`[] = [
  'ApiEvent.RemoveApiEventListener',
  'Application.ActiveCell',
  'Application.ActiveWindow',
  'Application.ActiveWorkbook',
  'Comment.Parent',
  'FormatCondition.AppliesTo',
  'FormatCondition.SetFirstPriority',
  'Range.Borders',
  'Range.ColumnWidth',
  'Range.EntireColumn',
  'Range.EntireRow',
  'Range.Font',
  'Range.Height',
  'Range.HorizontalAlignment',
  'Range.Left',
  'Range.Merge',
  'Range.NumberFormat',
  'Range.RowHeight',
  'Range.Select',
  'Range.Top',
  'Range.VerticalAlignment',
  'Range.Width',
  'Range.WrapText',
  'Validation.ErrorTitle',
  'Workbook.Activate',
  'Workbook.ActiveSheet',
  'Workbook.FullName',
  'Worksheet.Activate',
  'Worksheet.Comments',
  'Worksheet.PageSetup',
  'Worksheet.ProtectDrawingObjects',
  'Worksheet.ProtectScenarios',
  'Worksheet.Protection',
  'Worksheet.Visible',
];

function read(name: string, at: At, scratch: Scratch): unknown {
  const [type = '', key = ''] = name.split('.');
  const object = OBJECTS[type as keyof typeof OBJECTS](at, scratch);
  return object === undefined || object === null ? undefined : Reflect.get(object, key);
}

export const MEMBER_PROBES: readonly Probe[] = [
  {
    question: 'members',
    reliance: 'coped',
    ask: (at, scratch) => {
      // Something for the members to be found on.
      attempt(() => at(0, 0).AddComment('考核自检'));
      attempt(() => at(0, 0).FormatConditions.Add(EXPRESSION, undefined, '=FALSE'));
      attempt(() => at(0, 0).Validation.Add(2, 1, 1, '0', '10'));
      const lacking = MEMBERS.filter((name) => attempt(() => read(name, at, scratch)) === undefined);
      return listed(lacking);
    },
  },
  {
    question: 'file-system',
    reliance: 'coped',
    ask: (_at, { application }) => listed(lackingForFiles(application)),
  },
];

function listed(lacking: readonly string[]): Answer {
  return lacking.length === 0
    ? { seen: 'all', verdict: 'expected' }
    : { seen: 'lacking', detail: lacking.join(', '), verdict: 'coped' };
}
