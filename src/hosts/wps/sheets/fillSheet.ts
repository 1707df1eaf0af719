import type {
  BarChart,
  InputRule,
  PageSetup,
  SheetCell,
  SheetContent,
  SheetLink,
} from '../../../plan/sheetContent';
import type { CellRef } from '../../../rubric/finding';
import { cellAddress, columnName, rectAddress } from '../../../sheet/address';
import { blocksOf, cellKey } from '../../blocks';
import { inputOf, needsNumberFormat } from '../../cellInput';
import { HostError } from '../../host';
import { rangeOf } from '../blockValues';
import { enterCells } from '../enterCells';
import { attempt } from '../etApi';
import type { EtApplication, EtWorksheet } from '../etApi';
import { GENERAL } from '../../cellChange';
import { writeLooks } from './sheetLooks';

/** Kinds of validation, and of its answer: refuse. */
const RULE = { decimal: 2, list: 3, custom: 7 } as const;
const REFUSE = 1;
const BETWEEN = 1;
/** Kinds of chart. */
const COLUMNS = 51;
const BARS = 57;
/** Page set-up. */
const LANDSCAPE = 2;
const PORTRAIT = 1;
const A4 = 9;

/**
 * Fills a fresh sheet. What a person works with (contents, rules, protection) has to succeed; how it looks on paper and in
 * a chart is done where the build can do it.
 * @throws HostError when a content or the protection does not stand
 */
export function fillSheet(application: EtApplication, sheet: EtWorksheet, content: SheetContent): void {
  // A link puts words of its own into its cell, so the contents come after.
  for (const link of content.links) addLink(sheet, link);
  writeLooks(sheet, content.cells);
  writeContents(sheet, content.cells);
  for (const merge of content.merges) rangeOf(sheet, merge).Merge();
  for (const rule of content.validations) addRule(sheet, rule);
  writeSizes(sheet, content);
  if (content.frozen !== null) freeze(application, sheet, content.frozen);
  if (content.page !== null) setUpPage(sheet, content.page);
  for (const chart of content.charts) attempt(() => addChart(sheet, chart));
  if (!content.isProtected) return;
  sheet.Protect('');
  if (!sheet.ProtectContents) throw new HostError('write-failed', { detail: `Protect ${content.name}` });
}

function writeContents(sheet: EtWorksheet, cells: readonly SheetCell[]): void {
  const formats = new Map(cells.map((cell) => [cellKey(cell), formatOf(cell)]));
  for (const format of new Set(formats.values())) {
    if (format === GENERAL) continue;
    const alike = cells.filter((cell) => formats.get(cellKey(cell)) === format);
    for (const block of blocksOf(alike)) rangeOf(sheet, block).NumberFormat = format;
  }
  enterCells(
    sheet,
    cells.map((cell) => ({
      row: cell.row,
      column: cell.column,
      input: inputOf(cell.content, formats.get(cellKey(cell)) ?? GENERAL),
    })),
  );
}

function formatOf({ look, content }: SheetCell): string {
  return look.format === undefined || needsNumberFormat(content, look.format) ? GENERAL : look.format;
}

function addLink(sheet: EtWorksheet, { to, tip, ...cell }: SheetLink): void {
  const place = (name: string, at: CellRef) => `'${name.replace(/'/g, "''")}'!${cellAddress(at)}`;
  // What has a meaning of its own in an address is escaped.
  const file = (path: string) =>
    path.replace(/[%#?]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  const [address, within] =
    to.kind === 'cell'
      ? ['', place(to.sheet, to.cell)]
      : [file(to.path), to.sheet === undefined ? '' : place(to.sheet, to.cell ?? { row: 0, column: 0 })];
  sheet.Hyperlinks.Add(sheet.Range(cellAddress(cell)), address, within, tip ?? '', '');
}

/** A rule over several areas, whose formula is relative to the first of them, is one rule. */
function addRule(sheet: EtWorksheet, { areas, accepts, prompt, refusal }: InputRule): void {
  const { Validation: validation } = sheet.Range(areas.map(rectAddress).join(','));
  validation.Delete();
  switch (accepts.kind) {
    case 'list':
      validation.Add(RULE.list, REFUSE, BETWEEN, accepts.values.join(','));
      break;
    case 'decimal':
      validation.Add(RULE.decimal, REFUSE, BETWEEN, String(accepts.from), String(accepts.to));
      break;
    case 'custom':
      validation.Add(RULE.custom, REFUSE, BETWEEN, `=${accepts.formula}`);
      break;
  }
  if (prompt !== null) {
    validation.InputTitle = prompt.title;
    validation.InputMessage = prompt.text;
  }
  attempt(() => {
    validation.ErrorTitle = refusal.title;
  });
  validation.ErrorMessage = refusal.text;
}

/** Widths are in characters, heights in points. */
function writeSizes(sheet: EtWorksheet, { widths, heights }: SheetContent): void {
  for (const [column, width] of widths.entries()) {
    attempt(() => {
      sheet.Range(`${columnName(column)}:${columnName(column)}`).ColumnWidth = width;
    });
  }
  for (const [row, height] of heights) {
    attempt(() => {
      sheet.Range(`${row + 1}:${row + 1}`).RowHeight = height;
    });
  }
}

/** Only the sheet that is shown can be frozen. */
function freeze(application: EtApplication, sheet: EtWorksheet, { row, column }: CellRef): void {
  attempt(() => {
    sheet.Activate();
    const window = application.ActiveWindow;
    if (!window) return;
    window.SplitRow = row;
    window.SplitColumn = column;
    window.FreezePanes = true;
  });
}

function setUpPage(sheet: EtWorksheet, page: PageSetup): void {
  const setup = attempt(() => sheet.PageSetup);
  if (!setup) return;
  const wanted = {
    PaperSize: A4,
    Orientation: page.landscape ? LANDSCAPE : PORTRAIT,
    ...(page.fitWidth ? { Zoom: false, FitToPagesWide: 1, FitToPagesTall: false } : {}),
    ...(page.titleRows === null
      ? {}
      : { PrintTitleRows: `$${page.titleRows.from + 1}:$${page.titleRows.to + 1}` }),
    CenterHeader: page.header,
    CenterFooter: page.footer,
  };
  for (const [key, value] of Object.entries(wanted)) attempt(() => Reflect.set(setup, key, value));
}

function addChart(sheet: EtWorksheet, { title, horizontal, categories, series, place }: BarChart): void {
  const { Left: left, Top: top, Width: width, Height: height } = rangeOf(sheet, place);
  const { Chart: chart } = sheet.Shapes.AddChart2(0, horizontal ? BARS : COLUMNS, left, top, width, height);
  // What stands around the active cell may have become a series already.
  while (chart.SeriesCollection().Count > 0) chart.SeriesCollection().Item(1).Delete();
  for (const { name, values } of series) {
    const one = chart.SeriesCollection().NewSeries();
    one.Name = name;
    one.Values = rangeOf(sheet, values);
    one.XValues = rangeOf(sheet, categories);
  }
  chart.HasTitle = true;
  chart.ChartTitle.Text = title;
}
