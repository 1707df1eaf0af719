import { FileFault, unreadable } from '../../fault';

/** Versions of the format: 2 to 4 hold a single sheet, 5 came with Excel 5.0, 8 with Excel 97 and holds Unicode. */
export type BiffVersion = 2 | 3 | 4 | 5 | 8;

/** Record types (MS-XLS 2.3.1 and, before Excel 5.0, the Excel developer's kits). */
export const RECORD = {
  array: [0x0221, 0x0021],
  blank: [0x0201, 0x0001],
  bof: [0x0809, 0x0409, 0x0209, 0x0009],
  boolOrError: [0x0205, 0x0005],
  boundSheet: [0x0085],
  codePage: [0x0042],
  columnInfo: [0x007d],
  continued: [0x003c],
  eof: [0x000a],
  externName: [0x0023, 0x0223],
  externSheet: [0x0017],
  filePass: [0x002f],
  formula: [0x0006, 0x0206, 0x0406],
  integer: [0x0002],
  label: [0x0204, 0x0004],
  labelSst: [0x00fd],
  mergedCells: [0x00e5],
  multipleBlanks: [0x00be],
  multipleRk: [0x00bd],
  name: [0x0018, 0x0218],
  number: [0x0203, 0x0003],
  richString: [0x00d6],
  rk: [0x027e],
  row: [0x0208],
  sharedFormula: [0x04bc, 0x00bc],
  sst: [0x00fc],
  string: [0x0207, 0x0007],
  supBook: [0x01ae],
} as const;

export type RecordKind = keyof typeof RECORD | 'other';

const KINDS = new Map<number, RecordKind>(
  (Object.keys(RECORD) as (keyof typeof RECORD)[]).flatMap((kind) =>
    RECORD[kind].map((type): [number, RecordKind] => [type, kind]),
  ),
);

/** One record of a stream: what it is and its bytes. */
export interface BiffRecord {
  readonly kind: RecordKind;
  readonly type: number;
  readonly data: DataView;
  /** Where the next record begins. */
  readonly end: number;
}

/** The record at a position. Throws a FileFault where the stream ends before it does, and where it says that all is encrypted. */
export function recordAt(stream: DataView, at: number): BiffRecord {
  if (at + 4 > stream.byteLength) throw unreadable('truncated');
  const type = stream.getUint16(at, true);
  const length = stream.getUint16(at + 2, true);
  if (at + 4 + length > stream.byteLength) throw unreadable('truncated');
  const kind = KINDS.get(type) ?? 'other';
  if (kind === 'filePass') throw new FileFault({ code: 'file/encrypted', params: {} });
  return {
    kind,
    type,
    data: new DataView(stream.buffer, stream.byteOffset + at + 4, length),
    end: at + 4 + length,
  };
}

/** The CONTINUE records that follow a position: a record holds 8 KB, longer contents go on in these. */
export function continuedFrom(stream: DataView, at: number): readonly DataView[] {
  const found: DataView[] = [];
  for (let next = at; next + 4 <= stream.byteLength;) {
    if (stream.getUint16(next, true) !== RECORD.continued[0]) break;
    const record = recordAt(stream, next);
    found.push(record.data);
    next = record.end;
  }
  return found;
}
