import type { CellValue, Grid, HiddenRuns, Rect } from '../../../../sheet/grid';
import { boolOrError, formulaResult, rkNumber } from './cellValues';
import { formulaText } from './formulaText';
import type { Globals, SheetEntry } from './globals';
import { continuedFrom, recordAt } from './records';
import type { BiffRecord, BiffVersion } from './records';
import { decoderOf, TextReader } from './texts';
import type { TextCoding } from './texts';

interface Place {
  readonly row: number;
  readonly column: number;
}

interface Cell {
  readonly column: number;
  value: CellValue;
  formula: string | null;
}

/** A cell whose formula stands elsewhere: shared with others, or the array's that it is part of. */
interface SharedUse {
  readonly at: Place;
  readonly cell: Cell;
  readonly key: string;
}

interface SharedFormula {
  readonly tokens: DataView;
  /** The only cell that an array formula is given to; null for a shared one, which all its cells have. */
  readonly owner: string | null;
}

/** Highest type of the records of Excel 2, which differ in layout from the later ones of the same kind. */
const OLDEST = 0x0007;
/** First token of a formula that stands elsewhere (PtgExp). */
const ELSEWHERE = 0x01;
/** Bytes of shared formulas that are written out for a sheet; cells beyond them keep their value only. */
const MOST_SHARED = 8_000_000;

const keyOf = (row: number, column: number): string => `${row},${column}`;

/** Reads one sheet (MS-XLS 2.1.7.20.1), from behind its BOF to its EOF; charts inside it are passed over. */
export function readBiffSheet(
  stream: DataView,
  start: number,
  version: BiffVersion,
  entry: SheetEntry,
  globals: Globals,
): Grid {
  const reader = new SheetReader(stream, version, globals);
  let depth = 0;
  for (let record = recordAt(stream, start); ; record = recordAt(stream, record.end)) {
    if (record.kind === 'bof') depth++;
    else if (record.kind === 'eof' && depth-- === 0) break;
    else if (depth === 0) reader.take(record);
  }
  return reader.grid(entry);
}

class SheetReader {
  private readonly rows = new Map<number, Map<number, Cell>>();
  private readonly merges: Rect[] = [];
  private readonly hiddenRows: { from: number; to: number }[] = [];
  private readonly hiddenColumns: { from: number; to: number }[] = [];
  private readonly uses: SharedUse[] = [];
  private readonly shared = new Map<string, SharedFormula>();
  /** The formula read last: its text, and what it shares, follow it in records of their own. */
  private formula: { readonly at: Place; readonly cell: Cell; readonly key: string } | null = null;
  private lastRow = -1;
  private lastColumn = -1;
  private coding: TextCoding;

  constructor(
    private readonly stream: DataView,
    private readonly version: BiffVersion,
    private readonly globals: Globals,
  ) {
    this.coding = globals.names.coding;
  }

  take(record: BiffRecord): void {
    const { kind, data } = record;
    const content = contentOf(record, this.version);
    switch (kind) {
      case 'number':
        return this.set(data, data.getFloat64(content, true));
      case 'integer':
        return this.set(data, data.getUint16(content, true));
      case 'rk':
        return this.set(data, rkNumber(data.getUint32(content, true)));
      case 'multipleRk':
        return this.setMany(data, 6, (at) => rkNumber(data.getUint32(at + 2, true)));
      case 'multipleBlanks':
        return this.setMany(data, 2, () => null);
      case 'blank':
        return this.set(data, null);
      case 'labelSst':
        return this.set(data, this.globals.strings[data.getUint32(content, true)] ?? null);
      case 'label':
      case 'richString':
        return this.set(data, this.text(record, content));
      case 'boolOrError':
        return this.set(data, boolOrError(data.getUint8(content), data.getUint8(content + 1)));
      case 'formula':
        return this.takeFormula(data, content);
      case 'string':
        if (this.formula !== null) this.formula.cell.value = this.text(record, 0);
        return;
      case 'sharedFormula':
        return this.share(tokensAt(data, 8), null);
      case 'array': {
        const first = keyOf(data.getUint16(0, true), data.getUint8(4));
        return this.share(tokensAt(data, this.version >= 5 ? 12 : 8), first);
      }
      default:
        return this.takeLayout(kind, data);
    }
  }

  grid(entry: SheetEntry): Grid {
    this.writeShared();
    const rows = [...this.rows]
      .sort(([a], [b]) => a - b)
      .map(([index, cells]) => ({ index, cells: [...cells.values()].sort((a, b) => a.column - b.column) }));
    return {
      name: entry.name,
      rows,
      merges: this.merges,
      hidden: entry.hidden,
      hiddenRows: joined(this.hiddenRows),
      hiddenColumns: joined(this.hiddenColumns),
      lastRow: this.lastRow,
      lastColumn: this.lastColumn,
    };
  }

  private text({ type, data, end }: BiffRecord, start: number): string {
    const reader = new TextReader([data, ...continuedFrom(this.stream, end)], start);
    return reader.text(type <= OLDEST ? 1 : 2, this.coding);
  }

  private takeLayout(kind: BiffRecord['kind'], data: DataView): void {
    if (kind === 'mergedCells') {
      for (let at = 2; at + 8 <= data.byteLength; at += 8) {
        const [top, bottom, left, right] = [0, 2, 4, 6].map((offset) => data.getUint16(at + offset, true));
        this.merges.push({ top: top!, left: left!, bottom: bottom!, right: right! });
      }
    } else if (kind === 'row') {
      const row = data.getUint16(0, true);
      if ((data.getUint16(12, true) & 0x20) !== 0) this.hiddenRows.push({ from: row, to: row });
    } else if (kind === 'columnInfo') {
      const [from, to] = [data.getUint16(0, true), data.getUint16(2, true)];
      if ((data.getUint16(8, true) & 0x01) !== 0 && from <= to) this.hiddenColumns.push({ from, to });
    } else if (kind === 'codePage') {
      this.coding = { version: this.version, decoder: decoderOf(data.getUint16(0, true)) };
    }
  }

  private set(data: DataView, value: CellValue): void {
    this.put({ row: data.getUint16(0, true), column: data.getUint16(2, true) }, value, null);
  }

  /** Cells beside each other in one record: the first column, their contents, the last column. */
  private setMany(data: DataView, size: number, valueAt: (at: number) => CellValue): void {
    const [row, first] = [data.getUint16(0, true), data.getUint16(2, true)];
    for (let at = 4, column = first; at + size + 2 <= data.byteLength; at += size, column++)
      this.put({ row, column }, valueAt(at), null);
  }

  private put(at: Place, value: CellValue, formula: string | null): Cell {
    this.lastRow = Math.max(this.lastRow, at.row);
    this.lastColumn = Math.max(this.lastColumn, at.column);
    const cell: Cell = { column: at.column, value: isFaulty(value) ? null : value, formula };
    this.formula = null;
    if (formula === null && (cell.value === null || cell.value === '')) return cell;
    const row = this.rows.get(at.row) ?? new Map<number, Cell>();
    this.rows.set(at.row, row.set(at.column, cell));
    return cell;
  }

  private takeFormula(data: DataView, content: number): void {
    const at = { row: data.getUint16(0, true), column: data.getUint16(2, true) };
    const tokens = tokensOf(data, content, this.version);
    const elsewhere = tokens.byteLength >= 5 && tokens.getUint8(0) === ELSEWHERE;
    const text = elsewhere || this.version < 5 ? '' : formulaText(tokens, at, this.globals.names);
    const cell = this.put(at, formulaResult(data, content), text);
    const key = elsewhere
      ? keyOf(tokens.getUint16(1, true), tokens.getUint16(3, true))
      : keyOf(at.row, at.column);
    if (elsewhere) this.uses.push({ at, cell, key });
    this.formula = { at, cell, key };
  }

  private share(tokens: DataView, owner: string | null): void {
    if (this.formula !== null) this.shared.set(this.formula.key, { tokens, owner });
  }

  /** Writes the formulas out that stand elsewhere, when all of them are known. */
  private writeShared(): void {
    let left = MOST_SHARED;
    for (const { at, cell, key } of this.uses) {
      const shared = this.shared.get(key);
      if (shared === undefined || this.version < 5) continue;
      if (shared.owner !== null && shared.owner !== keyOf(at.row, at.column)) continue;
      left -= shared.tokens.byteLength;
      if (left > 0) cell.formula = formulaText(shared.tokens, at, this.globals.names);
    }
  }
}

/** Where a cell's content begins: behind its place and two bytes about its format, in the oldest records three. */
function contentOf({ kind, type }: BiffRecord, version: BiffVersion): number {
  return kind === 'formula' ? (version === 2 ? 7 : 6) : type <= OLDEST ? 7 : 6;
}

function isFaulty(value: CellValue): boolean {
  return typeof value === 'number' && !Number.isFinite(value);
}

/** The tokens of a cell's formula: behind the result, flags, and since Excel 5.0 four bytes of no matter. */
function tokensOf(data: DataView, content: number, version: BiffVersion): DataView {
  if (version < 5) return new DataView(data.buffer, data.byteOffset, 0);
  return tokensAt(data, content + 14);
}

/** Tokens whose length stands before them in two bytes; cut where the record ends. */
function tokensAt(data: DataView, at: number): DataView {
  const length = Math.min(data.getUint16(at, true), data.byteLength - at - 2);
  return new DataView(data.buffer, data.byteOffset + at + 2, length);
}

/** Runs in order, those that touch made one. */
function joined(runs: readonly { from: number; to: number }[]): HiddenRuns {
  const out: { from: number; to: number }[] = [];
  for (const { from, to } of [...runs].sort((a, b) => a.from - b.from)) {
    const last = out[out.length - 1];
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else out.push({ from, to });
  }
  return out;
}
