/** What matters of an OLE2 compound file (MS-CFB), found without walking its chains. */
export interface Ole2 {
  /** Names of the streams and storages of its directory. */
  readonly names: ReadonlySet<string>;
  /** First bytes of the stream of this name, at most one sector; empty where it lies in the short-stream container. */
  head(name: string): Uint8Array;
}

const ENTRY = 128;
/** Streams shorter than this lie in the short-stream container. */
const SHORT = 4096;

/**
 * Finds directory entries by their shape: they lie at multiples of 128 bytes, so a damaged or hostile chain cannot
 * lead astray. Never throws.
 */
export function readOle2(bytes: Uint8Array): Ole2 {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorSize = bytes.length > 32 && data.getUint16(30, true) === 12 ? 4096 : 512;
  const entries = new Map<string, { start: number; size: number }>();
  for (let at = sectorSize; at + ENTRY <= bytes.length; at += ENTRY) {
    const nameBytes = data.getUint16(at + 64, true);
    const type = bytes[at + 66]!;
    if (nameBytes < 4 || nameBytes > 64 || nameBytes % 2 !== 0 || (type !== 1 && type !== 2)) continue;
    if (bytes[at + 67]! > 1 || data.getUint16(at + nameBytes - 2, true) !== 0) continue;
    let name = '';
    for (let i = 0; i < nameBytes - 2; i += 2) name += String.fromCharCode(data.getUint16(at + i, true));
    entries.set(name, { start: data.getUint32(at + 116, true), size: data.getUint32(at + 120, true) });
  }
  return {
    names: new Set(entries.keys()),
    head(name) {
      const entry = entries.get(name);
      if (entry === undefined || entry.size < SHORT) return new Uint8Array(0);
      const from = (entry.start + 1) * sectorSize;
      return bytes.subarray(from, from + sectorSize);
    },
  };
}

/** Whether a BIFF stream that begins like this is encrypted: a FILEPASS record (MS-XLS 2.4.117) near its start. */
export function hasFilePass(stream: Uint8Array): boolean {
  const data = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0, n = 0; at + 4 <= stream.length && n < 4; n++) {
    if (data.getUint16(at, true) === 0x2f) return true;
    at += 4 + data.getUint16(at + 2, true);
  }
  return false;
}
