/** Share of characters that two short names have in common, 0–1, each counted as often as it stands in both (Dice). */
export function alike(a: string, b: string): number {
  const counts = new Map<string, number>();
  for (const character of a) counts.set(character, (counts.get(character) ?? 0) + 1);
  let common = 0;
  for (const character of b) {
    const left = counts.get(character) ?? 0;
    if (left === 0) continue;
    counts.set(character, left - 1);
    common += 1;
  }
  const total = [...a].length + [...b].length;
  return total === 0 ? 0 : (2 * common) / total;
}
