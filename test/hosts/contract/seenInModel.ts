import { parseCell } from '../../../src/sheet/address';
import type { CellRef } from '../../../src/rubric/finding';
import { USUAL_HEIGHT, USUAL_WIDTH } from '../../excel-host/model/sheet';
import type { SheetModel } from '../../excel-host/model/sheet';
import type { SheetSubject } from './sheetContract';

const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'];
const ALIGNED: Readonly<Record<string, 'left' | 'center' | 'right'>> = {
  Left: 'left',
  Center: 'center',
  Right: 'right',
};
/** Pixels of a figure in the emulated spreadsheets' standard font, without the margin beside the figures of a column. */
const FIGURE = (USUAL_WIDTH.points / 0.75 - 5) / USUAL_WIDTH.characters;

export function at(address: string): CellRef {
  const cell = parseCell(address);
  if (cell === null) throw new Error(`No address: ${address}`);
  return cell;
}

/** What a person would see of the sheets of an emulated spreadsheet; its rules are kept as each spreadsheet takes them. */
export function seenInModel(sheet: (name: string) => SheetModel): Omit<SheetSubject, 'host' | 'rule'> {
  return {
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
    charts: async (name) => sheet(name).charts.map(({ title, series }) => ({ title, series: series.length })),
  };
}
