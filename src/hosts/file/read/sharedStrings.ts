import type { CellValue } from '../../../sheet/grid';
import { unreadable } from '../fault';
import { XmlScanner } from '../xml';
import { decodeXml, ownCopy } from '../xmlText';
import type { WorkbookParts } from './workbookParts';
import { readPlainStrings } from './plainStrings';
import { readRichText } from './richText';
import type { StringMemory } from './stringMemory';

/** The strings that cells refer to by index, read when the first cell asks. */
export class SharedStrings {
  #strings: readonly string[] | null = null;

  constructor(
    private readonly parts: Pick<WorkbookParts, 'zip' | 'sharedStringsPath'>,
    private readonly memory: StringMemory,
  ) {}

  /** The string of this index. Throws a FileFault when there is none: the cell's text would be lost silently. */
  at(index: number): string {
    const path = this.parts.sharedStringsPath ?? 'xl/sharedStrings.xml';
    this.#strings ??= this.parts.zip.use(path, (bytes) => readStrings(bytes, path, this.memory));
    const text = this.#strings[index];
    if (text === undefined) throw unreadable('broken-part', path);
    return text;
  }

  /** False where the string of this index was read and is another one, or there is none. */
  mayBe(index: number, value: CellValue): boolean {
    return this.#strings === null || this.#strings[index] === value;
  }
}

function readStrings(bytes: Uint8Array, path: string, memory: StringMemory): string[] {
  const plain = readPlainStrings(bytes, memory);
  if (plain !== null) return plain;
  const scanner = new XmlScanner(decodeXml(bytes, path), path);
  const strings: string[] = [];
  // Whoever remembers one of them must not hold the whole part by it.
  while (scanner.next()) if (scanner.open && scanner.is('si')) strings.push(ownCopy(readRichText(scanner)));
  return strings;
}
