/** Whether two pieces of plain data say the same. Order counts in lists, and a property that is absent is not undefined. */
export function isSameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    for (let index = 0; index < a.length; index++) if (!isSameData(a[index], b[index])) return false;
    return true;
  }
  // Plain data has no other properties than its own; asking for lists of their names takes longer than comparing them.
  let more = 0;
  for (const key in a) {
    const theirs = b[key as keyof typeof b] as unknown;
    if (theirs === undefined && !Object.prototype.hasOwnProperty.call(b, key)) return false;
    if (!isSameData(a[key as keyof typeof a], theirs)) return false;
    more += 1;
  }
  for (const _ in b) more -= 1;
  return more === 0;
}
