import type { XmlScanner } from '../xml';
import { decodeXstring } from '../xmlText';

/**
 * From the start tag of an `si` or `is` element: its text, the runs joined, phonetic guides (`rPh`) left out; moves to
 * its end tag.
 */
export function readRichText(scanner: XmlScanner): string {
  let text = '';
  if (scanner.empty) return text;
  const outside = scanner.depth - 1;
  while (scanner.next()) {
    if (!scanner.open) {
      if (scanner.depth === outside) break;
    } else if (scanner.is('t')) text += scanner.content();
    else if (!scanner.is('r')) scanner.skip();
  }
  return decodeXstring(text);
}
