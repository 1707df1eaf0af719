import { read as readSheetJs, utils, write as writeSheetJs } from '@e965/xlsx';
import type { CellObject } from '@e965/xlsx';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCompoundFile } from '../../../src/hosts/file/read/compoundFile';
import { readFile } from '../../../src/hosts/file/read/readFile';
import type { CellValue, Grid } from '../../../src/sheet/grid';
import { biffStream, f64, formula, joined, number, record, u16, u32, u8, unicode } from '../../support/biff';
import type { BiffPart, OldSheet } from '../../support/biff';

async function outcome(bytes: Uint8Array): Promise<readonly Grid[] | string> {
  const reading = await readFile(bytes, '旧.xls');
  if (reading.ok) return reading.snapshot.grids;
  const { code, params } = reading.finding;
  return 'reason' in params ? params.reason : code;
}

async function gridsOf(bytes: Uint8Array): Promise<readonly Grid[]> {
  const grids = await outcome(bytes);
  if (typeof grids === 'string') throw new Error(grids);
  return grids;
}

type Shown = Record<string, readonly [CellValue, string | null]>;
const cellsOf = (grid: Grid): Shown =>
  Object.fromEntries(
    grid.rows.flatMap(({ index, cells }) =>
      cells.map((cell) => [utils.encode_cell({ r: index, c: cell.column }), [cell.value, cell.formula]]),
    ),
  );

/** Values and formulas of a sheet of Excel 97 with these records, among other sheets. */
async function read8(records: readonly BiffPart[], globals: readonly BiffPart[] = []): Promise<Shown> {
  const sheets: OldSheet[] = [
    { name: '附件1', records },
    { name: '表 二', records: [] },
  ];
  return cellsOf((await gridsOf(biffStream(8, sheets, globals)))[0]!);
}

const SUM = u8(0x22, 1, 4, 0);
const area = (...places: number[]): Uint8Array => joined(u8(0x25), u16(...places));
/** In the column's number: this bit lets the row move with the formula, that one the column. */
const [ROW, COLUMN] = [0x8000, 0x4000];

describe('cells of old workbooks', () => {
  it('in every kind of record', async () => {
    const rk = (value: number, flags: number): Uint8Array => u32(((value << 2) | flags) >>> 0);
    const cells = await read8([
      number(0, 0, 6.5),
      record(0x027e, u16(1, 0, 0), rk(8, 2)),
      record(0x027e, u16(1, 1, 0), rk(-250, 3)),
      record(0x00bd, u16(2, 3), u16(0), rk(7, 2), u16(0), rk(9, 2), u16(4)),
      record(0x0205, u16(3, 0, 0), u8(1, 0)),
      record(0x0205, u16(3, 1, 0), u8(0x2a, 1)),
      record(0x0204, u16(4, 0, 0), unicode('旧', 2)),
      record(0x00d6, u16(4, 1, 0), unicode('有格式', 2), u16(1, 0, 5)),
      record(0x0006, u16(5, 0, 0), u8(0, 0, 0, 0, 0, 0, 0xff, 0xff), u16(0, 0, 0), u16(3), u8(0x17, 0, 0)),
      record(0x0207, unicode('结果', 2)),
      record(0x0201, u16(9, 9, 0)),
    ]);
    expect(cells).toEqual({
      A1: [6.5, null],
      A2: [8, null],
      B2: [-2.5, null],
      D3: [7, null],
      E3: [9, null],
      A4: [true, null],
      B4: [{ error: '#N/A' }, null],
      A5: ['旧', null],
      B5: ['有格式', null],
      A6: ['结果', '""'],
    });
  });

  it('with texts that go on in the next record, there in another width', async () => {
    const table = record(
      0x00fc,
      u32(2),
      u32(2),
      u16(6),
      u8(1),
      u16(...'考核内'.split('').map((c) => c.charCodeAt(0))),
    );
    const goesOn = record(0x003c, u8(0), u8(0x61, 0x62, 0x63), unicode('第二', 2));
    const use = (row: number, index: number) => record(0x00fd, u16(row, 0, 0), u32(index));
    expect(await read8([use(0, 0), use(1, 1), use(2, 99)], [table, goesOn])).toEqual({
      A1: ['考核内abc', null],
      A2: ['第二', null],
    });
  });

  it('with Chinese from before Unicode', async () => {
    const gbk = (text: string) =>
      joined(...text.split('').map((c) => u8(...{ 考: [0xbf, 0xbc], 核: [0xba, 0xcb] }[c]!)));
    const sheet = { name: '考核', records: [record(0x0204, u16(0, 0, 0), u16(2), gbk('考'))] };
    const [grid] = await gridsOf(biffStream(5, [sheet], [record(0x0042, u16(936))], gbk));
    expect([grid!.name, cellsOf(grid!)]).toEqual(['考核', { A1: ['考', null] }]);
  });

  it('hidden, merged, and without those of a chart in the sheet', async () => {
    const chart = [record(0x0809, u16(0x0600, 0x20, 0, 0), u32(0), u32(0)), number(5, 5, 1), record(0x000a)];
    const records = [
      record(0x007d, u16(2, 3, 0, 0, 1)),
      record(0x0208, u16(4, 0, 1, 0, 0, 0, 0x20, 0)),
      record(0x0208, u16(5, 0, 1, 0, 0, 0, 0x20, 0)),
      ...chart,
      number(0, 0, 1),
      record(0x00e5, u16(1), u16(0, 2, 0, 1)),
    ];
    const [grid] = await gridsOf(biffStream(8, [{ name: '表', records }]));
    expect(cellsOf(grid!)).toEqual({ A1: [1, null] });
    expect(grid).toMatchObject({
      merges: [{ top: 0, left: 0, bottom: 2, right: 1 }],
      hiddenRows: [{ from: 4, to: 5 }],
      hiddenColumns: [{ from: 2, to: 3 }],
    });
  });

  it('of a whole sample as SheetJS reads them', async () => {
    const bytes = readFileSync(join(__dirname, '../../../assets/samples/附件1-小港街道-旧格式.xls'));
    const [grid] = await gridsOf(new Uint8Array(bytes));
    const sheet = readSheetJs(bytes, { type: 'buffer' }).Sheets[grid!.name]!;
    const theirs = Object.entries(sheet).flatMap(([address, cell]: [string, CellObject]) =>
      address.startsWith('!') || cell.v === undefined ? [] : [[address, [cell.v, cell.f ?? null]]],
    );
    expect(theirs.length).toBeGreaterThan(50);
    expect(cellsOf(grid!)).toEqual(Object.fromEntries(theirs));
  });

  it.each(['biff8', 'biff5', 'biff2'] as const)('as SheetJS writes %s', async (bookType) => {
    const workbook = utils.book_new();
    const rows = [
      ['unit', 'points', true],
      ['basic', 6.5, -3],
      [null, 100],
    ];
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), 'Sheet1');
    const bytes = new Uint8Array(writeSheetJs(workbook, { type: 'array', bookType }) as ArrayBuffer);
    const [grid] = await gridsOf(bytes);
    expect(grid!.rows.map((row) => row.cells.map((cell) => cell.value))).toEqual([
      ...rows.slice(0, 2),
      [100],
    ]);
  });
});

describe('formulas of old workbooks', () => {
  it('are written out from their tokens', async () => {
    const ref = (row: number, column: number) => joined(u8(0x44), u16(row, column));
    const cells: [Uint8Array, string][] = [
      [joined(area(1, 8, 1 | ROW | COLUMN, 2 | ROW), SUM), 'SUM(B2:$C9)'],
      [joined(area(1, 8, 1, 1), u8(0x19, 0x10, 0, 0)), 'SUM($B$2:$B$9)'],
      [joined(area(0, 0xffff, 1 | COLUMN, 2), SUM), 'SUM(B:$C)'],
      [joined(area(3, 4, ROW, 255 | ROW), SUM), 'SUM(4:5)'],
      [joined(ref(0, 0), u8(0x1e, 3, 0, 0x05, 0x15, 0x13)), '-($A$1*3)'],
      [joined(ref(0, 0), u8(0x1f), f64(0.5), u8(0x0b)), '$A$1=0.5'],
      [joined(ref(0, 0), u8(0x17, 2, 0, 0x61, 0x22, 0x08)), '$A$1&"a"""'],
      [joined(ref(0, 0), u8(0x1e, 2, 0, 0x21, 27, 0)), 'ROUND($A$1,2)'],
      [joined(u8(0x3a), u16(0, 2, COLUMN | ROW)), `'表 二'!A3`],
      [joined(u8(0x23), u16(1, 0), u8(0x1e, 2, 0, 0x04)), '满分-2'],
      [joined(u8(0x23), u16(2, 0), ref(0, 0), u8(0x1e, 0, 0, 0x42, 3, 255, 0)), 'IFERROR($A$1,0)'],
      [u8(0x1c, 0x17), '#REF!'],
    ];
    const name = (text: string) =>
      record(
        0x0018,
        u16(0),
        u8(0, text.length),
        u16(0, 0, 0, 0, 0),
        u8(1),
        u16(...text.split('').map((c) => c.charCodeAt(0))),
      );
    const globals = [
      record(0x01ae, u16(2, 0x0401)),
      record(0x0017, u16(1), u16(0, 1, 1)),
      name('满分'),
      name('_xlfn.IFERROR'),
    ];
    const shown = await read8(
      cells.map(([tokens], i) => formula(i, 0, i, tokens)),
      globals,
    );
    expect(Object.values(shown)).toEqual(cells.map(([, text], i) => [i, text]));
  });

  it('that cells share move with each of them; that of an array is its first cell’s', async () => {
    const elsewhere = (row: number, column: number) => joined(u8(0x01), u16(row, column));
    const shared = joined(u8(0x2c), u16(0, 0xff | ROW | COLUMN), u8(0x1e, 2, 0, 0x05));
    const cells = await read8([
      formula(1, 1, 2, elsewhere(1, 1)),
      record(0x04bc, u16(1, 2), u8(1, 1, 0, 2), u16(shared.length), shared),
      formula(2, 1, 4, elsewhere(1, 1)),
      formula(4, 0, 6, elsewhere(4, 0)),
      record(0x0221, u16(4, 5), u8(0, 0), u16(0), u32(0), u16(3), u8(0x1e, 6, 0)),
      formula(5, 0, 6, elsewhere(4, 0)),
    ]);
    expect(cells).toEqual({
      B2: [2, 'A2*2'],
      B3: [4, 'A3*2'],
      A5: [6, '6'],
      A6: [6, ''],
    });
  });

  it('that are damaged leave the value', async () => {
    const whole = joined(area(1, 8, 1, 1), SUM, u8(0x17, 3, 0, 0x61, 0x62, 0x63, 0x08));
    for (let length = 0; length < whole.length; length++) {
      const cells = await read8([formula(0, 0, 7, whole.subarray(0, length))]);
      expect(cells['A1']![0]).toBe(7);
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (tokens) => {
        expect((await read8([formula(0, 0, 7, tokens)]))['A1']![0]).toBe(7);
      }),
    );
  });

  it('that are long and shared by very many cells cost little', async () => {
    const shared = joined(
      ...Array.from({ length: 1000 }, () => joined(u8(0x1e, 1, 0), u8(0x12, 0x12, 0x12))),
      SUM,
    );
    const uses = Array.from({ length: 30_000 }, (_, row) =>
      formula(row, 0, row, joined(u8(0x01), u16(0, 0))),
    );
    const records = [
      uses[0]!,
      record(0x04bc, u16(0, 0), u8(0, 0, 0, 2), u16(shared.length), shared),
      ...uses.slice(1),
    ];
    const start = process.cpuUsage().user;
    expect(Object.keys(await read8(records))).toHaveLength(30_000);
    // Microseconds; written out for every cell it would take minutes.
    expect(process.cpuUsage().user - start).toBeLessThan(20_000_000);
  });
});

describe('damaged old workbooks', () => {
  const sheets = [{ name: '表', records: [number(0, 0, 1)] }];

  it('end where their records do', async () => {
    const whole = biffStream(8, sheets);
    for (let length = 8; length < whole.length; length++)
      expect(await outcome(whole.subarray(0, length))).toBe('truncated');
    expect(await outcome(joined(whole, new Uint8Array(50)))).toHaveLength(1);
  });

  it('with one sheet under many names, or none at its place, are not read', async () => {
    const whole = biffStream(8, [...sheets, { name: '又', records: [] }]);
    const at = (nth: number) => {
      let found = -1;
      for (let i = 0; i <= nth; i++) found = Buffer.from(whole).indexOf(Buffer.from([0x85, 0]), found + 1);
      return found + 4;
    };
    const twice = whole.slice();
    twice.copyWithin(at(1), at(0), at(0) + 4);
    expect(await outcome(twice)).toBe('cannot-open');
    const nowhere = whole.slice();
    nowhere.set(u32(25), at(1));
    expect(await outcome(nowhere)).toMatch(/cannot-open|truncated/);
  });

  it('that are encrypted say so', async () => {
    expect(await outcome(biffStream(8, sheets, [record(0x002f, u16(1))]))).toBe('file/encrypted');
  });

  it('whose sectors lead in a circle come to an end', async () => {
    const workbook = utils.book_new();
    const rows = Array.from({ length: 2000 }, (_, i) => [`第${i}项`, i]);
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), '表');
    const whole = new Uint8Array(writeSheetJs(workbook, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
    expect(openCompoundFile(whole).stream('workbook').length).toBeGreaterThan(20_000);
    const table = new DataView(whole.buffer).getUint32(76, true);
    const circle = whole.slice();
    // Every sector is followed by itself.
    for (let i = 0; i < 128; i++) circle.set(u32(i), (table + 1) * 512 + 4 * i);
    expect(['truncated', 'cannot-open', 'not-a-workbook']).toContain(await outcome(circle));
  });
});
