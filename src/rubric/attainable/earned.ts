import type { Clause } from '../clause';
import { toMillionths } from '../points';
import { PointSet } from '../pointSet';

interface Tier {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly part: boolean;
  /** 分别得8、5、3分: the tiers of one list exclude one another. */
  readonly list: boolean;
}

/** More tiers than a person writes. */
const MOST_TIERS = 100;

function tiersOf(clauses: readonly Clause[], unit: number, max: number): Tier[] {
  const tiers: Tier[] = [];
  for (const clause of clauses) {
    if (clause.kind === 'earn' && clause.base !== true) {
      const points = Math.round(toMillionths(clause.points) / unit);
      const tier = {
        from: points,
        to: points,
        start: clause.start,
        part: clause.part === true,
        list: clause.exclusive === true,
      };
      const times = clause.each === true && points > 0 ? Math.floor(max / points) : 1;
      for (let time = 0; time < Math.min(MOST_TIERS, Math.max(1, times)); time += 1) tiers.push(tier);
    } else if (clause.kind === 'earn-range') {
      const from = Math.round(toMillionths(clause.from) / unit);
      const to = clause.to === null ? Math.max(from, max) : Math.round(toMillionths(clause.to) / unit);
      tiers.push({ from, to, start: clause.start, part: false, list: false });
    }
  }
  return tiers.slice(0, MOST_TIERS);
}

/** Cuts the tiers into groups where the text between two of them ends a sentence, as `boundary` sees it. */
function grouped(tiers: readonly Tier[], text: string, boundary: RegExp): Tier[][] {
  const groups: Tier[][] = [];
  let previous: Tier | null = null;
  for (const tier of tiers) {
    const last = groups[groups.length - 1];
    const between = previous === null ? '' : text.slice(previous.start, tier.start + 2);
    if (last === undefined || boundary.test(between)) groups.push([tier]);
    else last.push(tier);
    previous = tier;
  }
  return groups;
}

function byParts(tiers: readonly Tier[]): Tier[][] {
  const groups: Tier[][] = [];
  for (const tier of tiers) {
    const last = groups[groups.length - 1];
    if (tier.part || last === undefined) groups.push([tier]);
    else last.push(tier);
  }
  return groups;
}

function mostOf(groups: readonly Tier[][]): number {
  return groups.reduce((sum, group) => sum + Math.max(...group.map((tier) => tier.to)), 0);
}

/** One tier, or none, of each group, added up; sums above `max` are left out. */
function sums(groups: readonly Tier[][], max: number): PointSet {
  const most = Math.min(mostOf(groups), max * 2);
  let set = new PointSet(0, most + 1, [0]);
  for (const group of groups) {
    const next = set.copy();
    for (const tier of group) {
      const moved = set.copy();
      if (tier.from === tier.to) moved.moveOnce(tier.to);
      else moved.moveWithin(tier.from, tier.to, false);
      next.include(moved);
    }
    set = next;
  }
  return set;
}

function included(target: PointSet, source: PointSet, max: number): void {
  for (const member of source.members()) if (member <= max && member <= target.high) target.add(member);
}

/**
 * （10分） before the parts of an item of 10 points repeats its maximum; A级10分，B级8分 does not, nor does a first tier
 * without a verb: 120%以上10分；100%以上得8分.
 */
function withoutEcho(tiers: readonly Tier[], max: number): Tier[] {
  const others = tiers.filter((tier) => tier.part && tier.to !== max);
  const repeats =
    others.length === 0
      ? tiers.every((tier) => tier.part)
      : others.reduce((sum, tier) => sum + tier.to, 0) === max;
  return tiers.filter((tier) => !(tier.part && tier.to === max && repeats));
}

function oneByOne(tiers: readonly Tier[]): Tier[][] {
  const groups: Tier[][] = [];
  for (const tier of tiers) {
    const last = groups[groups.length - 1];
    if (tier.list && last?.[0]?.list === true && last[0].start === tier.start) last.push(tier);
    else groups.push([tier]);
  }
  return groups;
}

/**
 * What the tiers and parts of a sentence (得8分；得5分；计划2分、总结2分) give, in units of the grid. When the biggest tier is
 * the maximum they are one scale; when groups add up to the maximum they add; else every fair reading counts.
 */
export function earnedScores(
  clauses: readonly Clause[],
  text: string,
  max: number,
  unit: number,
): PointSet | null {
  const tiers = withoutEcho(
    tiersOf(clauses, unit, max).filter((tier) => tier.from <= max),
    max,
  );
  if (tiers.length === 0) return null;
  const set = new PointSet(0, max, [0]);
  const plain = tiers.filter((tier) => !tier.part);
  const parts = tiers.filter((tier) => tier.part);
  for (const one of [plain, parts]) {
    if (one.length === 0) continue;
    const alone = oneByOne(one);
    if (one.some((tier) => tier.to === max)) {
      included(set, sums([one], max), max);
      continue;
    }
    const readings = [
      alone,
      grouped(one, text, /[。；;\n]/),
      grouped(one, text, /[。\n]|[0-9]、|[（(][0-9一二三四五六七八九十]+[）)]|[①-⑳]/),
    ];
    const right = readings.filter((groups) => mostOf(groups) === max);
    for (const groups of right.length > 0 ? right : [...readings, [one]])
      included(set, sums(groups, max), max);
    if (right.length === 0 && mostOf(alone) < max) set.add(max);
  }
  if (parts.length > 0 && plain.length > 0) {
    const together = byParts(tiers);
    included(set, sums(together, max), max);
  }
  return set;
}
