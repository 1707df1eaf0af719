import type { BookSnapshot } from '../../../sheet/grid';
import { HostError } from '../../host';
import { attempt } from '../etApi';
import type { EtApplication, EtWorkbook } from '../etApi';
import { faultOf } from '../faults';
import { quietly } from '../quietly';
import { readWorkbook } from '../readWorkbook';
import { nameIn } from './folder';

/**
 * Opens a workbook to be read only, reads it and closes it without saving, whatever happens. Its own macros do not run:
 * events are off. A workbook that the person has open already is read as it stands there and stays open.
 * @param mayAsk ET may ask the person for the password
 * @throws HostError when it does not open
 */
export function openAndRead(application: EtApplication, path: string, mayAsk: boolean): BookSnapshot {
  try {
    const open = openAlready(application, path);
    if (open !== null) return readWorkbook(open);
    const before = application.ActiveWorkbook ?? null;
    return quietly(application, !mayAsk, () => {
      try {
        return readOnce(application, path);
      } finally {
        attempt(() => before?.Activate?.());
      }
    });
  } catch (fault) {
    throw faultOf(fault, 'read-failed');
  }
}

function readOnce(application: EtApplication, path: string): BookSnapshot {
  const books = application.Workbooks;
  const count = books.Count;
  const book = books.Open(path, undefined, true);
  // One that ET had open after all is the person's: it is not ours to close.
  const isOurs = books.Count > count;
  try {
    if (book === null || book === undefined) throw new HostError('read-failed', { detail: 'Workbooks.Open' });
    return readWorkbook(book);
  } finally {
    // One that will not close stands open before the person, who can close it; what was read of it holds.
    if (isOurs) attempt(() => (book ?? books.Item(count + 1))?.Close(false));
  }
}

/**
 * The workbook of this file where it is open: opened once more it would be asked about, or lose what was not saved.
 * @throws HostError where another of this name is open and nobody can tell whether it is the same
 */
function openAlready(application: EtApplication, path: string): EtWorkbook | null {
  const books = application.Workbooks;
  const name = plain(nameIn(path));
  for (let index = 1; index <= books.Count; index++) {
    const book = books.Item(index);
    if (book === null || plain(book.Name) !== name) continue;
    const full = attempt(() => book.FullName);
    if (typeof full !== 'string') throw new HostError('read-failed', { detail: book.Name });
    if (plain(full) === plain(path)) return book;
  }
  return null;
}

/** One spelling of a name: systems differ in what divides folders, and do not tell capitals from small letters. */
function plain(path: string): string {
  return path.replace(/\\/g, '/').toLowerCase();
}
