import type { FormulaNames } from './formulaText';
import { continuedFrom, recordAt } from './records';
import type { BiffVersion } from './records';
import { References } from './references';
import { decoderOf, TextReader } from './texts';
import type { TextCoding } from './texts';

/** A sheet as the workbook's own part announces it. */
export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** Where its records begin. */
  readonly start: number;
}

/** What stands before the sheets: their names in tab order, the shared strings, the names that formulas use. */
export interface Globals {
  readonly sheets: readonly SheetEntry[];
  readonly strings: readonly string[];
  readonly names: FormulaNames;
}

/** Name of the only sheet of a file from before Excel 5.0, which does not name it. */
const ONLY_SHEET = 'Sheet1';

/** Globals of a stream that is one sheet (Excel 2 to 4). */
export function globalsOfOneSheet(version: BiffVersion, start: number): Globals {
  const sheets = [{ name: ONLY_SHEET, hidden: false, start }];
  return { sheets, strings: [], names: new References(() => [], codingOf(version, null)) };
}

/** Reads the first part of a workbook stream (MS-XLS 2.1.7.20.3), from behind its BOF to its EOF. */
export function readGlobals(stream: DataView, start: number, version: BiffVersion): Globals {
  const sheets: SheetEntry[] = [];
  let strings: readonly string[] = [];
  let coding = codingOf(version, null);
  const references = new References(() => sheets.map((sheet) => sheet.name), {
    version,
    get decoder() {
      return coding.decoder;
    },
  });
  for (let record = recordAt(stream, start); record.kind !== 'eof'; record = recordAt(stream, record.end)) {
    const { kind, data, end } = record;
    if (kind === 'codePage') coding = codingOf(version, data.getUint16(0, true));
    else if (kind === 'boundSheet') sheets.push(sheetEntry(data, coding));
    else if (kind === 'sst') strings = sharedStrings([data, ...continuedFrom(stream, end)]);
    else references.take(record);
  }
  return { sheets, strings, names: references };
}

function codingOf(version: BiffVersion, codePage: number | null): TextCoding {
  return { version, decoder: decoderOf(codePage) };
}

function sheetEntry(data: DataView, coding: TextCoding): SheetEntry {
  return {
    start: data.getUint32(0, true),
    hidden: (data.getUint8(4) & 0x03) !== 0,
    name: new TextReader([data], 6).text(1, coding),
  };
}

/** The texts of the cells, each once (MS-XLS 2.4.265). How many there are is said before them, but not relied on. */
function sharedStrings(pieces: readonly DataView[]): string[] {
  const reader = new TextReader(pieces, 4);
  const strings: string[] = [];
  for (let left = reader.u32(); left > 0 && reader.hasMore; left--) strings.push(reader.shared());
  return strings;
}
