import type { BookSnapshot, Grid } from '../../../../sheet/grid';
import { FileFault, unreadable } from '../../fault';
import { globalsOfOneSheet, readGlobals } from './globals';
import type { Globals } from './globals';
import { recordAt } from './records';
import type { BiffRecord, BiffVersion } from './records';
import { readBiffSheet } from './sheet';

/** What the records from a BOF on describe (MS-XLS 2.4.21). */
const CONTENT = { workbook: 0x0005, sheet: 0x0010, workspace: 0x0100 };

/**
 * Reads the records of a workbook (BIFF): .xls and .et from Excel 2 to 2003. Every record says how long it is, and the
 * reader only ever goes forward, so no bytes keep it busy for long. Throws a FileFault when the workbook is encrypted,
 * cut off or damaged.
 */
export function readBiff(bytes: Uint8Array, fileName: string | null): BookSnapshot {
  const stream = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return { fileName, grids: readGrids(stream) };
  } catch (error) {
    // A record that is shorter than its kind: the view refuses to read behind its end.
    if (error instanceof RangeError) throw unreadable('cannot-open', undefined, error);
    throw error;
  }
}

function readGrids(stream: DataView): Grid[] {
  const bof = recordAt(stream, 0);
  const version = versionOf(bof);
  if (version === null) throw unreadable('cannot-open');
  const content = bof.data.getUint16(2, true);
  if (content === CONTENT.workspace)
    throw new FileFault({ code: 'file/unsupported', params: { format: 'Excel 4.0 workbook' } });
  const globals: Globals =
    content === CONTENT.workbook ? readGlobals(stream, bof.end, version) : globalsOfOneSheet(version, 0);
  const starts = new Set<number>();
  const grids: Grid[] = [];
  for (const entry of globals.sheets) {
    const start = recordAt(stream, entry.start);
    // Every sheet has records of its own: the same ones under many names would be read as often.
    if (start.kind !== 'bof' || starts.has(entry.start)) throw unreadable('cannot-open');
    starts.add(entry.start);
    if (start.data.getUint16(2, true) === CONTENT.sheet)
      grids.push(readBiffSheet(stream, start.end, version, entry, globals));
  }
  if (grids.length === 0) throw unreadable('no-sheets');
  return grids;
}

/** The version that a BOF announces: by its type before Excel 5.0, then in its first field. */
function versionOf({ kind, type, data }: BiffRecord): BiffVersion | null {
  if (kind !== 'bof') return null;
  if (type !== 0x0809) return type === 0x0009 ? 2 : type === 0x0209 ? 3 : 4;
  return data.getUint16(0, true) === 0x0500 ? 5 : 8;
}
