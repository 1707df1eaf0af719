import { crc32, deflateRaw, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { NativeCodec } from '../hosts/file/codec';

/** Smallest and largest piece in which zlib gives its output; a whole part fits in one where it is not huge. */
const PIECE = { least: 64, most: 2 ** 20 };

/** Node's zlib, twice to four times as fast as the program's own ways. */
export const nativeCodec: NativeCodec = {
  inflate(data, size) {
    // One byte more than needed: an output that fills its piece to the brim makes zlib ask for another.
    const chunkSize = Math.min(Math.max(size + 1, PIECE.least), PIECE.most);
    try {
      const out = inflateRawSync(data, { maxOutputLength: Math.max(size, 1), chunkSize });
      return out.length === size ? out : null;
    } catch {
      return null;
    }
  },
  deflate: (data) => deflateRawSync(data),
  deflateAside: (data) =>
    new Promise((resolve, reject) => {
      // Room for all that a text comes to: where it is full, this thread would have to be free to give more.
      const chunkSize = Math.max(data.length >> 1, PIECE.least);
      deflateRaw(data, { chunkSize }, (error, packed) => (error === null ? resolve(packed) : reject(error)));
    }),
  crc32: (bytes) => crc32(bytes),
};
