import { ROSTER_2023 } from '../../src/rubric/roster2023';
import { bookBytes, encryptedBytes, filledSheet, randomSource, STREETS } from './round';
import type { Filled } from './round';

/** A file as a script in a page can be given it. */
export interface ReturnedFile {
  readonly name: string;
  readonly base64: string;
}

export interface ReturnedRound {
  readonly files: readonly ReturnedFile[];
  /** Units that reported once, and what their files add up to. */
  readonly single: readonly Filled[];
  /** Units that reported twice. */
  readonly twice: readonly string[];
  /** Departments that did not report. */
  readonly missing: readonly string[];
}

/** Sixty files: all sub-districts and all departments but one, a second file of twenty of them, and one nobody can read. */
export function sixtyFiles(): ReturnedRound {
  const pick = randomSource(7);
  const [missing, ...departments] = ROSTER_2023.units.map(({ name }) => name);
  const units = [...STREETS, ...departments];
  const book = ({ grid }: Filled) => bookBytes([grid], [['年度', 2023]]);
  const first = units.map((unit) => filledSheet(unit, { pick }));
  const twice = units.slice(3, 23);
  const again = twice.map((unit) => filledSheet(unit, { pick }));
  const files = [
    ...first.map((one): [string, Uint8Array] => [`${one.unit}.xlsx`, book(one)]),
    ...again.map((one): [string, Uint8Array] => [`${one.unit}（补报）.xlsx`, book(one)]),
    ['加密.xlsx', encryptedBytes()] as const,
  ];
  return {
    files: files.map(([name, bytes]) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
    single: first.filter(({ unit }) => !twice.includes(unit)),
    twice,
    missing: missing === undefined ? [] : [missing],
  };
}
