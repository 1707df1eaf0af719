/** Most decimals that are shown: as many as points arithmetic keeps. */
const DECIMALS = 6;

/**
 * A number as people write it: no exponent, no float noise, no trailing zeros. By hand, for `Intl` is broken in some
 * office suites' browsers.
 */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '?';
  if (Number.isInteger(value) || Math.abs(value) >= 1e15) return String(value);
  const fixed = value.toFixed(DECIMALS).replace(/\.?0+$/, '');
  return fixed === '-0' || fixed === '' ? '0' : fixed;
}

/** The beginning of a long text, on one line, cut between characters and never inside one. */
export function shorten(text: string, length: number): string {
  if (text.length <= length && !/\s/.test(text)) return text;
  const characters = [
    ...text
      .slice(0, length * 4)
      .replace(/\s+/g, ' ')
      .trim(),
  ];
  const whole = characters.length <= length && text.length <= length * 4;
  return whole ? characters.join('') : `${characters.slice(0, length).join('')}…`;
}
