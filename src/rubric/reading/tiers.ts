import type { PlacedClause } from './placed';

/**
 * 1次扣1分，2次扣3分 counts in tiers: what stands there is no step that could be taken again. 1天扣0.5分，3天以上扣3分 leaves
 * the second day to the first amount, and is none.
 */
export function withTiers(
  placed: readonly PlacedClause[],
  weak: ReadonlySet<PlacedClause>,
  text: string,
): PlacedClause[] {
  const counts = (each: PlacedClause | undefined, unit: string): number[] => {
    // 每低2个百分点 counts on and on.
    const every = each !== undefined && 'unit' in each.body && !weak.has(each);
    const condition = each === undefined || every ? '' : text.slice(each.start, each.core);
    return [...condition.matchAll(/([0-9]+)(?:[-~至到]([0-9]+))?(个)?([\u4e00-\u9fff%])/g)]
      .filter((match) => unit === match[3] || unit.endsWith(match[4] ?? ''))
      .flatMap((match) => [Number(match[1]), Number(match[2] ?? match[1])]);
  };
  return placed.map((each, index) => {
    const { body } = each;
    if (!weak.has(each) || (body.kind !== 'deduct-per' && body.kind !== 'gain-per')) return each;
    const own = counts(each, body.unit);
    const tiered = [placed[index - 1], placed[index + 1]].some((other) =>
      counts(other, body.unit).some((count) => own.some((each) => Math.abs(count - each) === 1)),
    );
    const before = placed[index - 1];
    // 没有问题的得5分，有1个问题的得3分 is a scale, 完成一项得4分，部分完成得2分 is none.
    const scale =
      body.kind === 'gain-per' &&
      before?.body.kind === 'earn' &&
      /[无未零]|没有|不存在/.test(text.slice(before.start, before.core));
    if (!tiered && !scale) return each;
    const points = body.points;
    if (body.kind === 'deduct-per') return { ...each, body: { kind: 'deduct-flat', points, times: 1 } };
    return {
      ...each,
      body: earnsBeside(placed, index) ? { kind: 'earn', points } : { kind: 'gain-flat', points },
    };
  });
}

function earnsBeside(placed: readonly PlacedClause[], index: number): boolean {
  return [placed[index - 1], placed[index + 1]].some(
    (other) => other?.body.kind === 'earn' || other?.body.kind === 'gain-per',
  );
}
