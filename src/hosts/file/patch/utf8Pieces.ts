import { encodeUtf8 } from './partText';

/** Pieces that are put together and encoded in one go. */
const MOST = 8192;

/**
 * A long text that is only written, in UTF-8: as one string of JavaScript's the sheet of ten thousand lines would take
 * twice the memory, and be copied whole each time that a part of it is put together.
 */
export class Utf8Pieces {
  readonly #pieces: string[] = [];
  readonly #encoded: Uint8Array[] = [];

  add(piece: string): void {
    if (piece !== '') this.#pieces.push(piece);
  }

  /** To be called where a text may be cut: never between the halves of a character. */
  settle(): void {
    if (this.#pieces.length >= MOST) this.#encode();
  }

  bytes(): Uint8Array {
    this.#encode();
    const [first = new Uint8Array(0), ...more] = this.#encoded;
    if (more.length === 0) return first;
    const bytes = new Uint8Array(this.#encoded.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const each of this.#encoded) {
      bytes.set(each, at);
      at += each.length;
    }
    return bytes;
  }

  #encode(): void {
    if (this.#pieces.length > 0) this.#encoded.push(encodeUtf8(this.#pieces.join('')));
    this.#pieces.length = 0;
  }
}
