/**
 * Inflating, deflating and summing as a platform does it natively, where it offers that at once and not by promises (Node does, a
 * browser does not). The program's own way does the same, and judges what this one refuses.
 */
export interface NativeCodec {
  /** The bytes of a raw DEFLATE stream; null when it is damaged or does not give exactly `size` bytes. */
  inflate(data: Uint8Array, size: number): Uint8Array | null;
  /** A raw DEFLATE stream of the bytes, as small as an ordinary program makes it. */
  deflate(data: Uint8Array): Uint8Array;
  /** The same on another thread, where the platform has one to spare. */
  readonly deflateAside?: (data: Uint8Array) => Promise<Uint8Array>;
  /** CRC-32 as ZIP uses it, unsigned. */
  crc32(bytes: Uint8Array): number;
}
