/** A suspected slip: what stands there and what was meant. */
interface Slip {
  readonly text: string;
  readonly meant: string;
}

const PAIRS = new Map([
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['【', '】'],
  ['〔', '〕'],
]);
const CLOSERS = new Map([...PAIRS].map(([open, close]) => [close, open]));
const HALF = new Map([
  ['（', '('],
  ['）', ')'],
]);
/** 1）and 一） number a line. */
const LINE_NUMBER = /(?:^|[\s。；;，,：:、])[0-9一二三四五六七八九十a-zA-Z①-⑳]{1,3}$/;
const AROUND = 8;

function plain(bracket: string): string {
  return HALF.get(bracket) ?? bracket;
}

function sameKind(open: string, close: string): boolean {
  const wanted = plain(PAIRS.get(open) ?? '');
  return wanted === plain(close);
}

/** Brackets that were opened and never closed, or closed and never opened; the widths of a pair may differ. */
export function openBrackets(text: string): Slip[] {
  const open: { bracket: string; at: number }[] = [];
  const slips: Slip[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (PAIRS.has(character)) open.push({ bracket: character, at });
    else if (CLOSERS.has(character)) {
      const last = open[open.length - 1];
      if (last !== undefined && sameKind(last.bracket, character)) open.pop();
      else if (!LINE_NUMBER.test(text.slice(Math.max(0, at - 4), at))) {
        const before = text.slice(Math.max(0, at - AROUND), at);
        slips.push({ text: before + character, meant: (CLOSERS.get(character) ?? '') + before + character });
      }
    }
  }
  for (const { bracket, at } of open) {
    const after = /^[^，。；,;\n（(《]{0,8}/.exec(text.slice(at + 1))?.[0] ?? '';
    slips.push({ text: bracket + after, meant: bracket + after + (PAIRS.get(bracket) ?? '') });
  }
  return slips.slice(0, 5);
}

/** （区、新闻办、区文明办）: a level torn off its office, where another office of the list carries the same level. */
export function nameSlips(text: string): Slip[] {
  const slips: Slip[] = [];
  for (const bracket of text.matchAll(/[（(]([^（）()]{1,80})[）)]/g)) {
    const names = (bracket[1] ?? '').split('、');
    names.forEach((name, index) => {
      const next = names[index + 1] ?? '';
      const torn =
        /^[区市县省]$/.test(name) &&
        next.length >= 3 &&
        !next.startsWith(name) &&
        !/^[区市县省国乡镇街]/.test(next);
      if (
        torn &&
        names.some((other, place) => place !== index && other.length > 2 && other.startsWith(name))
      ) {
        slips.push({ text: `${name}、${next}`, meant: name + next });
      }
    });
  }
  return slips;
}
