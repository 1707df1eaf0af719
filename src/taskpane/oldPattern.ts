/*
 * Regular expressions with lookbehind for engines that have none. The build for WPS puts calls of `oldPattern` in the place
 * of such literals, which the syntax of ES2017 does not have, and of RegExp's constructor.
 */

/** Patterns made so far, by flags and source; one whose `lastIndex` moves is made anew each time. */
const known = new Map<string, RegExp>();
const MOST_KNOWN = 500;

/**
 * As `new RegExp(source, flags)`, in any engine.
 * @throws SyntaxError where the pattern looks back elsewhere than where its match begins: that cannot be done from outside
 */
export function oldPattern(source: string | RegExp, flags = ''): RegExp {
  if (typeof source !== 'string' || /[gy]/.test(flags)) return made(source, flags);
  const key = `${flags}/${source}`;
  let pattern = known.get(key);
  if (pattern === undefined) {
    pattern = made(source, flags);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, pattern);
  }
  return pattern;
}

function made(source: string | RegExp, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (fault) {
    const text = typeof source === 'string' ? source : source.source;
    if (!/\(\?<[=!]/.test(text)) throw fault;
    return new LookingBack(text, flags);
  }
}

/** One lookbehind: where it stands in the source, and what has to end, or not, where the match begins. */
interface Lookbehind {
  readonly from: number;
  readonly to: number;
  readonly isWanted: boolean;
  readonly ending: RegExp;
  /** More characters than it can take in. */
  readonly reach: number;
}

/**
 * A regular expression whose lookbehinds all stand where a match begins, so that each is true or false of a place before
 * anything is matched there. Without them the pattern finds at least the same places; at each place that it finds, the
 * pattern with the true ones left out and the false ones failing gives the very match that the whole one would.
 */
export class LookingBack extends RegExp {
  readonly #whole: string;
  readonly #behind: readonly Lookbehind[];
  readonly #plainFlags: string;
  readonly #forms = new Map<string, RegExp>();

  /** What the language itself makes copies with takes a pattern, too. */
  constructor(pattern: string | RegExp, flags = typeof pattern === 'string' ? '' : pattern.flags) {
    const whole = typeof pattern === 'string' ? pattern : pattern.source;
    if (/[mu]/.test(flags)) throw unsupported(whole);
    const behind = lookbehindsIn(whole, flags.replace(/[gy]/g, ''));
    super(
      formOf(
        whole,
        behind,
        behind.map(() => true),
      ),
      flags,
    );
    this.#whole = whole;
    this.#behind = behind;
    this.#plainFlags = flags.replace(/[gy]/g, '');
  }

  override get source(): string {
    return this.#whole;
  }

  override exec(text: string): RegExpExecArray | null {
    const moves = this.global || this.sticky;
    const search = this.#form(
      this.#behind.map(() => true),
      this.sticky ? 'y' : 'g',
    );
    let from = moves ? this.lastIndex : 0;
    for (;;) {
      search.lastIndex = from;
      const found = search.exec(text);
      const match = found === null ? null : this.#matchAt(text, found);
      if (match !== null) {
        if (moves) this.lastIndex = match.index + match[0].length;
        return match;
      }
      if (found === null || this.sticky) break;
      from = found.index + 1;
    }
    if (moves) this.lastIndex = 0;
    return null;
  }

  /** The match where one was found that asked for no lookbehind. */
  #matchAt(text: string, found: RegExpExecArray): RegExpExecArray | null {
    const truths = this.#behind.map(({ isWanted, ending, reach }) => {
      const before = text.slice(Math.max(0, found.index - reach), found.index);
      return ending.test(before) === isWanted;
    });
    if (truths.every(Boolean)) return found;
    const form = this.#form(truths, 'y');
    form.lastIndex = found.index;
    return form.exec(text);
  }

  #form(truths: readonly boolean[], flag: 'g' | 'y'): RegExp {
    const key = flag + truths.map(Number).join('');
    let form = this.#forms.get(key);
    if (form === undefined) {
      form = new RegExp(formOf(this.#whole, this.#behind, truths), this.#plainFlags + flag);
      this.#forms.set(key, form);
    }
    return form;
  }
}

/** The source with each lookbehind left out where it is true, and failing where it is not. */
function formOf(source: string, behind: readonly Lookbehind[], truths: readonly boolean[]): string {
  let form = '';
  let at = 0;
  behind.forEach(({ from, to }, index) => {
    form += source.slice(at, from) + (truths[index] === true ? '' : '(?!)');
    at = to;
  });
  return form + source.slice(at);
}

interface Group {
  /** Nothing was matched yet where it begins. */
  readonly isFirst: boolean;
  /** What is in it only looks ahead. */
  readonly isAhead: boolean;
  /** How many lookbehinds stood before it. */
  readonly before: number;
}

function lookbehindsIn(source: string, flags: string): Lookbehind[] {
  const found: Lookbehind[] = [];
  const groups: Group[] = [];
  let isFirst = true;
  for (let at = 0; at < source.length;) {
    const rest = source.slice(at, at + 4);
    const opening = /^\(\?<[=!]/.exec(rest);
    if (opening !== null) {
      const to = endOf(source, at);
      if (!isFirst || groups.some(({ isAhead }) => isAhead)) throw unsupported(source);
      found.push(lookbehind(source, at, to, flags));
      at = to;
      continue;
    }
    const sign = source.charAt(at);
    const length = lengthAt(source, at);
    if (sign === '(') {
      groups.push({ isFirst, isAhead: /^\(\?[=!]/.test(rest), before: found.length });
      at += /^\(\?[=!:]/.test(rest) ? 3 : 1;
      continue;
    }
    if (sign === '|') isFirst = groups.length === 0 ? true : (groups[groups.length - 1]?.isFirst ?? true);
    else if (sign === ')') {
      const group = groups.pop();
      isFirst = group?.isAhead === true && group.isFirst;
      // Gone through again, its lookbehinds would stand behind a match.
      if (group !== undefined && found.length > group.before && /^[*+{]/.test(source.slice(at + 1)))
        throw unsupported(source);
    } else if (!/^(?:[\^$]|\\[bB])/.test(rest)) isFirst = false;
    at += length;
  }
  return found;
}

function lookbehind(source: string, from: number, to: number, flags: string): Lookbehind {
  const inner = source.slice(from + 4, to - 1);
  // Groups that capture or look around would mean something else outside.
  const bare = inner.replace(/\[(?:[^\]\\]|\\[^])*\]|\\[^1-9bB]/g, 'x');
  if (/\((?!\?:)|\\/.test(bare)) throw unsupported(source);
  return {
    from,
    to,
    isWanted: source.charAt(from + 3) === '=',
    ending: new RegExp(`(?:${inner})$`, flags),
    reach: reachOf(bare),
  };
}

/** Each sign takes in one character at most, as often as the counts around it say. */
function reachOf(bare: string): number {
  if (/[*+]|,\}/.test(bare)) return Infinity;
  const counts = Array.from(bare.match(/\d+(?=\})/g) ?? [], Number);
  return counts.reduce((product, count) => product * Math.max(1, count), bare.length) + 1;
}

/** Where the group that begins here ends. */
function endOf(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; at += lengthAt(source, at)) {
    const sign = source.charAt(at);
    if (sign === '(') depth++;
    if (sign === ')' && --depth === 0) return at + 1;
  }
  throw unsupported(source);
}

/** How long the escape, the class or the sign at this place is. */
function lengthAt(source: string, at: number): number {
  const sign = source.charAt(at);
  if (sign === '\\') return 2;
  if (sign !== '[') return 1;
  const close = /^\[(?:[^\]\\]|\\[^])*\]/.exec(source.slice(at));
  return close === null ? 1 : close[0].length;
}

function unsupported(source: string): SyntaxError {
  return new SyntaxError(`No lookbehind for old engines: ${source}`);
}
