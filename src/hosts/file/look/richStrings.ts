import { decodeXstring } from '../xmlText';
import { childNamed, contentOf, parseXml } from '../patch/xmlTree';
import type { XmlElement } from '../patch/xmlTree';
import type { TextRun } from './bookLook';
import { LookReader } from './styles';

/** The runs of an `si` or `is` element; null where its text has one look, the cell's own. */
export function runsOf(text: string, element: XmlElement, look: LookReader): TextRun[] | null {
  const runs = element.children.filter(({ local }) => local === 'r');
  if (runs.length === 0) return null;
  return element.children.flatMap((child) => {
    const t = child.local === 'r' ? childNamed(child, 't') : child.local === 't' ? child : undefined;
    if (t === undefined) return [];
    const font = child.local === 'r' ? look.font(childNamed(child, 'rPr')) : {};
    return [{ text: decodeXstring(contentOf(text, t)), font }];
  });
}

/** Shared strings with runs, by index. */
export function readRichStrings(
  text: string,
  part: string,
  theme: readonly string[],
): Map<number, TextRun[]> {
  const rich = new Map<number, TextRun[]>();
  // Most workbooks have none, and looking for one costs nothing.
  if (!/<(?:\w+:)?rPr[\s>]/.test(text)) return rich;
  const look = new LookReader(text, theme);
  let index = 0;
  for (const item of parseXml(text, part).children) {
    if (item.local !== 'si') continue;
    const runs = runsOf(text, item, look);
    if (runs !== null) rich.set(index, runs);
    index++;
  }
  return rich;
}
