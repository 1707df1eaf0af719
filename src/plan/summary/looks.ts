import type { CellLook } from '../sheetContent';

// The house style of Chinese offices: 小标宋 for the title, 黑体 for heads, 宋体 for the body, thin lines all round.
const HEAD_FONT = { name: '黑体', size: 11 } as const;
const BODY_FONT = { name: '宋体', size: 11 } as const;

export const TITLE: CellLook = {
  font: { name: '方正小标宋简体', size: 20 },
  horizontal: 'center',
  vertical: 'center',
};
export const INFO: CellLook = { font: BODY_FONT, horizontal: 'left', vertical: 'center' };
export const NOTE: CellLook = {
  font: { name: '宋体', size: 10 },
  horizontal: 'left',
  vertical: 'top',
  wrap: true,
};
export const HEAD: CellLook = {
  font: HEAD_FONT,
  fill: 'F2F2F2',
  border: true,
  horizontal: 'center',
  vertical: 'center',
  wrap: true,
};
/** Text as it was read: format `@`, so that a name which looks like a number or a date stays as it is. */
export const TEXT: CellLook = {
  font: BODY_FONT,
  border: true,
  horizontal: 'left',
  vertical: 'center',
  wrap: true,
  format: '@',
};
export const CENTRED: CellLook = { ...TEXT, horizontal: 'center' };
export const LINKED: CellLook = { ...TEXT, font: { ...BODY_FONT, underline: true, color: '0563C1' } };
export const LINKED_CENTRED: CellLook = { ...LINKED, horizontal: 'center' };
export const NUMBER: CellLook = {
  font: BODY_FONT,
  border: true,
  horizontal: 'right',
  vertical: 'center',
  format: 'General',
};
export const COUNT: CellLook = { ...NUMBER, horizontal: 'center', format: '0' };
export const LINKED_COUNT: CellLook = { ...COUNT, font: { ...BODY_FONT, underline: true, color: '0563C1' } };
export const STRONG: CellLook = { ...NUMBER, font: { ...BODY_FONT, bold: true } };
/** A rank, or the word in its place. */
export const RANK: CellLook = { ...COUNT, font: { ...BODY_FONT, bold: true }, format: 'General' };

/** One light tint a category, in turn, so that blocks are told apart. */
const TINTS = ['DDEBF7', 'E2EFDA', 'FFF2CC', 'FCE4D6', 'EDEDED'] as const;

export const CATEGORY_LOOKS: readonly CellLook[] = TINTS.map((fill) => ({ ...CENTRED, fill }));

/** A number with this many decimals. */
export function numberLook(decimals: number, isStrong: boolean): CellLook {
  return (isStrong ? STRONG_BY_DECIMALS : BY_DECIMALS)[decimals] ?? (isStrong ? STRONG : NUMBER);
}

const byDecimals = (look: CellLook): readonly CellLook[] =>
  [0, 1, 2, 3, 4, 5, 6].map((decimals) => ({
    ...look,
    format: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`,
  }));
const BY_DECIMALS = byDecimals(NUMBER);
const STRONG_BY_DECIMALS = byDecimals(STRONG);
