import type { BookSnapshot, Grid } from '../../../sheet/grid';
import { unreadable } from '../fault';
import { readXmlText } from '../xmlText';
import { openZip } from '../zip';
import type { ZipArchive } from '../zip';
import { BookMemory } from './bookMemory';
import { SharedStrings } from './sharedStrings';
import { readSheet } from './sheet';
import { locateWorkbook } from './workbookParts';
import type { WorkbookParts } from './workbookParts';

export interface ReadWorkbook {
  readonly snapshot: BookSnapshot;
  /** Where everything lies, for writing back into the same archive. */
  readonly parts: WorkbookParts;
}

const shared = new BookMemory();

/**
 * Reads an .xlsx or .xlsm: values, formulas, merges and hidden parts of its worksheets. Dates stay the numbers they
 * are. `fileName` (without folder) is only passed on. Throws a FileFault when the file cannot be read.
 */
export function readWorkbook(
  file: Uint8Array | ZipArchive,
  fileName: string | null,
  memory: BookMemory = shared,
): ReadWorkbook {
  const zip = file instanceof Uint8Array ? openZip(file) : file;
  const parts = locateWorkbook(zip);
  const strings = new SharedStrings(parts, memory.strings);
  const grids: Grid[] = [];
  for (const { name, path, hidden } of parts.sheets) {
    const context = { name, hidden, strings, date1904: parts.date1904 };
    const grid = readSheet(readXmlText(zip, path), path, context, memory);
    if (grid !== null) grids.push(grid);
  }
  if (grids.length === 0) throw unreadable('no-sheets');
  return { snapshot: { fileName, grids }, parts };
}
