import { executePlan } from '../hosts/file/patch/executePlan';
import type { BookLook } from '../hosts/file/look/bookLook';
import { readBookLook } from '../hosts/file/look/readBookLook';
import { readWorkbook } from '../hosts/file/read/workbook';
import type { BookSnapshot } from '../sheet/grid';
import type { BookPicture } from './picture';
import { storedEdit, withEdits } from './typedEdits';
import type { TypedEdit } from './typedEdits';

/** A workbook file as it was last written, with what was read of it; read once, however many states build on it. */
class WrittenBook {
  #snapshot: BookSnapshot | null = null;
  #look: BookLook | null = null;

  constructor(
    readonly bytes: Uint8Array,
    private readonly fileName: string,
  ) {}

  get snapshot(): BookSnapshot {
    this.#snapshot ??= readWorkbook(this.bytes, this.fileName).snapshot;
    return this.#snapshot;
  }

  get look(): BookLook {
    this.#look ??= readBookLook(this.bytes);
    return this.#look;
  }

  followedBy(bytes: Uint8Array): WrittenBook {
    return bytes === this.bytes ? this : new WrittenBook(bytes, this.fileName);
  }
}

/**
 * One state of the workbook: a file and what was typed since it was written. It never changes, so a history is a list of
 * these, and going back is exact to the byte. Typing costs no rewriting of the file: that waits until its bytes are needed.
 */
export class BookState {
  #settled: WrittenBook | null = null;
  #picture: BookPicture | null = null;

  private constructor(
    private readonly written: WrittenBook,
    private readonly typed: readonly TypedEdit[],
  ) {}

  static of(bytes: Uint8Array, fileName: string): BookState {
    return new BookState(new WrittenBook(bytes, fileName), []);
  }

  /** @throws HostError when what was typed cannot be put into the file; FileFault when the file cannot be read again. */
  bytes(): Uint8Array {
    return this.#settle().bytes;
  }

  /** The cells, with what was typed. */
  get snapshot(): BookSnapshot {
    return this.picture.snapshot;
  }

  get picture(): BookPicture {
    if (this.#picture === null) {
      const { snapshot, look } = this.written;
      this.#picture = { snapshot: withEdits(snapshot, this.typed), look: this.#withoutOverwritten(look) };
    }
    return this.#picture;
  }

  /** The state after these edits. */
  typing(edits: readonly TypedEdit[]): BookState {
    return edits.length === 0 ? this : new BookState(this.written, [...this.typed, ...edits]);
  }

  /** The state after `change` of the file's bytes. */
  writing(change: (bytes: Uint8Array) => Uint8Array): BookState {
    const settled = this.#settle();
    return new BookState(settled.followedBy(change(settled.bytes)), []);
  }

  #settle(): WrittenBook {
    if (this.#settled === null) {
      const cells = this.typed.map(storedEdit);
      const { bytes } = this.written;
      const after = cells.length === 0 ? bytes : executePlan(bytes, { cells, marks: [] }).bytes;
      this.#settled = this.written.followedBy(after);
    }
    return this.#settled;
  }

  /** A text with several looks is gone once its cell is typed over. */
  #withoutOverwritten(look: BookLook): BookLook {
    if (this.typed.length === 0 || look.sheets.every(({ richTexts }) => richTexts.length === 0)) return look;
    const gone = new Set(this.typed.map(({ sheet, row, column }) => `${row},${column},${sheet}`));
    const sheets = look.sheets.map((sheet) => ({
      ...sheet,
      richTexts: sheet.richTexts.filter(({ row, column }) => !gone.has(`${row},${column},${sheet.name}`)),
    }));
    return { ...look, sheets };
  }
}
