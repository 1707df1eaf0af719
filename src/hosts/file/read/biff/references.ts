import type { FormulaNames } from './formulaText';
import type { BiffRecord } from './records';
import { TextReader } from './texts';
import type { TextCoding } from './texts';

/** A book that formulas refer to: this one, another, or an add-in; with the names that are used of it. */
interface Book {
  readonly isThis: boolean;
  readonly names: (string | null)[];
}

/** Mark of this workbook among the books referred to (MS-XLS 2.4.271). */
const THIS_BOOK = 0x0401;
/** Flag of a name that the program itself gives a meaning to, such as the print area: its text is a number. */
const BUILT_IN = 0x20;
/** A sheet that was deleted, in place of its number. */
const DELETED = 0xffff;

/** What the formulas of a workbook refer to by number, gathered from the records that say so. */
export class References implements FormulaNames {
  private readonly books: Book[] = [];
  private readonly pairs: { readonly book: number; readonly first: number; readonly last: number }[] = [];
  private readonly definedNames: (string | null)[] = [];

  constructor(
    private readonly sheetNames: () => readonly string[],
    readonly coding: TextCoding,
  ) {}

  take({ kind, data }: BiffRecord): void {
    switch (kind) {
      case 'supBook':
        this.books.push({ isThis: data.getUint16(2, true) === THIS_BOOK, names: [] });
        return;
      case 'externName':
        this.books[this.books.length - 1]?.names.push(this.nameAt(data, 7, data.getUint8(6)));
        return;
      case 'externSheet':
        return this.takePairs(data);
      case 'name': {
        const builtIn = (data.getUint16(0, true) & BUILT_IN) !== 0;
        this.definedNames.push(builtIn ? null : this.nameAt(data, 14, data.getUint8(3)));
        return;
      }
      default:
        return;
    }
  }

  sheets(reference: number, first: number, last: number): string | null {
    // Before Excel 97 the reference is negative for this workbook, and the sheets are named beside it.
    if (this.coding.version !== 8) return reference < 0x8000 ? null : this.written(first, last);
    const pair = this.pairs[reference];
    if (pair === undefined || this.books[pair.book]?.isThis !== true) return null;
    return this.written(pair.first, pair.last);
  }

  name(index: number): string | null {
    return this.definedNames[index - 1] ?? null;
  }

  externalName(reference: number, index: number): string | null {
    const book = this.books[this.pairs[reference]?.book ?? -1];
    if (book === undefined) return null;
    return book.isThis ? this.name(index) : (book.names[index - 1] ?? null);
  }

  private takePairs(data: DataView): void {
    // Before Excel 97 these records name other books, whose formulas are not written out.
    if (this.coding.version !== 8) return;
    for (let at = 2; at + 6 <= data.byteLength; at += 6) {
      const [book, first, last] = [0, 2, 4].map((offset) => data.getUint16(at + offset, true));
      this.pairs.push({ book: book!, first: first!, last: last! });
    }
  }

  private written(first: number, last: number): string | null {
    if (first === DELETED || last === DELETED) return null;
    const names = this.sheetNames();
    const [from, to] = [names[first], names[last]];
    if (from === undefined || to === undefined) return null;
    const text = first === last ? from : `${from}:${to}`;
    // Other letters would do without quotes too; with them nothing is lost.
    return /^[A-Za-z_\u4e00-\u9fff][\w.\u4e00-\u9fff]*$/.test(text) ? text : `'${text.replace(/'/g, "''")}'`;
  }

  private nameAt(data: DataView, start: number, length: number): string | null {
    // Records of links and objects have no name there.
    if (start + length > data.byteLength) return null;
    return new TextReader([data], start).ofLength(length, this.coding);
  }
}
