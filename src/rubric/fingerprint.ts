import { comparePoints } from './points';
import { plainText } from './normalise';
import { recogniseUnit } from './roster';
import type { Rubric, RubricItem } from './rubric';

/** 64 bits of FNV-1a over UTF-16 code units, as 16 hexadecimal digits. A change detector, no protection. */
export function hash(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let index = 0; index < text.length; index += 1) {
    low = (low ^ text.charCodeAt(index)) >>> 0;
    // Times 0x100000001b3, in halves of 32 bits.
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 2 ** 32) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

/** What a fingerprint looks at in a section. */
export interface FingerprintSection {
  readonly name: string;
  readonly items: readonly Pick<RubricItem, 'max' | 'criterion'>[];
}

/**
 * 细则指纹: equal for two rubrics that say the same, whatever the order of their rows, line breaks, spaces and full- or
 * half-width punctuation; different as soon as a word or a maximum differs.
 */
export function fingerprint(sections: readonly FingerprintSection[]): string {
  const lines = sections.flatMap((section) =>
    section.items.map((item) =>
      [sectionKey(section.name), item.max ?? '', plainText(item.criterion)].join('|'),
    ),
  );
  return `k1-${hash(lines.sort().join('\n'))}`;
}

export function sectionKey(name: string): string {
  return recogniseUnit(name)?.name ?? plainText(name).replace(/、/g, '');
}

/** One item as it was read from a sheet. */
export interface ReadItem {
  readonly section: string;
  readonly max: number | null;
  readonly criterion: string;
}

/** What a sheet changed against the official rubric. `index` counts the read items. */
export type RubricDifference =
  | {
      readonly kind: 'item-missing';
      readonly section: string;
      readonly official: RubricItem;
      /** Its number in the section, from 1, where its text may be unknown. */
      readonly number?: number;
    }
  | { readonly kind: 'item-added'; readonly index: number }
  | { readonly kind: 'text-changed'; readonly index: number; readonly official: RubricItem }
  | { readonly kind: 'max-changed'; readonly index: number; readonly official: RubricItem };

interface OfficialItem {
  readonly section: string;
  readonly key: string;
  readonly text: string;
  readonly item: RubricItem;
}

interface OfficialIndex {
  readonly items: readonly OfficialItem[];
  readonly byText: ReadonlyMap<string, readonly number[]>;
  /** Keys of the sections. */
  readonly keys: ReadonlySet<string>;
}

const indexes = new WeakMap<Rubric, OfficialIndex>();

/** The rubric ready for comparing; every sheet of a batch is held against the same one. */
function indexOf(rubric: Rubric): OfficialIndex {
  const known = indexes.get(rubric);
  if (known) return known;
  const items = rubric.sections.flatMap((section) =>
    section.items.map((item) => ({
      section: section.name,
      key: sectionKey(section.name),
      text: plainText(item.criterion),
      item,
    })),
  );
  const byText = new Map<string, number[]>();
  items.forEach((item, at) => byText.set(item.text, [...(byText.get(item.text) ?? []), at]));
  const index = { items, byText, keys: new Set(items.map(({ key }) => key)) };
  indexes.set(rubric, index);
  return index;
}

/** A sheet derives from a rubric when at least this share of its items, and at least two, stand in it. */
const DERIVED_SHARE = 0.6;
const FEWEST_MATCHES = 2;
/** Texts are compared by likeness only where this share of the items stands word for word in the rubric … */
const EXACT_SHARE = 0.3;
/** … or this share stands in sections that the rubric names. */
const SECTION_SHARE = 0.6;
/** Two texts are versions of one item when they share this much. */
const ALIKE = 0.6;
/** … or this much where section and maximum are the same: a sentence that was cut short stays the same item. */
const ALIKE_IN_PLACE = 0.4;
/** Larger tables are compared word for word only. */
const MOST_COMPARED = 400;

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let index = 0; index + 1 < text.length && index < 4000; index += 1) {
    const pair = text.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Share of neighbouring character pairs that two texts have in common, 0–1 (Dice). */
function likeness(a: Map<string, number>, b: Map<string, number>): number {
  let common = 0;
  let total = 0;
  for (const count of a.values()) total += count;
  for (const [pair, count] of b) {
    total += count;
    common += Math.min(count, a.get(pair) ?? 0);
  }
  return total === 0 ? 0 : (2 * common) / total;
}

function matched(
  { items: official, byText, keys }: OfficialIndex,
  read: readonly ReadItem[],
): Map<number, number> {
  const matches = new Map<number, number>();
  const taken = new Set<number>();
  const texts = read.map((item) => plainText(item.criterion));
  const sections = read.map((item) => sectionKey(item.section));
  const take = (readIndex: number, officialIndex: number): void => {
    matches.set(readIndex, officialIndex);
    taken.add(officialIndex);
  };
  texts.forEach((text, index) => {
    const same = (byText.get(text) ?? []).filter((each) => !taken.has(each));
    const best = same.find((each) => official[each]?.key === sections[index]) ?? same[0];
    if (best !== undefined) take(index, best);
  });
  // Another office's rubric, the usual case in a mixed batch, ends here.
  const known = sections.filter((key) => keys.has(key)).length;
  if (matches.size < read.length * EXACT_SHARE && known < read.length * SECTION_SHARE) return matches;
  const open = texts.map((_, index) => index).filter((index) => !matches.has(index));
  const free = official.map((_, index) => index).filter((index) => !taken.has(index));
  if (open.length > MOST_COMPARED || free.length > MOST_COMPARED) return matches;
  const freePairs = new Map(free.map((index) => [index, pairsOf(official[index]?.text ?? '')]));
  const candidates: { index: number; other: number; score: number }[] = [];
  for (const index of open) {
    const own = pairsOf(texts[index] ?? '');
    for (const [other, pairs] of freePairs) {
      const inSection = official[other]?.key === sections[index];
      const score = likeness(own, pairs) + (inSection ? 0.05 : 0);
      const hasSameMax = official[other]?.item.max === read[index]?.max;
      if (score >= (inSection && hasSameMax ? ALIKE_IN_PLACE : ALIKE))
        candidates.push({ index, other, score });
    }
  }
  candidates.sort((a, b) => b.score - a.score);
  for (const { index, other } of candidates) if (!matches.has(index) && !taken.has(other)) take(index, other);
  return matches;
}

/**
 * What the read items changed against the official rubric, in the order of the sheet, missing items last. Rows may stand
 * in another order and be wrapped in another way, and a sheet may hold only some of the sections (one department's cut);
 * an item is missing only from a section that is there. Null when the sheet does not derive from this rubric: another
 * office's rubric is not compared.
 */
export function compareRubric(official: Rubric, read: readonly ReadItem[]): RubricDifference[] | null {
  const index = indexOf(official);
  const { items } = index;
  const matches = matched(index, read);
  if (matches.size < FEWEST_MATCHES || matches.size < read.length * DERIVED_SHARE) return null;
  const differences: RubricDifference[] = [];
  const present = new Set(read.map((item) => sectionKey(item.section)));
  read.forEach((item, at) => {
    const match = matches.get(at);
    const own = match === undefined ? undefined : items[match];
    if (own === undefined) {
      differences.push({ kind: 'item-added', index: at });
      return;
    }
    present.add(own.key);
    if (own.text !== plainText(item.criterion))
      differences.push({ kind: 'text-changed', index: at, official: own.item });
    const same =
      item.max === null || own.item.max === null
        ? item.max === own.item.max
        : comparePoints(item.max, own.item.max) === 0;
    if (!same) differences.push({ kind: 'max-changed', index: at, official: own.item });
  });
  const found = new Set(matches.values());
  items.forEach((item, at) => {
    if (!found.has(at) && present.has(item.key)) {
      differences.push({ kind: 'item-missing', section: item.section, official: item.item });
    }
  });
  return differences;
}
