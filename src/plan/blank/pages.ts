/** A4 across less the margins, in points. */
export const PAGE = { width: 757, height: 507 } as const;
/** Points of a character of column width in the standard font, 宋体 11. */
const CHARACTER = 6;

/**
 * First rows of the sections that a page's end will tear: their names stand at the top, or the middle of the merged cell,
 * with the name, might fall on another page or into the tear. An estimate: programs differ by a line or two.
 */
export function tornSections(
  heights: ReadonlyMap<number, number>,
  sections: readonly { readonly top: number; readonly bottom: number }[],
  header: number,
  width: number,
): ReadonlySet<number> {
  const scale = Math.min(1, PAGE.width / (width * CHARACTER));
  const room = PAGE.height / scale;
  const repeated = heights.get(header) ?? 0;
  const pageOf = new Map<number, number>();
  let [page, used] = [0, 0];
  for (const [row, height] of [...heights].sort(([a], [b]) => a - b)) {
    if (used + height > room) {
      page += 1;
      used = repeated;
    }
    used += height;
    pageOf.set(row, page);
  }
  return new Set(
    sections.filter(({ top, bottom }) => pageOf.get(top) !== pageOf.get(bottom)).map(({ top }) => top),
  );
}
