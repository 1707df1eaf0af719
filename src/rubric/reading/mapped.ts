/** A stretch of text with, for each character, where it began and ended in the original. */
export interface MappedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}
