import { FileFault, unreadable } from '../fault';
import { tooLarge } from '../inflate';
import { LIMITS } from '../limits';
import { XmlScanner } from '../xml';
import { decodeXml } from '../xmlText';
import type { ZipArchive } from '../zip';

const MIME = 'application/vnd.oasis.opendocument.';
/** Cells that a sheet may spell out by repeating: an .ods can ask for 17 thousand million in one line. */
const MOST_CELLS = 4_000_000;

/** Kind of an OpenDocument file (`spreadsheet`, `text` …), null when the archive is none. */
export function openDocumentKind(zip: ZipArchive): string | null {
  if (!zip.has('mimetype') || zip.entry('mimetype')!.size > 200) return null;
  const mime = new TextDecoder().decode(zip.read('mimetype')).trim();
  return mime.startsWith(MIME) ? mime.slice(MIME.length).replace(/-template$/, '') : null;
}

/**
 * Makes sure that another reader can take an .ods without harm: its parts inflate within the limits, hold no DOCTYPE,
 * are not encrypted, and repeat no cells without bound. Throws a FileFault otherwise.
 */
export function guardOpenDocument(zip: ZipArchive): void {
  const manifest = 'META-INF/manifest.xml';
  if (zip.has(manifest) && /encryption-data/.test(decodeXml(zip.read(manifest), manifest)))
    throw new FileFault({ code: 'file/encrypted', params: {} });
  if (!zip.has('content.xml')) throw unreadable('broken-part', 'content.xml');
  for (const part of ['content.xml', 'styles.xml', 'meta.xml', 'settings.xml']) {
    if (!zip.has(part)) continue;
    const scanner = new XmlScanner(decodeXml(zip.read(part), part), part);
    if (part === 'content.xml') countCells(scanner);
    else while (scanner.next());
  }
}

function repeat(scanner: XmlScanner, local: string): number {
  const count = Number(scanner.prefixedAttribute(local) ?? 1);
  return count >= 1 ? count : 1;
}

function countCells(scanner: XmlScanner): void {
  let total = 0;
  let rows = 1;
  while (scanner.next()) {
    if (!scanner.open) continue;
    if (scanner.is('table-row')) rows = repeat(scanner, 'number-rows-repeated');
    else if (scanner.is('table-cell') || scanner.is('covered-table-cell')) {
      const filled = !scanner.empty || scanner.prefixedAttribute('value-type') !== undefined;
      if (filled) total += rows * repeat(scanner, 'number-columns-repeated');
      if (total > MOST_CELLS) throw tooLarge(LIMITS.partBytes, scanner.part);
    }
  }
}
