import type { CellLook } from '../sheetContent';

/** Fonts that every Chinese Windows and office suite has; the ones of official letters (方正小标宋, 仿宋_GB2312) often lack. */
const HEADING_FONT = '黑体';
const BODY_FONT = '宋体';

/** Sizes in points: 小二, 四号, 小四, 五号. */
export const SIZES = { title: 18, note: 14, line: 12, body: 10.5 } as const;

const framed = { border: true, vertical: 'center', wrap: true } as const;
const body = { name: BODY_FONT, size: SIZES.body };

export const LOOKS = {
  attachment: { font: { name: HEADING_FONT, size: SIZES.note }, vertical: 'center' },
  title: {
    font: { name: HEADING_FONT, size: SIZES.title },
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
  },
  year: { font: { name: BODY_FONT, size: SIZES.line }, horizontal: 'center', vertical: 'center' },
  line: { font: { name: BODY_FONT, size: SIZES.line }, vertical: 'center', wrap: true },
  openLine: { font: { name: BODY_FONT, size: SIZES.line }, vertical: 'center', wrap: true, unlocked: true },
  date: { font: { name: BODY_FONT, size: SIZES.line }, horizontal: 'right', vertical: 'center' },
  header: { ...framed, font: { name: HEADING_FONT, size: 11 }, horizontal: 'center' },
  section: { ...framed, font: { name: BODY_FONT, size: 11, bold: true }, horizontal: 'center' },
  tornSection: {
    ...framed,
    font: { name: BODY_FONT, size: 11, bold: true },
    horizontal: 'center',
    vertical: 'top',
  },
  figure: { ...framed, font: body, horizontal: 'center' },
  text: { ...framed, font: body, horizontal: 'left' },
  score: { ...framed, font: { name: BODY_FONT, size: 11 }, horizontal: 'center', unlocked: true },
  reason: { ...framed, font: body, horizontal: 'left', unlocked: true },
  total: { ...framed, font: { name: BODY_FONT, size: 11, bold: true }, horizontal: 'center' },
  open: { ...framed, font: body, horizontal: 'left', unlocked: true },
} as const satisfies Readonly<Record<string, CellLook>>;
