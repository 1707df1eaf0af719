import {
  BaselineOffset,
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import type { IBorderData, IStyleBase, IStyleData } from '@univerjs/core';
import type { FontLook, LineLook, LineStyle, StyleLook } from '../../hosts/file/look/bookLook';
import { fontStack } from './fonts';

const LINES: Readonly<Record<LineStyle, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  double: BorderStyleTypes.DOUBLE,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
};

const HORIZONTAL = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.LEFT,
  fill: HorizontalAlign.LEFT,
  distributed: HorizontalAlign.CENTER,
} as const;

const VERTICAL = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
  justify: VerticalAlign.TOP,
  distributed: VerticalAlign.MIDDLE,
} as const;

/** Pixels of one step of an indent. */
const INDENT = 9;

const color = (rgb: string) => ({ rgb: `#${rgb}` });
const line = ({ style, color: rgb }: LineLook) => ({
  s: LINES[style] ?? BorderStyleTypes.THIN,
  cl: color(rgb),
});

/** A font as the grid component has it. */
export function fontData(font: FontLook): IStyleBase {
  const on = { s: BooleanNumber.TRUE };
  return {
    ...(font.name === undefined ? {} : { ff: fontStack(font.name) }),
    ...(font.size === undefined ? {} : { fs: font.size }),
    ...(font.bold ? { bl: BooleanNumber.TRUE } : {}),
    ...(font.italic ? { it: BooleanNumber.TRUE } : {}),
    ...(font.underline ? { ul: on } : {}),
    ...(font.strike ? { st: on } : {}),
    ...(font.color === undefined ? {} : { cl: color(font.color) }),
    ...(font.raised === undefined
      ? {}
      : { va: font.raised === 'subscript' ? BaselineOffset.SUBSCRIPT : BaselineOffset.SUPERSCRIPT }),
  };
}

/** A cell's look as the grid component has it. */
export function styleData(look: StyleLook, plainFont: FontLook): IStyleData {
  const { border } = look;
  const lines: IBorderData = {
    ...(border.left && { l: line(border.left) }),
    ...(border.right && { r: line(border.right) }),
    ...(border.top && { t: line(border.top) }),
    ...(border.bottom && { b: line(border.bottom) }),
    ...(border.falling && { tl_br: line(border.falling) }),
    ...(border.rising && { bl_tr: line(border.rising) }),
  };
  return {
    ...fontData({ ...plainFont, ...look.font }),
    ...(look.fill === undefined ? {} : { bg: color(look.fill) }),
    ...(Object.keys(lines).length === 0 ? {} : { bd: lines }),
    ...(look.horizontal === undefined ? {} : { ht: HORIZONTAL[look.horizontal] }),
    vt: VERTICAL[look.vertical ?? 'bottom'],
    ...(look.wrap ? { tb: WrapStrategy.WRAP } : {}),
    ...(look.indent > 0
      ? { pd: { [look.horizontal === 'right' ? 'r' : 'l']: look.indent * INDENT + 2 } }
      : {}),
    ...(look.rotation === 0
      ? {}
      : look.rotation === 'stacked'
        ? { tr: { a: 0, v: BooleanNumber.TRUE } }
        : { tr: { a: -look.rotation } }),
    ...(look.format === undefined ? {} : { n: { pattern: look.format } }),
  };
}
