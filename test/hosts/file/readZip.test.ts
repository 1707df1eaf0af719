import { deflateSync, unzipSync } from 'fflate';
import fc from 'fast-check';
import { crc32 } from '../../../src/hosts/file/crc32';
import { FileFault } from '../../../src/hosts/file/fault';
import { inflateRaw } from '../../../src/hosts/file/inflateRaw';
import { writeZip } from '../../../src/hosts/file/writeZip';
import { openZip } from '../../../src/hosts/file/zip';
import { buildPackage, buildWorkbook } from '../../support/package';
import { zipOf } from '../../support/zip';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (value: string) => new TextEncoder().encode(value);

function faultOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    if (error instanceof FileFault) return error.fault;
    throw error;
  }
  return null;
}

describe('inflating', () => {
  const roundTrip = (content: Uint8Array, level: 0 | 1 | 6 | 9) => {
    const packed = deflateSync(content, { level });
    const padded = new Uint8Array(packed.length + 8);
    padded.set(packed);
    const out = new Uint8Array(content.length);
    expect(inflateRaw(padded, 0, packed.length, out)).toBe(content.length);
    return out;
  };

  it('gives back what was deflated: text, noise, runs, nothing', () => {
    const noise = Uint8Array.from({ length: 70_000 }, (_, i) => (i * 2654435761) >>> 24);
    const samples = [
      new Uint8Array(0),
      bytes('考'),
      bytes('每次扣1分。'.repeat(5000)),
      new Uint8Array(300_000),
      noise,
    ];
    for (const sample of samples) {
      for (const level of [0, 1, 6, 9] as const)
        expect(Buffer.compare(roundTrip(sample, level), sample)).toBe(0);
    }
  });

  it('agrees with the deflater on any bytes', () => {
    const repetitive = fc
      .array(fc.tuple(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 60 })))
      .map((runs) =>
        Uint8Array.from(runs.flatMap(([run, times]) => Array.from({ length: times }, () => [...run]).flat())),
      );
    fc.assert(
      fc.property(
        fc.oneof(fc.uint8Array({ maxLength: 4000 }), repetitive),
        fc.constantFrom(0, 1, 6, 9),
        (data, level) => {
          expect(Buffer.compare(roundTrip(data, level), data)).toBe(0);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('stops at the end of the buffer, however much would follow', () => {
    const bomb = deflateSync(new Uint8Array(50_000_000), { level: 9 });
    const padded = new Uint8Array(bomb.length + 8);
    padded.set(bomb);
    const start = performance.now();
    expect(inflateRaw(padded, 0, bomb.length, new Uint8Array(1000))).toBe(-1);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('ends with an error or a length on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
        const padded = new Uint8Array(data.length + 8);
        padded.set(data);
        let length: number;
        try {
          length = inflateRaw(padded, 0, data.length, new Uint8Array(5000));
        } catch {
          return;
        }
        expect(length).toBeLessThanOrEqual(5000);
      }),
      { numRuns: 500 },
    );
  });
});

test('the CRC is that of the standard check string', () => {
  expect(crc32(bytes('123456789'))).toBe(0xcbf43926);
  expect(crc32(bytes('123456789'.repeat(1001)))).not.toBe(crc32(bytes('123456789'.repeat(1000))));
});

describe('opening an archive', () => {
  const plain = buildPackage({ 'xl/Workbook.xml': '<a/>', 'dir\\b.xml': '<b/>' });

  it('finds names in any case, with a leading slash, with either slash', () => {
    const zip = openZip(plain);
    expect(text(zip.read('/XL/workbook.XML'))).toBe('<a/>');
    expect(text(zip.read('dir/B.xml'))).toBe('<b/>');
    expect(zip.has('xl/other.xml')).toBe(false);
    expect(zip.names()).toEqual(['xl/Workbook.xml', 'dir\\b.xml']);
  });

  it('finds its directory behind a comment and behind bytes put before the archive', () => {
    const shifted = new Uint8Array(plain.length + 100);
    shifted.set(plain, 100);
    expect(text(openZip(shifted).read('xl/workbook.xml'))).toBe('<a/>');
    const commented = zipOf([{ name: 'a.xml', content: '<a/>' }], { comment: 'PK\x05\x06 a comment' });
    expect(text(openZip(commented).read('a.xml'))).toBe('<a/>');
  });

  it('reads stored entries, data descriptors and ZIP64 figures', () => {
    const zip = openZip(
      zipOf([
        { name: 'stored', content: 'as it is', stored: true },
        { name: 'streamed', content: 'with a descriptor', descriptor: true },
        { name: 'wide', content: 'with 64-bit sizes', zip64: true },
      ]),
    );
    expect(['stored', 'streamed', 'wide'].map((name) => text(zip.read(name)))).toEqual([
      'as it is',
      'with a descriptor',
      'with 64-bit sizes',
    ]);
  });

  it('names what is wrong with an archive or an entry', () => {
    expect(faultOf(() => openZip(plain.subarray(0, plain.length - 30)))).toMatchObject({
      params: { reason: 'truncated' },
    });
    const encrypted = zipOf([{ name: 'a', content: 'x', flags: 1 }]);
    expect(faultOf(() => openZip(encrypted).read('a'))).toMatchObject({ code: 'file/encrypted' });
    const doubled = zipOf([
      { name: 'a', content: 'one' },
      { name: 'A', content: 'two' },
    ]);
    expect(faultOf(() => openZip(doubled).read('a'))).toMatchObject({
      params: { reason: 'broken-part', detail: 'a' },
    });
    const twice = zipOf([
      { name: 'a', content: 'one' },
      { name: 'a', content: 'one' },
    ]);
    expect(text(openZip(twice).read('a'))).toBe('one');
    const wrongCrc = zipOf([{ name: 'a', content: 'one', crc: 1 }]);
    expect(faultOf(() => openZip(wrongCrc).read('a'))).toMatchObject({ params: { reason: 'broken-part' } });
  });

  it('refuses bombs by what they declare and by what they hold', () => {
    const huge = new Uint8Array(140 * 1024 * 1024);
    const honest = zipOf([{ name: 'a', content: huge }]);
    expect(faultOf(() => openZip(honest).read('a'))).toMatchObject({
      code: 'file/too-large',
      params: { part: 'a' },
    });
    const lying = zipOf([{ name: 'a', content: huge, declaredSize: 100 }]);
    const start = performance.now();
    expect(faultOf(() => openZip(lying).read('a'))).toMatchObject({ code: 'file/too-large' });
    expect(performance.now() - start).toBeLessThan(10_000);
    const short = zipOf([{ name: 'a', content: 'abc', declaredSize: 4 }]);
    expect(faultOf(() => openZip(short).read('a'))).toMatchObject({ params: { reason: 'broken-part' } });
    const long = zipOf([{ name: 'a', content: 'abc', declaredSize: 2 }]);
    expect(faultOf(() => openZip(long).read('a'))).toMatchObject({ params: { reason: 'broken-part' } });
    const many = openZip(buildPackage({ a: 'x'.repeat(600), b: 'x'.repeat(600) }), {
      part: 1000,
      total: 1000,
    });
    many.read('a');
    expect(faultOf(() => many.read('b'))).toMatchObject({ code: 'file/too-large' });
  });
});

describe('writing an archive', () => {
  const source = zipOf(
    [
      {
        name: 'mimetype',
        content: 'stored first',
        stored: true,
        extra: Uint8Array.of(0xfe, 0xca, 2, 0, 7, 7),
      },
      { name: 'streamed.xml', content: '<s/>', descriptor: true },
      { name: 'wide.bin', content: 'wide', zip64: true },
      { name: 'changed.xml', content: '<old/>', time: 0x5a215a21 },
      { name: 'gone.xml', content: '<gone/>' },
      { name: '名称.xml', content: '<n/>', flags: 0x800 },
    ],
    { comment: 'kept' },
  );
  const written = writeZip(
    openZip(source),
    new Map<string, Uint8Array | null>([
      ['/Changed.xml', bytes('<new/>')],
      ['gone.xml', null],
      ['/added.xml', bytes('<added>'.repeat(100))],
    ]),
  );

  it('changes, removes and appends what it is told, in place', () => {
    const zip = openZip(written);
    expect(zip.names()).toEqual([
      'mimetype',
      'streamed.xml',
      'wide.bin',
      'changed.xml',
      '名称.xml',
      'added.xml',
    ]);
    expect(text(zip.read('changed.xml'))).toBe('<new/>');
    expect(text(zip.read('added.xml'))).toBe('<added>'.repeat(100));
    expect(text(zip.comment)).toBe('kept');
    expect(zip.entry('changed.xml')?.time).toBe(0x5a215a21);
  });

  it('copies every other entry as it stands', () => {
    const [before, after] = [openZip(source), openZip(written)];
    for (const name of ['mimetype', 'streamed.xml', 'wide.bin', '名称.xml']) {
      const [a, b] = [before.entry(name)!, after.entry(name)!];
      expect(Buffer.compare(before.raw(a), after.raw(b))).toBe(0);
      expect([b.method, b.flags, b.time, b.crc]).toEqual([a.method, a.flags, a.time, a.crc]);
      expect(text(after.read(name))).toBe(text(before.read(name)));
    }
    expect(Buffer.from(written).includes(Buffer.from([0xfe, 0xca, 2, 0, 7, 7]))).toBe(true);
  });

  it('gives the same bytes for the same changes, and is read by others', () => {
    const changes = new Map([['changed.xml', bytes('<again/>')]]);
    expect(Buffer.compare(writeZip(openZip(source), changes), writeZip(openZip(source), changes))).toBe(0);
    const book = buildWorkbook({ sheets: [{ name: '表', rows: [['a']] }] });
    const copy = writeZip(openZip(book), new Map());
    expect(Buffer.compare(copy, book)).toBe(0);
    expect(Object.keys(unzipSync(copy))).toEqual(openZip(book).names());
  });
});
