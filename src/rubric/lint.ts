import type { Clause, CriterionReading } from './clause';
import { pointClauses } from './attainable/groups';
import { readCriterion } from './criterion';
import type { FindingCode, FindingParams } from './finding';
import { ladderMismatch } from './lint/ladder';
import { nameSlips, openBrackets } from './lint/brackets';
import { plainText } from './normalise';
import { comparePoints, sumPoints } from './points';
import { recogniseUnit } from './roster';
import type { Form, RubricItem, RubricSection } from './rubric';

type LintCode = Extract<FindingCode, `rubric/${string}`>;

/** A fault of a rubric, found before anybody is scored by it. `item` counts the items of the section; null: the section itself. */
export type LintFact = {
  [C in LintCode]: {
    readonly code: C;
    readonly params: FindingParams<C>;
    readonly section: number;
    readonly item: number | null;
  };
}[LintCode];

/** A sum this near to 100 that is not 100 is taken for a slip in a rubric of unknown form. */
const NEARLY_FULL = 10;
const FULL = 100;
/** An item is named in a message by the head of its sentence. */
const LABEL = 20;

function labelOf(item: RubricItem): string {
  const text = item.criterion.replace(/\s+/g, '');
  return text.length > LABEL ? `${text.slice(0, LABEL)}…` : text;
}

function smallestDeduction(clauses: readonly Clause[]): { points: number; clause: Clause } | null {
  let smallest: { points: number; clause: Clause } | null = null;
  for (const clause of clauses) {
    const points =
      clause.kind === 'deduct-per' || clause.kind === 'deduct-flat'
        ? clause.points
        : clause.kind === 'deduct-ladder'
          ? Math.min(...clause.points)
          : clause.kind === 'discretion' && clause.direction === 'deduct'
            ? (clause.from ?? 0)
            : null;
    if (points !== null && (smallest === null || points < smallest.points)) smallest = { points, clause };
  }
  return smallest;
}

function quoted(reading: CriterionReading, clause: Clause): string {
  return reading.text.slice(clause.start, clause.end);
}

function itemFacts(item: RubricItem, bonus: boolean, section: number, index: number): LintFact[] {
  const place = { section, item: index };
  const facts: LintFact[] = [];
  if (!bonus && item.max === null)
    facts.push({ ...place, code: 'rubric/max-missing', params: { item: labelOf(item) } });
  if (plainText(item.criterion) === '') return facts;
  const reading = readCriterion(item.criterion);
  for (const { text, meant } of [
    ...reading.typos,
    ...openBrackets(item.criterion),
    ...nameSlips(item.criterion),
  ]) {
    facts.push({ ...place, code: 'rubric/suspected-typo', params: { text, meant } });
  }
  for (const clause of reading.clauses) {
    if (clause.kind === 'gain-ladder' && clause.halved && clause.points.length === 0) {
      facts.push({
        ...place,
        code: 'rubric/halved-without-ladder',
        params: { text: quoted(reading, clause) },
      });
    }
  }
  for (const params of ladderMismatch(reading))
    facts.push({ ...place, code: 'rubric/ladder-length', params });
  if (pointClauses(reading.clauses).length === 0) {
    facts.push({ ...place, code: 'rubric/criterion-unread', params: { item: labelOf(item) } });
  }
  const smallest = smallestDeduction(reading.clauses);
  const goesBelow = reading.clauses.some((clause) => clause.kind === 'beyond-max');
  if (
    !bonus &&
    item.max !== null &&
    smallest !== null &&
    !goesBelow &&
    comparePoints(smallest.points, item.max) > 0
  ) {
    const params = { deduction: smallest.points, max: item.max, text: quoted(reading, smallest.clause) };
    facts.push({ ...place, code: 'rubric/deduction-above-max', params });
  }
  return facts;
}

function sectionFacts(section: RubricSection, index: number): LintFact[] {
  const facts: LintFact[] = [];
  for (const { text, meant } of [...openBrackets(section.name), ...nameSlips(section.name)]) {
    facts.push({ code: 'rubric/suspected-typo', params: { text, meant }, section: index, item: null });
  }
  const maxima = section.items.map((item) => item.max);
  const known = maxima.filter((max): max is number => max !== null);
  if (!section.bonus && section.points !== null && known.length === maxima.length && known.length > 0) {
    const sum = sumPoints(known);
    if (comparePoints(sum, section.points) !== 0) {
      const params = { section: section.name, points: section.points, sum };
      facts.push({ code: 'rubric/section-sum', params, section: index, item: null });
    }
  }
  const seen = new Map<string, RubricItem>();
  section.items.forEach((item, each) => {
    facts.push(...itemFacts(item, section.bonus, index, each));
    const key = plainText(item.criterion);
    const other = seen.get(key);
    if (key !== '' && other !== undefined) {
      const params = { item: labelOf(item), other: labelOf(other) };
      facts.push({ code: 'rubric/item-duplicate', params, section: index, item: each });
    } else {
      seen.set(key, item);
    }
  });
  return facts;
}

function statedPoints(section: RubricSection): number | null {
  if (section.points !== null) return section.points;
  const known = section.items.map((item) => item.max).filter((max): max is number => max !== null);
  return known.length === section.items.length && known.length > 0 ? sumPoints(known) : null;
}

/** Sections that everybody fills add up to the base; in a department table together with each unit's own. */
function baseFacts(sections: readonly RubricSection[], form: Form, base: number | null): LintFact[] {
  const counted = sections
    .map((section, index) => ({ section, index, points: statedPoints(section) }))
    .filter(({ section }) => !section.bonus);
  if (counted.length === 0 || counted.some(({ points }) => points === null)) return [];
  const fact = (index: number, sum: number, full: number): LintFact => ({
    code: 'rubric/base-sum',
    params: { base: full, sum },
    section: index,
    item: null,
  });
  const points = (each: (typeof counted)[number]): number => each.points ?? 0;
  if (form !== 'department') {
    const sum = sumPoints(counted.map(points));
    const near = comparePoints(Math.abs(sum - FULL), NEARLY_FULL) <= 0;
    const full = base ?? (form === 'subdistrict' || near ? FULL : null);
    return full === null || comparePoints(sum, full) === 0 ? [] : [fact(counted[0]?.index ?? 0, sum, full)];
  }
  const own = counted.filter(({ section }) => recogniseUnit(section.name) !== null);
  const common = sumPoints(counted.filter((each) => !own.includes(each)).map(points));
  const full = base ?? FULL;
  return own
    .map((each) => ({ index: each.index, sum: sumPoints([common, points(each)]) }))
    .filter(({ sum }) => comparePoints(sum, full) !== 0)
    .map(({ index, sum }) => fact(index, sum, full));
}

/**
 * Faults of a rubric, in its order: sums that do not add up, slips of the pen, ladders with another number of steps than
 * names, deductions larger than their item, sentences nobody can read, items that stand twice. `base` is the full total
 * in points; without it 100 is taken for the two official forms, and for others only where the sum comes near it.
 */
export function lintRubric(rubric: {
  readonly form: Form;
  readonly sections: readonly RubricSection[];
  readonly base?: number;
}): LintFact[] {
  return [
    ...baseFacts(rubric.sections, rubric.form, rubric.base ?? null),
    ...rubric.sections.flatMap((section, index) => sectionFacts(section, index)),
  ];
}
