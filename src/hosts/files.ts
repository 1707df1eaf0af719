import type { BookSnapshot } from '../sheet/grid';

/**
 * Files on the person's disk as the spreadsheet reaches them: it shows the picker, gives the bytes, and opens what only it
 * can read.
 */
export interface HostFiles {
  /** Lets the person pick. The call lasts until they have. */
  pick(what: 'files' | 'folder'): FilePick;
}

/** unavailable: this spreadsheet showed no picker, or cannot tell what a folder holds; the page's own is to be used. */
export type FilePick =
  | { readonly kind: 'picked'; readonly files: readonly HostFile[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unavailable' };

export interface HostFile {
  /** What a person calls it: its name, with the folders from the picked one on, `/` between. */
  readonly path: string;
  /** @throws HostError when the spreadsheet does not give the bytes */
  bytes(): Promise<Uint8Array>;
  /**
   * Opens the file in the spreadsheet, reads it, and closes it without saving; the workbook that the person had before
   * them is so again.
   * @param mayAsk the spreadsheet may ask the person something, such as the password of the file
   * @throws HostError when it does not open
   */
  open(mayAsk: boolean): Promise<BookSnapshot>;
}
