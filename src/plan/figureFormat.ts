/**
 * Whether a number format (its code in English, `General` or `0.00"分"`) shows a computed figure as it is: in a column of
 * whole scores (`0`) a total of 90.05 would stand as 90, and in a cell of text (`@`) a formula turns into its own words as
 * soon as somebody edits it. Two decimals are enough for a total.
 */
export function showsFigure(code: string): boolean {
  return (/[0#?]\.[0#?]{2}/.test(code) || /general/i.test(code)) && !code.includes('%');
}
