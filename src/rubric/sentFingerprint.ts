import { fingerprint, hash, sectionKey } from './fingerprint';
import type { FingerprintSection, ReadItem, RubricDifference } from './fingerprint';
import { plainText } from './normalise';
import { OFFICIAL_2023 } from './official2023';
import { comparePoints } from './points';

/**
 * 细则指纹 of a sheet that goes out: the fingerprint of the whole, then each section with the maximum and a short hash of
 * each item, so that a changed item can be named without the rubric at hand.
 *
 *     k2-c9201edec816821f 基础工作:10.1f3a9c2b,10.77e0d1aa;区教育局:40.9b…
 */
export function sentFingerprint(sections: readonly FingerprintSection[]): string {
  const parts = sections.map(({ name, items }) => {
    const list = items.map(({ max, criterion }) => `${max ?? ''}.${textHash(criterion)}`);
    return `${plainName(name)}:${list.join(',')}`;
  });
  return `k2-${hashOf(fingerprint(sections)) ?? ''} ${parts.join(';')}`;
}

/** A section's name without the marks that part the fingerprint. */
function plainName(name: string): string {
  return name.replace(/[:;,\s]+/g, '').slice(0, LONGEST_NAME);
}

const LONGEST_NAME = 40;

function textHash(criterion: string): string {
  return hash(plainText(criterion)).slice(0, 8);
}

/** The hash of the whole in a fingerprint of either form, null where a text is none. */
function hashOf(text: string): string | null {
  return /^k[12]-([0-9a-f]{16})(?=\s|$)/.exec(text.trim())?.[1] ?? null;
}

/** Whether a rubric is, word for word, the one that a fingerprint was made of. */
export function fitsFingerprint(text: string, sections: readonly FingerprintSection[]): boolean {
  const wanted = hashOf(text);
  return wanted !== null && wanted === hashOf(fingerprint(sections));
}

interface SentItem {
  readonly section: string;
  readonly key: string;
  /** Its number in the section, from 1. */
  readonly number: number;
  readonly max: number | null;
  readonly hash: string;
}

/** A fingerprint of the longer form names no more items; a longer text is no work of ours. */
const MOST_ITEMS = 2000;

function sentItems(text: string): readonly SentItem[] {
  const body = /^k2-[0-9a-f]{16}\s+(\S[^]*)$/.exec(text.trim())?.[1];
  if (body === undefined) return [];
  const items = body.split(';').flatMap((part) => {
    const [section = '', list = ''] = part.trim().split(':');
    return [...list.matchAll(/(?:^|,)(-?\d+(?:\.\d+)?|)\.([0-9a-f]{8})(?=,|$)/g)].map(
      ([, max = '', itemHash = ''], index): SentItem => ({
        section,
        key: sectionKey(section),
        number: index + 1,
        max: max === '' ? null : Number(max),
        hash: itemHash,
      }),
    );
  });
  return items.length <= MOST_ITEMS ? items : [];
}

/** A sheet derives from what was sent out when this share of its items, or of their sections, is in the fingerprint. */
const DERIVED_SHARE = 0.3;
const SECTION_SHARE = 0.6;

/**
 * What the read items changed against the rubric that was sent out, in the order of the sheet, missing items last. Where
 * the fingerprint alone is known the old text of an item is not: `criterion` is '' then. A section that is missing as a
 * whole counts only where `isExpected`. Null where the fingerprint names no items, or the sheet has nothing in common.
 */
export function compareSent(
  text: string,
  read: readonly ReadItem[],
  isExpected: (section: string) => boolean,
): readonly RubricDifference[] | null {
  const sent = sentItems(text);
  if (sent.length === 0 || read.length === 0) return null;
  const hashes = read.map(({ criterion }) => textHash(criterion));
  const keys = read.map(({ section }) => sectionKey(plainName(section)));
  const matches = exactMatches(sent, hashes, keys);
  const known = new Set(sent.map(({ key }) => key));
  const placed = keys.filter((key) => known.has(key)).length;
  if (matches.size < read.length * DERIVED_SHARE && placed < read.length * SECTION_SHARE) return null;
  pairRest(sent, read, keys, matches);
  return differences(sent, read, hashes, keys, matches, isExpected);
}

/** Read items whose text stands in the fingerprint, those of the same section first. */
function exactMatches(
  sent: readonly SentItem[],
  hashes: readonly string[],
  keys: readonly string[],
): Map<number, number> {
  const matches = new Map<number, number>();
  const taken = new Set<number>();
  for (const inSection of [true, false]) {
    hashes.forEach((itemHash, index) => {
      if (matches.has(index)) return;
      const at = sent.findIndex(
        (item, i) => !taken.has(i) && item.hash === itemHash && (!inSection || item.key === keys[index]),
      );
      if (at < 0) return;
      matches.set(index, at);
      taken.add(at);
    });
  }
  return matches;
}

/** Of what is left in a section an item of the same maximum is the changed one, else the next in order. */
function pairRest(
  sent: readonly SentItem[],
  read: readonly ReadItem[],
  keys: readonly string[],
  matches: Map<number, number>,
): void {
  const taken = new Set(matches.values());
  for (const sameMax of [true, false]) {
    read.forEach(({ max }, index) => {
      if (matches.has(index)) return;
      const at = sent.findIndex(
        (item, i) => !taken.has(i) && item.key === keys[index] && (!sameMax || isSame(item.max, max)),
      );
      if (at < 0) return;
      matches.set(index, at);
      taken.add(at);
    });
  }
}

function isSame(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : comparePoints(a, b) === 0;
}

function differences(
  sent: readonly SentItem[],
  read: readonly ReadItem[],
  hashes: readonly string[],
  keys: readonly string[],
  matches: ReadonlyMap<number, number>,
  isExpected: (section: string) => boolean,
): readonly RubricDifference[] {
  const found: RubricDifference[] = [];
  read.forEach(({ max }, index) => {
    const item = sent[matches.get(index) ?? -1];
    if (item === undefined) {
      found.push({ kind: 'item-added', index });
      return;
    }
    const official = { max: item.max, criterion: knownText(item.hash) };
    if (item.hash !== hashes[index]) found.push({ kind: 'text-changed', index, official });
    if (!isSame(item.max, max)) found.push({ kind: 'max-changed', index, official });
  });
  const used = new Set(matches.values());
  const present = new Set(keys);
  sent.forEach(({ section, key, number, max, hash: itemHash }, at) => {
    if (used.has(at) || !(present.has(key) || isExpected(section))) return;
    const official = { max, criterion: knownText(itemHash) };
    found.push({ kind: 'item-missing', section, official, number });
  });
  return found;
}

let officialTexts: ReadonlyMap<string, string> | null = null;

/** The text behind a hash where it is an official one of 2023; else ''. */
function knownText(itemHash: string): string {
  officialTexts ??= new Map(
    OFFICIAL_2023.flatMap(({ sections }) =>
      sections.flatMap(({ items }) =>
        items.map(({ criterion }) => [textHash(criterion), criterion] as const),
      ),
    ),
  );
  return officialTexts.get(itemHash) ?? '';
}
