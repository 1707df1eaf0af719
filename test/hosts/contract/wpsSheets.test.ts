import type { Validation } from '../../excel-host/model/cell';
import { USUAL_HEIGHT, USUAL_WIDTH } from '../../excel-host/model/sheet';
import type { SheetModel } from '../../excel-host/model/sheet';
import { parseCell } from '../../../src/sheet/address';
import type { CellRef } from '../../../src/rubric/finding';
import { openEt } from '../wps/support';
import type { Build } from '../wps/support';
import { gridOf } from './contractGrid';
import { describeSheetContract } from './sheetContract';
import type { SeenRule, SheetFactory } from './sheetContract';

const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'];
const ALIGNED: Readonly<Record<string, 'left' | 'center' | 'right'>> = {
  Left: 'left',
  Center: 'center',
  Right: 'right',
};
/** Pixels of a figure in the emulated ET's standard font. */
const FIGURE = (USUAL_WIDTH.points / 0.75 - 5) / USUAL_WIDTH.characters;

function at(address: string): CellRef {
  const cell = parseCell(address);
  if (cell === null) throw new Error(`No address: ${address}`);
  return cell;
}

function ruleOf(model: SheetModel, address: string): SeenRule | null {
  const { row, column } = at(address);
  const validation = model.validations.get(`${row},${column}`);
  if (validation === undefined) return null;
  const { first, second } = validation.rule as { readonly first: string; readonly second: string | null };
  const words: Validation['prompt'] & { errorTitle?: string; errorMessage?: string } = validation.prompt;
  return {
    kind: validation.type.toLowerCase() as SeenRule['kind'],
    accepts: second === null ? first.replace(/^=/, '') : `${first}..${second}`,
    promptTitle: words.title,
    prompt: words.message,
    refusalTitle: words.errorTitle ?? '',
    refusal: words.errorMessage ?? '',
  };
}

function createIn(build: Build): SheetFactory {
  return async (book) => {
    const { host, sheet } = openEt(book.sheets.map(gridOf), build);
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
        return link.documentReference !== undefined
          ? `#${link.documentReference}`
          : decodeURIComponent(link.address ?? '');
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

describeSheetContract('the WPS host in a current build', createIn('a current build'));
describeSheetContract('the WPS host in a build without arrays', createIn('a build without arrays'));
