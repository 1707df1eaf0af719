import type { CellLook, SheetCell, SheetContent } from '../../../plan/sheetContent';
import { rectAddress } from '../../../sheet/address';
import type { Rect } from '../../../sheet/grid';
import { blocksOf } from '../../blocks';

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;

/** Cells that look alike, in blocks: one assignment a block and property. */
export function writeLooks(sheet: Excel.Worksheet, cells: readonly SheetCell[]): void {
  const alike = new Map<string, SheetCell[]>();
  for (const cell of cells) {
    const key = JSON.stringify(cell.look);
    const group = alike.get(key);
    if (group === undefined) alike.set(key, [cell]);
    else group.push(cell);
  }
  for (const group of alike.values()) {
    const look = group[0]?.look;
    if (look === undefined || Object.keys(look).length === 0) continue;
    for (const block of blocksOf(group)) dressBlock(sheet.getRange(rectAddress(block)), block, look);
  }
}

function dressBlock(range: Excel.Range, block: Rect, look: CellLook): void {
  const { format } = range;
  const { font } = look;
  if (font?.name !== undefined) format.font.name = font.name;
  if (font?.size !== undefined) format.font.size = font.size;
  if (font?.bold !== undefined) format.font.bold = font.bold;
  if (font?.underline !== undefined) format.font.underline = font.underline ? 'Single' : 'None';
  if (font?.color !== undefined) format.font.color = `#${font.color}`;
  if (look.fill !== undefined) format.fill.color = `#${look.fill}`;
  if (look.horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[look.horizontal];
  if (look.vertical !== undefined) format.verticalAlignment = VERTICAL[look.vertical];
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.unlocked === true) format.protection.locked = false;
  if (look.border === true) frame(format.borders, block);
}

/** Lines inside are asked for only where there is an inside: Excel refuses them on a single row or column. */
function frame(borders: Excel.RangeBorderCollection, block: Rect): void {
  const sides: Excel.BorderIndex[] = [
    'EdgeTop' as Excel.BorderIndex,
    'EdgeBottom' as Excel.BorderIndex,
    'EdgeLeft' as Excel.BorderIndex,
    'EdgeRight' as Excel.BorderIndex,
    ...(block.bottom > block.top ? ['InsideHorizontal' as Excel.BorderIndex] : []),
    ...(block.right > block.left ? ['InsideVertical' as Excel.BorderIndex] : []),
  ];
  for (const side of sides) {
    const line = borders.getItem(side);
    line.style = 'Continuous';
    line.weight = 'Thin';
  }
}

/** What a sheet tells about its columns: how wide a usual one is, in characters and in points. */
export interface ColumnScale {
  readonly characters: number;
  readonly points: number;
}

/** Margin of a column beside its characters, in pixels, and points of a pixel. */
const MARGIN = 5;
const PIXEL = 0.75;
/** Width of a figure of the standard font in pixels, where the sheet's own columns do not tell it. */
const USUAL_FIGURE = 7;

/** Pixels of one character of the standard font: 7 for 11 points of most fonts, 8 for 宋体. */
function figureWidth({ characters, points }: ColumnScale): number {
  const pixels = (points / PIXEL - MARGIN) / characters;
  return pixels > 4 && pixels < 20 ? pixels : USUAL_FIGURE;
}

export function writeSizes(sheet: Excel.Worksheet, content: SheetContent, scale: ColumnScale): void {
  const figure = figureWidth(scale);
  for (const [column, width] of content.widths.entries()) {
    sheet.getRange(rectAddress({ top: 0, bottom: 0, left: column, right: column })).format.columnWidth =
      (width * figure + MARGIN) * PIXEL;
  }
  const wrapped = content.cells.filter(({ look }) => look.wrap === true);
  for (const block of blocksOf(wrapped)) sheet.getRange(rectAddress(block)).format.autofitRows();
  for (const [row, height] of content.heights) {
    sheet.getRange(rectAddress({ top: row, bottom: row, left: 0, right: 0 })).format.rowHeight = height;
  }
}
