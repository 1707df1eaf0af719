import { attributeOf, childNamed, parseXml } from '../patch/xmlTree';
import type { XmlElement } from '../patch/xmlTree';

/** The palette that `indexed` colours point into (ISO/IEC 29500-1, 18.8.27); 0–7 repeat as 8–15. */
const PALETTE = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 ' +
  '9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF ' +
  '00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 ' +
  '003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** Colours of the Office theme, for workbooks that name theme colours and carry no theme. */
const OFFICE_THEME =
  'FFFFFF 000000 EEECE1 1F497D 4F81BD C0504D 9BBB59 8064A2 4BACC6 F79646 0000FF 800080'.split(' ');

/** A theme's colours in the order in which cells count them: light and dark come the other way round than in the part. */
const THEME_ORDER = 'lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'.split(
  ' ',
);

const RGB = /^(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})$/;

const rgbOf = (text: string | undefined) => RGB.exec(text ?? '')?.[1]?.toUpperCase();

/** Colours of a theme part. */
export function readThemeColors(text: string, part: string): string[] {
  const elements = childNamed(parseXml(text, part), 'themeElements');
  const scheme = elements && childNamed(elements, 'clrScheme');
  return THEME_ORDER.map((name, index) => {
    const color = scheme && childNamed(scheme, name)?.children[0];
    const written = color && (attributeOf(text, color, 'lastClr') ?? attributeOf(text, color, 'val'));
    return rgbOf(written) ?? OFFICE_THEME[index]!;
  });
}

function indexedColor(index: number): string | undefined {
  // 64 and 65 are the system's text and background.
  if (index === 64) return '000000';
  if (index === 65) return 'FFFFFF';
  return PALETTE[index < 8 ? index : index - 8];
}

/** Lighter (tint above 0) or darker, by the lightness of the colour (ISO/IEC 29500-1, 18.8.19). */
function tinted(rgb: string, tint: number): string {
  if (!(Math.abs(tint) > 0) || Math.abs(tint) > 1) return rgb;
  const parts = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255);
  const [high, low] = [Math.max(...parts), Math.min(...parts)];
  const lightness = (high + low) / 2;
  const wanted = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const spread = high - low;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const chroma = (1 - Math.abs(2 * wanted - 1)) * saturation;
  return parts
    .map((part) => wanted + (spread === 0 ? 0 : ((part - lightness) / spread) * chroma))
    .map((part) => Math.round(Math.min(1, Math.max(0, part)) * 255))
    .map((part) => part.toString(16).padStart(2, '0').toUpperCase())
    .join('');
}

/** RRGGBB of an element with `rgb`, `theme` and `tint`, or `indexed`; undefined where it is automatic. */
export function colorOf(
  text: string,
  element: XmlElement | undefined,
  theme: readonly string[],
): string | undefined {
  if (element === undefined) return undefined;
  const [rgb, number, index] = ['rgb', 'theme', 'indexed'].map((name) => attributeOf(text, element, name));
  const base =
    rgbOf(rgb) ??
    (number === undefined ? undefined : theme[Number(number)]) ??
    (index === undefined ? undefined : indexedColor(Number(index)));
  return base === undefined ? undefined : tinted(base, Number(attributeOf(text, element, 'tint') ?? 0));
}

export { OFFICE_THEME };
