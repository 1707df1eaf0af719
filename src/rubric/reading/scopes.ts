import type { ClauseBody, PlacedClause } from './placed';

const DEDUCTS = new Set(['deduct-per', 'deduct-flat', 'deduct-ladder']);
const GAINS = new Set(['gain-per', 'gain-flat', 'gain-ladder']);

/** Whether the clause takes off (of: deduction) or gives points (of: gain). */
export function isOf(body: ClauseBody, of: 'deduction' | 'gain'): boolean {
  if (body.kind === 'discretion' || body.kind === 'share') {
    return (body.direction === 'deduct') === (of === 'deduction');
  }
  if (of === 'deduction') return DEDUCTS.has(body.kind);
  return (
    GAINS.has(body.kind) || body.kind === 'earn' || body.kind === 'earn-range' || body.kind === 'proportional'
  );
}

/** Whether a cap names what it allows, in points or as a share; 扣完为止 names nothing. */
function isBounded(body: Extract<ClauseBody, { kind: 'cap' }>): boolean {
  return body.points !== null || body.share !== undefined;
}

/** 酌情扣分，最高不超过4分: a cap whose words do not say of what follows the clause before it, else the one behind it. */
function directed(placed: PlacedClause[], at: number): void {
  const cap = placed[at];
  if (cap?.undecided !== true || cap.body.kind !== 'cap') return;
  const speaks = (each: PlacedClause): boolean => isOf(each.body, 'deduction') || isOf(each.body, 'gain');
  const near =
    placed
      .slice(Math.max(0, at - 20), at)
      .reverse()
      .find(speaks) ?? placed.slice(at, at + 5).find(speaks);
  if (near === undefined) return;
  placed[at] = { ...cap, body: { ...cap.body, of: isOf(near.body, 'deduction') ? 'deduction' : 'gain' } };
}

/** ；最多扣8分。 as a clause of its own behind several is meant for all of them, and for no single one. */
function standsAlone(text: string, first: PlacedClause, last: PlacedClause, cap: PlacedClause): boolean {
  const between = text.slice(last.end, cap.core);
  const stop = Math.max(between.lastIndexOf('。'), between.lastIndexOf(';'), between.lastIndexOf('\n'));
  if (stop < 0 || /[的未每无]/.test(between.slice(stop))) return false;
  return /[;\n]/.test(between) || !/[。\n]/.test(text.slice(first.core, last.core));
}

/** 以上两项最多加3分, 四项合计不超过6分: how many of the clauses before it the words of a cap name; 0 where they name none. */
function namedItems(words: string, most: number): number {
  if (/(?:以上|上述|前述)(?:各|所有|全部)?(?:项|条|款|情形|加分|扣分)/.test(words)) return most;
  const count = /(?<![每第单各同0-9])([2-9])(?:个)?(?:大|小)?[项条款者]/.exec(words);
  return count === null ? 0 : Math.min(most, Number(count[1]));
}

/**
 * Settles which clauses a cap is meant for: right behind one clause, that one carries it; after a comma, the clauses of
 * its kind since the last cap of the sentence; standing alone, all of its kind before it.
 */
function capped(placed: PlacedClause[], at: number, text: string): void {
  const cap = placed[at];
  if (cap?.body.kind !== 'cap' || !isBounded(cap.body)) return;
  const { of, together, points } = cap.body;
  let covers = 0;
  let inSentence = 0;
  let first: PlacedClause | null = null;
  let last: number | null = null;
  for (let index = at - 1; index >= 0; index -= 1) {
    const each = placed[index];
    if (each === undefined) break;
    if (each.body.kind === 'cap' && each.body.of === of && isBounded(each.body)) break;
    if (!isOf(each.body, of)) continue;
    if ('cap' in each.body && each.body.cap !== undefined && !together) break;
    last ??= index;
    first = each;
    covers += 1;
    if (inSentence === covers - 1 && !/[。;\n]/.test(text.slice(each.end, cap.core))) inSentence += 1;
  }
  const before = last === null ? undefined : placed[last];
  const attached = before !== undefined && !/[,;。、:)\n]/.test(text.slice(before.end, cap.core));
  if (
    attached &&
    last !== null &&
    points !== null &&
    !together &&
    'points' in before.body &&
    before.body.kind !== 'earn'
  ) {
    placed[last] = { ...before, end: cap.end, body: { ...before.body, cap: points } as ClauseBody };
    placed.splice(at, 1);
    return;
  }
  const named = namedItems(text.slice(cap.start, cap.core), covers);
  const wholeItem = /本项|该项|总/.test(text.slice(cap.start, cap.core));
  const alone = first !== null && before !== undefined && standsAlone(text, first, before, cap);
  placed[at] = {
    ...cap,
    body: {
      ...cap.body,
      covers:
        points === null && attached && !together
          ? 1
          : inSentence > 0 && !wholeItem
            ? Math.max(inSentence, named)
            : covers,
      together: together || alone,
    },
  };
}

/** 扣完为止 is said of the deductions of its sentence; behind a single loss it says that the loss repeats. */
function exhausted(placed: PlacedClause[], at: number, text: string): void {
  const cap = placed[at];
  if (cap?.body.kind !== 'cap' || isBounded(cap.body)) return;
  if (!/扣(?:完|光|尽)/.test(text.slice(cap.start, cap.end))) return;
  let covers = 0;
  for (let index = at - 1; index >= 0; index -= 1) {
    const each = placed[index];
    if (each === undefined || (each.body.kind === 'cap' && !isBounded(each.body))) break;
    if (isOf(each.body, 'deduction')) covers += 1;
  }
  placed[at] = { ...cap, body: { ...cap.body, covers } };
}

/** Settles for every cap which clauses it is meant for. */
export function withScopes(read: readonly PlacedClause[], text: string): PlacedClause[] {
  const placed = [...read];
  for (let index = 0; index < placed.length; index += 1) {
    const before = placed.length;
    directed(placed, index);
    exhausted(placed, index, text);
    capped(placed, index, text);
    if (placed.length < before) index -= 1;
  }
  return placed;
}
