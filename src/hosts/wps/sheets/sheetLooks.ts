import type { CellLook, SheetCell } from '../../../plan/sheetContent';
import { blocksOf } from '../../blocks';
import { rangeOf } from '../blockValues';
import { attempt, etColour } from '../etApi';
import type { EtRange, EtWorksheet } from '../etApi';

const HORIZONTAL = { left: -4131, center: -4108, right: -4152 } as const;
const VERTICAL = { top: -4160, center: -4108, bottom: -4107 } as const;
const SINGLE_UNDERLINE = 2;
const NO_UNDERLINE = -4142;
const CONTINUOUS = 1;
const THIN = 2;

/** Cells that look alike, in blocks: one assignment a block and property. A look that a build lacks is left out. */
export function writeLooks(sheet: EtWorksheet, cells: readonly SheetCell[]): void {
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
    for (const block of blocksOf(group)) dressBlock(rangeOf(sheet, block), look);
  }
}

function dressBlock(
  range: EtRange,
  { font, fill, border, horizontal, vertical, wrap, unlocked }: CellLook,
): void {
  const set = (target: () => object | null | undefined, key: string, value: unknown) => {
    if (value === undefined) return;
    attempt(() => {
      const found = target();
      if (found) Reflect.set(found, key, value);
    });
  };
  const ofFont = () => range.Font;
  set(ofFont, 'Name', font?.name);
  set(ofFont, 'Size', font?.size);
  set(ofFont, 'Bold', font?.bold);
  set(ofFont, 'Color', font?.color === undefined ? undefined : etColour(font.color));
  if (font?.underline !== undefined)
    set(ofFont, 'Underline', font.underline ? SINGLE_UNDERLINE : NO_UNDERLINE);
  set(() => range.Interior, 'Color', fill === undefined ? undefined : etColour(fill));
  set(() => range, 'HorizontalAlignment', horizontal === undefined ? undefined : HORIZONTAL[horizontal]);
  set(() => range, 'VerticalAlignment', vertical === undefined ? undefined : VERTICAL[vertical]);
  set(() => range, 'WrapText', wrap);
  if (unlocked === true) set(() => range, 'Locked', false);
  if (border !== true) return;
  set(() => range.Borders, 'LineStyle', CONTINUOUS);
  set(() => range.Borders, 'Weight', THIN);
}
