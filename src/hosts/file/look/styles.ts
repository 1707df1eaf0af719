import { attributeOf, childNamed, parseXml } from '../patch/xmlTree';
import type { XmlElement } from '../patch/xmlTree';
import type { BorderLook, FontLook, LineLook, LineStyle, StyleLook } from './bookLook';
import { colorOf } from './colors';
import { BUILT_IN_FORMATS } from './numberFormats';

export interface StylesLook {
  readonly plainFont: FontLook;
  readonly styles: readonly StyleLook[];
}

/** The look of cells where a workbook has no styles part. */
export const PLAIN_STYLE: StyleLook = { font: {}, border: {}, wrap: false, indent: 0, rotation: 0 };

const isOff = (value: string | undefined) => value !== undefined && /^\s*(0|false|none)\s*$/i.test(value);

/** A part's text with the workbook's theme colours: what reading an element's look needs. */
export class LookReader {
  constructor(
    private readonly text: string,
    private readonly theme: readonly string[],
  ) {}

  attribute(element: XmlElement | undefined, name: string): string | undefined {
    return element === undefined ? undefined : attributeOf(this.text, element, name);
  }

  color(element: XmlElement | undefined): string | undefined {
    return colorOf(this.text, element, this.theme);
  }

  /** A `font` element of a styles part, or the `rPr` of a run. */
  font(element: XmlElement | undefined): FontLook {
    if (element === undefined) return {};
    const valueOf = (name: string) => this.attribute(childNamed(element, name), 'val');
    const isOn = (name: string) => childNamed(element, name) !== undefined && !isOff(valueOf(name));
    const name = valueOf('name') ?? valueOf('rFont');
    const size = Number(valueOf('sz'));
    const color = this.color(childNamed(element, 'color'));
    const raised = valueOf('vertAlign');
    return {
      ...(name === undefined ? {} : { name }),
      ...(size > 0 ? { size } : {}),
      ...(isOn('b') ? { bold: true } : {}),
      ...(isOn('i') ? { italic: true } : {}),
      ...(isOn('u') ? { underline: true } : {}),
      ...(isOn('strike') ? { strike: true } : {}),
      ...(color === undefined ? {} : { color }),
      ...(raised === 'superscript' || raised === 'subscript' ? { raised } : {}),
    };
  }

  fill(element: XmlElement | undefined): string | undefined {
    const pattern = element && childNamed(element, 'patternFill');
    if (pattern === undefined) {
      const gradient = element && childNamed(element, 'gradientFill');
      // A gradient cannot be shown: its first colour tells the cell apart just as well.
      return this.color(gradient?.children[0]?.children[0]);
    }
    const kind = this.attribute(pattern, 'patternType') ?? 'none';
    if (kind === 'none') return undefined;
    const [front, back] = ['fgColor', 'bgColor'].map((name) => this.color(childNamed(pattern, name)));
    return kind === 'solid' ? (front ?? back) : (back ?? 'FFFFFF');
  }

  border(element: XmlElement | undefined): BorderLook {
    if (element === undefined) return {};
    const line = (...names: string[]): LineLook | undefined => {
      const side = names.map((name) => childNamed(element, name)).find((found) => found !== undefined);
      const style = this.attribute(side, 'style');
      if (side === undefined || style === undefined || style === 'none') return undefined;
      return { style: style as LineStyle, color: this.color(childNamed(side, 'color')) ?? '000000' };
    };
    const [left, right] = [line('left', 'start'), line('right', 'end')];
    const [top, bottom, diagonal] = [line('top'), line('bottom'), line('diagonal')];
    const has = (name: string) => /^(1|true)$/.test(this.attribute(element, name) ?? '');
    return {
      ...(left && { left }),
      ...(right && { right }),
      ...(top && { top }),
      ...(bottom && { bottom }),
      ...(diagonal && has('diagonalDown') && { falling: diagonal }),
      ...(diagonal && has('diagonalUp') && { rising: diagonal }),
    };
  }
}

/** `textRotation` of a file: 0–90 against the clock, 91–180 with it, 255 stacked. */
function rotationOf(written: string | undefined): StyleLook['rotation'] {
  const rotation = Number(written ?? 0);
  if (rotation === 255) return 'stacked';
  if (!(rotation >= 0 && rotation <= 180)) return 0;
  return rotation <= 90 ? rotation : 90 - rotation;
}

function formatsOf(text: string, root: XmlElement): Map<number, string> {
  const formats = new Map(BUILT_IN_FORMATS);
  for (const each of childNamed(root, 'numFmts')?.children ?? []) {
    formats.set(Number(attributeOf(text, each, 'numFmtId')), attributeOf(text, each, 'formatCode') ?? '');
  }
  return formats;
}

/** Reads a styles part: the cell formats (`cellXfs`) with all that they point to. */
export function readStyles(text: string, part: string, theme: readonly string[]): StylesLook {
  const root = parseXml(text, part);
  const look = new LookReader(text, theme);
  const listOf = (name: string) => childNamed(root, name)?.children ?? [];
  const fonts = listOf('fonts').map((font) => look.font(font));
  const fills = listOf('fills').map((fill) => look.fill(fill));
  const borders = listOf('borders').map((border) => look.border(border));
  const formats = formatsOf(text, root);
  const styles = listOf('cellXfs').map((xf): StyleLook => {
    const index = (name: string) => Number(look.attribute(xf, name) ?? 0);
    const alignment = childNamed(xf, 'alignment');
    const horizontal = look.attribute(alignment, 'horizontal');
    const vertical = look.attribute(alignment, 'vertical');
    const fill = fills[index('fillId')];
    const format = formats.get(index('numFmtId'));
    return {
      font: fonts[index('fontId')] ?? {},
      ...(fill === undefined ? {} : { fill }),
      border: borders[index('borderId')] ?? {},
      ...(isHorizontal(horizontal) ? { horizontal } : {}),
      ...(isVertical(vertical) ? { vertical } : {}),
      wrap: /^(1|true)$/.test(look.attribute(alignment, 'wrapText') ?? ''),
      indent: Number(look.attribute(alignment, 'indent') ?? 0),
      rotation: rotationOf(look.attribute(alignment, 'textRotation')),
      ...(format === undefined || /^general$/i.test(format) ? {} : { format }),
    };
  });
  const plain = listOf('cellStyleXfs')[0];
  return { plainFont: fonts[Number(look.attribute(plain, 'fontId') ?? 0)] ?? {}, styles };
}

const HORIZONTAL = ['left', 'center', 'right', 'justify', 'fill', 'distributed'] as const;
const VERTICAL = ['top', 'center', 'bottom', 'justify', 'distributed'] as const;

function isHorizontal(word: string | undefined): word is (typeof HORIZONTAL)[number] {
  return HORIZONTAL.some((known) => known === word);
}

function isVertical(word: string | undefined): word is (typeof VERTICAL)[number] {
  return VERTICAL.some((known) => known === word);
}
