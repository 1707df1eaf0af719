import { parseCell } from '../../../src/sheet/address';
import type { CellRef } from '../../../src/rubric/finding';
import { USUAL_HEIGHT, USUAL_WIDTH } from '../../excel-host/model/sheet';
import type { SheetModel } from '../../excel-host/model/sheet';
import type { ExcelApiLevel } from '../../excel-host/node/officeJs';
import { openExcel } from '../excel/support';
import { gridOf } from './contractGrid';
import { describeSheetContract } from './sheetContract';
import type { SeenRule, SheetFactory } from './sheetContract';

const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'];
const ALIGNED: Readonly<Record<string, 'left' | 'center' | 'right'>> = {
  Left: 'left',
  Center: 'center',
  Right: 'right',
};

function at(address: string): CellRef {
  const cell = parseCell(address);
  if (cell === null) throw new Error(`No address: ${address}`);
  return cell;
}

/** Pixels of a figure in the emulated Excel's standard font, and of the margin beside the figures of a column. */
const FIGURE = (USUAL_WIDTH.points / 0.75 - 5) / USUAL_WIDTH.characters;

function ruleOf(model: SheetModel, address: string): SeenRule | null {
  const { row, column } = at(address);
  const validation = model.validations.get(`${row},${column}`);
  if (validation === undefined || validation.type === 'None') return null;
  const { list, decimal, custom } = validation.rule as {
    readonly list?: { readonly source: string };
    readonly decimal?: { readonly formula1: number; readonly formula2: number };
    readonly custom?: { readonly formula: string };
  };
  const { prompt, errorAlert } = validation;
  return {
    kind: list ? 'list' : decimal ? 'decimal' : 'custom',
    accepts:
      list?.source ??
      (decimal ? `${decimal.formula1}..${decimal.formula2}` : (custom?.formula ?? '').replace(/^=/, '')),
    promptTitle: prompt.title,
    prompt: prompt.message,
    refusalTitle: errorAlert?.title ?? '',
    refusal: errorAlert?.message ?? '',
  };
}

function createAt(level: ExcelApiLevel): SheetFactory {
  return async (book) => {
    const { host, sheet } = openExcel(book.sheets.map(gridOf), level);
    return {
      host,
      async look(name, address) {
        const { row, column } = at(address);
        const format = sheet(name).format(row, column);
        const horizontal = ALIGNED[format.horizontal];
        return {
          bold: format.bold,
          fontName: format.fontName,
          fill: format.fill === null ? null : format.fill.slice(1),
          bordered: SIDES.every((side) => sheet(name).line(row, column, side) !== null),
          wrapped: format.wrap,
          ...(horizontal === undefined ? {} : { horizontal }),
          format: format.numberFormat,
          unlocked: !format.locked,
        };
      },
      async width(name, column) {
        const points = sheet(name).columnWidths.get(column) ?? USUAL_WIDTH.points;
        return Math.round(((points / 0.75 - 5) / FIGURE) * 10) / 10;
      },
      height: async (name, row) => sheet(name).rowHeights.get(row) ?? USUAL_HEIGHT,
      rule: async (name, address) => ruleOf(sheet(name), address),
      isProtected: async (name) => sheet(name).protection !== null,
      async link(name, address) {
        const { row, column } = at(address);
        const link = sheet(name).hyperlinks.get(`${row},${column}`);
        if (link === undefined) return null;
        if (link.documentReference !== undefined) return `#${link.documentReference}`;
        return decodeURIComponent(link.address ?? '');
      },
      async frozen(name) {
        const { frozen } = sheet(name);
        return frozen === null ? null : { row: frozen.rows, column: frozen.columns };
      },
      async page(name) {
        const { orientation, titleRows } = sheet(name).page;
        return {
          landscape: orientation === 'Landscape',
          titleRows: titleRows === null ? null : titleRows.replace(/\$/g, ''),
        };
      },
      charts: async (name) =>
        sheet(name).charts.map(({ title, series }) => ({ title, series: series.length })),
    };
  };
}

describeSheetContract('the Excel host in Microsoft 365', createAt('latest'));
describeSheetContract('the Excel host in Excel 2021', createAt('1.14'));
describeSheetContract('the Excel host at ExcelApi 1.10', createAt('1.10'));
