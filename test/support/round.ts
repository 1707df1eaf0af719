import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newWorkbook } from '../../src/hosts/file/patch/newWorkbook';
import { attainableScores } from '../../src/rubric/attainable';
import type { Attainable } from '../../src/rubric/clause';
import { readCriterion } from '../../src/rubric/criterion';
import type { RubricItem, RubricSection } from '../../src/rubric/rubric';
import { recogniseUnit } from '../../src/rubric/roster';
import { ROSTER_2023 } from '../../src/rubric/roster2023';
import type { CellInput } from '../../src/sheet/gridFromRows';
import type { Grid } from '../../src/sheet/grid';
import { layout } from './grid';
import { official, officialSheet } from './officialSheet';

/** A small repeatable random source (mulberry32): whole numbers from 0 up to, and not, `below`. */
export function randomSource(seed: number): (below: number) => number {
  let a = seed;
  return (below) => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

export const STREETS = ['新碶街道', '小港街道', '大碶街道', '霞浦街道', '柴桥街道', '戚家山街道'] as const;

/** A sheet as a unit hands it in, and what was entered, in hundredths of a point. */
export interface Filled {
  readonly unit: string;
  readonly grid: Grid;
  readonly sums: Readonly<Record<'self' | 'review', { readonly base: number; readonly bonus: number }>>;
}

export interface FillOptions {
  readonly pick: (below: number) => number;
  readonly change?: (section: RubricSection, item: RubricItem, index: number) => RubricItem | null;
  /** What to enter instead of a fair score; undefined: a fair one. */
  readonly enter?: (section: RubricSection, index: number) => CellInput | undefined;
  readonly title?: string;
}

/** The official sheet of a unit with fair random scores in both columns, and what they add up to. */
export function filledSheet(unit: string, options: FillOptions): Filled {
  const form = (STREETS as readonly string[]).includes(unit) ? 'subdistrict' : 'department';
  const sums = { self: { base: 0, bonus: 0 }, review: { base: 0, bonus: 0 } };
  const grid = officialSheet(form, {
    label: unit,
    sections: ({ name }) => form === 'subdistrict' || [unit, undefined].includes(recogniseUnit(name)?.name),
    change: options.change,
    scores: (section, item, index) => {
      const self = fairScore(item, section.bonus, options.pick);
      const review = options.pick(4) === 0 ? fairScore(item, section.bonus, options.pick) : self;
      const entered = options.enter?.(section, index);
      const part = section.bonus ? 'bonus' : 'base';
      sums.self[part] += Math.round(self * 100);
      if (entered === undefined) sums.review[part] += Math.round(review * 100);
      else if (typeof entered === 'number') sums.review[part] += Math.round(entered * 100);
      return [self, entered ?? review];
    },
  });
  return { unit, grid: options.title === undefined ? grid : retitled(grid, options.title), sums };
}

function retitled(grid: Grid, title: string): Grid {
  const rows = grid.rows.map((row) =>
    row.index === 0 ? { ...row, cells: [{ column: 0, value: title, formula: null }] } : row,
  );
  return { ...grid, rows };
}

function fairScore(item: RubricItem, bonus: boolean, pick: (below: number) => number): number {
  const attainable = attainableScores(readCriterion(item.criterion), { max: item.max, bonus });
  const all = listed(attainable, item.max ?? 5).filter((score) => Math.round(score * 100) / 100 === score);
  return all[pick(all.length)] ?? item.max ?? 0;
}

function listed(attainable: Attainable, max: number): readonly number[] {
  switch (attainable.kind) {
    case 'list':
      return attainable.scores.slice(0, 20);
    case 'range':
      return [attainable.from, Math.min(attainable.to ?? max, max)];
    case 'union':
      return attainable.parts.flatMap((part) => listed(part, max));
    case 'any':
      return [0, max];
  }
}

/** Bytes of a workbook of these sheets, with 考核设置 where settings are given. */
export function bookBytes(
  grids: readonly Grid[],
  settings: readonly (readonly CellInput[])[] = [],
): Uint8Array {
  const more = settings.length === 0 ? [] : [layout('考核设置', settings)];
  return newWorkbook({ fileName: null, grids: [...grids, ...more] });
}

/** An OLE2 file as Office makes it of a workbook with a password. */
export function encryptedBytes(): Uint8Array {
  const streams = ['EncryptionInfo', 'EncryptedPackage'];
  const bytes = new Uint8Array(512 + 128 * (streams.length + 1) + 4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes[30] = 9;
  streams.forEach((name, i) => {
    const at = 512 + 128 * (i + 1);
    Buffer.from(name, 'utf16le').copy(bytes, at);
    bytes[at + 64] = (name.length + 1) * 2;
    bytes[at + 66] = 2;
  });
  return bytes;
}

/** The sample sheet of 小港街道 in the old format. */
export function oldFormatBytes(): Uint8Array {
  return readFileSync(join(__dirname, '../../assets/samples/附件1-小港街道-旧格式.xls'));
}

/** Every unit of the round in JSON, as --roster takes it. */
export function rosterJson(): string {
  return JSON.stringify([
    ...STREETS.map((name) => ({ 考核单位: name, 类别: '街道' })),
    ...ROSTER_2023.units.map(({ name, aliases }) => ({ 考核单位: name, 类别: '责任单位', 别名: aliases })),
  ]);
}

/** Items of a section of the official rubric. */
export function itemsOf(form: 'subdistrict' | 'department', section: string): readonly RubricItem[] {
  return official(form).sections.find(({ name }) => name === section)?.items ?? [];
}
