const MB = 1024 * 1024;

/**
 * What the file host takes on, in bytes. A scoring workbook has tens of KB; these bounds leave room for pictures and
 * for large other sheets beside it, and are still read in a second or two.
 */
export const LIMITS = {
  /** The file itself. */
  fileBytes: 128 * MB,
  /** One part of an archive when inflated, and all parts read from it together. */
  partBytes: 128 * MB,
  totalBytes: 256 * MB,
  /** Up to this size a part may be as repetitive as it likes … */
  repetitiveBytes: 16 * MB,
  /** … beyond, it may not inflate to more than this many times its size: sheet XML gives 10 to 50, a bomb 1000. */
  ratio: 100,
  /** Entries of an archive. */
  entries: 65_535,
} as const;
