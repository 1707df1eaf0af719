/**
 * Members that VBA has and that the host uses, though nobody has told yet that ET has them too. The host does without
 * each of them where it can, and docs/wps.md lists them.
 */
export const ASSUMED: readonly string[] = [
  'ApiEvent.RemoveApiEventListener',
  'Application.ActiveCell',
  'Application.ActiveWorkbook',
  'Comment.Parent',
  'Comment.Text(text)',
  'FormatCondition.AppliesTo',
  'FormatCondition.SetFirstPriority',
  'Range.Borders',
  'Range.EntireColumn',
  'Range.EntireRow',
  'Range.Font',
  'Range.HorizontalAlignment',
  'Range.NumberFormat',
  'Range.Select',
  'Range.VerticalAlignment',
  'Range.WrapText',
  'Workbook.ActiveSheet',
  'Worksheet.Activate',
  'Worksheet.Comments',
  'Worksheet.ProtectDrawingObjects',
  'Worksheet.ProtectScenarios',
  'Worksheet.Protection',
  'Worksheet.Visible',
];
