/** Words remembered for one question, and the longest text worth it unless the question says otherwise. */
const MOST = 4000;
const LONGEST = 400;

/**
 * A question about a text, answered once for each text: the same few hundred words and sentences stand in every workbook
 * of a batch, and are looked at several times in each. Bounded, so that hostile files cannot fill the memory. Texts longer
 * than `longest` are answered afresh: for a question about short labels that costs less than looking them up.
 */
export function remember<T>(answer: (text: string) => T, longest = LONGEST): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return answer(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const fresh = answer(text);
    if (known.size >= MOST) known.clear();
    known.set(text, fresh);
    return fresh;
  };
}
