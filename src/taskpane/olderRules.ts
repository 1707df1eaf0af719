/** What an engine may lack: gaps between boxes in a row (Chromium 84), :focus-visible (86), padding-inline (87). */
export interface Lacks {
  readonly flexGap: boolean;
  readonly focusVisible: boolean;
  readonly inlineSides: boolean;
}

/** A legend lies outside the boxes of its fieldset. */
const NEITHER_LAST = ':not(:last-child):not(legend)';

/** One class and what it declares: the form of all rules that lay out. */
const CLASS_RULE = /^\.([\w-]+)\s*\{([^{}]*)\}$/;

/**
 * Gaps become margins behind the boxes but the last; in rows that wrap, half of the gap goes all around each. Which of these, a
 * box learns from the classes of the box that holds it, each of which says one thing only: direction, wrapping, or grid (which
 * has its gaps already). The more a class decides, the more often its selector names it.
 */
export class OlderRules {
  readonly #gaps = new Map<string, string>();
  readonly #wraps = new Set<string>();

  constructor(private readonly lacks: Lacks) {}

  /** The rules to be put in the place of this one. */
  of(rule: string): string[] {
    const seen = this.lacks.focusVisible ? withoutFocusVisible(rule) : rule;
    const sided = this.lacks.inlineSides ? withoutInlineSides(seen) : seen;
    return this.lacks.flexGap ? [sided, ...this.#margins(rule)] : [sided];
  }

  #margins(rule: string): string[] {
    const [, name, body] = CLASS_RULE.exec(rule.trim()) ?? [];
    if (name === undefined || body === undefined) return [];
    const declared = declarations(body);
    const rules: string[] = [];
    const children = (times: number) => `${`.${name}`.repeat(times)} > *`;
    const gap = declared.get('gap') ?? declared.get('column-gap');
    if (gap !== undefined && !/^0\w*$/.test(gap)) {
      this.#gaps.set(name, gap);
      rules.push(
        `${children(1)}{--gap-down:0;--gap-along:1}`,
        `${children(2)}${NEITHER_LAST}{margin-bottom:calc(${gap} * var(--gap-down));margin-right:calc(${gap} * var(--gap-along))}`,
      );
      for (const wrap of this.#wraps) rules.push(around(wrap, name, gap));
    }
    if (declared.get('flex-direction') === 'column') rules.push(`${children(2)}{--gap-down:1;--gap-along:0}`);
    if (declared.get('flex-wrap') === 'wrap') {
      this.#wraps.add(name);
      for (const [other, its] of this.#gaps) rules.push(around(name, other, its));
    }
    if (declared.get('display') === 'grid') rules.push(`${children(3)}{--gap-down:0;--gap-along:0}`);
    return rules;
  }
}

function around(wrap: string, gap: string, length: string): string {
  return `.${wrap}.${gap}.${gap}.${gap} > *{margin:calc(${length} / 2)}`;
}

function declarations(body: string): Map<string, string> {
  const parts = body.split(';').map((part) => part.split(':'));
  return new Map(parts.map(([property = '', ...value]) => [property.trim(), value.join(':').trim()]));
}

/**
 * Fluent UI draws its own ring where its script has marked the focus of who uses the keyboard. A rule that only takes the engine's
 * ring away holds for every focus: such an engine draws it after a click, too.
 */
function withoutFocusVisible(rule: string): string {
  const takesRing = /\{\s*outline-style:\s*none;?\s*\}/.test(rule);
  return rule.replace(/:focus-visible/g, takesRing ? ':focus' : '[data-fui-focus-visible]');
}

function withoutInlineSides(rule: string): string {
  return rule.replace(/(padding|margin)-inline:([^;{}]+)/g, (_whole, box: string, value: string) => {
    const [start = '', end = start] = value.trim().split(/ +(?![^(]*\))/);
    return `${box}-left:${start};${box}-right:${end}`;
  });
}
