import { unreadable } from '../fault';
import { XmlScanner } from '../xml';
import { decodeXml } from '../xmlText';
import type { WorkbookParts } from './workbookParts';
import { readPlainStrings } from './plainStrings';
import { readRichText } from './richText';

/** The strings that cells refer to by index, read when the first cell asks. */
export class SharedStrings {
  #strings: readonly string[] | null = null;

  constructor(private readonly parts: Pick<WorkbookParts, 'zip' | 'sharedStringsPath'>) {}

  /** The string of this index. Throws a FileFault when there is none: the cell's text would be lost silently. */
  at(index: number): string {
    const path = this.parts.sharedStringsPath ?? 'xl/sharedStrings.xml';
    this.#strings ??= this.parts.zip.use(path, (bytes) => readStrings(bytes, path));
    const text = this.#strings[index];
    if (text === undefined) throw unreadable('broken-part', path);
    return text;
  }
}

function readStrings(bytes: Uint8Array, path: string): string[] {
  const plain = readPlainStrings(bytes);
  if (plain !== null) return plain;
  const scanner = new XmlScanner(decodeXml(bytes, path), path);
  const strings: string[] = [];
  while (scanner.next()) if (scanner.open && scanner.is('si')) strings.push(readRichText(scanner));
  return strings;
}
