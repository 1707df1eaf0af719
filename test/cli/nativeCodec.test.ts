import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { nativeCodec } from '../../src/cli/nativeCodec';
import { crc32 } from '../../src/hosts/file/crc32';
import { inflatePart } from '../../src/hosts/file/inflate';
import { readFile } from '../../src/hosts/file/read/readFile';
import { buildWorkbook } from '../support/package';

describe('Node’s own codec', () => {
  it('gives exactly the declared bytes, or nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.integer({ min: -3, max: 3 }), (bytes, off) => {
        const packed = deflateRawSync(bytes);
        const size = Math.max(0, bytes.length + off);
        const out = nativeCodec.inflate(packed, size);
        if (size === bytes.length) expect(Buffer.from(out!).equals(Buffer.from(bytes))).toBe(true);
        else expect(out).toBeNull();
        expect(nativeCodec.inflate(packed.subarray(0, -1), bytes.length)).toBeNull();
        expect(nativeCodec.crc32(bytes)).toBe(crc32(bytes));
      }),
    );
  });

  it('deflates to what the program’s own inflater gives back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        const packed = nativeCodec.deflate(bytes);
        const out = inflatePart('part', packed, 0, packed.length, new Uint8Array(bytes.length), 2 ** 20);
        expect(Buffer.from(out).equals(Buffer.from(bytes))).toBe(true);
      }),
    );
  });

  it('changes nothing in what is read, of sound files and of damaged ones', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => [`第${i}项工作未完成的扣${i}分`, i]);
    const whole = buildWorkbook({ sheets: [{ name: '附件1', rows }] });
    const outcome = async (bytes: Uint8Array, native: boolean) => {
      const reading = await readFile(bytes, '表.xlsx', native ? nativeCodec : null);
      return reading.ok ? reading.snapshot : reading.finding;
    };
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, value) => {
        const bytes = whole.slice();
        bytes[at] = value;
        expect(await outcome(bytes, true)).toEqual(await outcome(bytes, false));
      }),
      { numRuns: 150 },
    );
  });
});
