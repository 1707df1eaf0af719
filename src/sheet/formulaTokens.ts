/** One piece of a formula. */
export type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'reference'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string };

/** Longest formula that a spreadsheet takes. */
const LONGEST = 8192;
const SPACE = /\s+/y;
const PIECE =
  /(\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})?)(?![\w(.!])|(\d+(?:\.\d*)?(?:[eE][+-]?\d{1,3})?|\.\d+)|([A-Za-z]+)(?=\s*\()|(<=|>=|<>|[-+*/%(),<>=])|("(?:[^"]|"")*")/y;

/**
 * The pieces of a formula (without `=`); null when it holds anything but numbers, texts, references, functions and
 * + - * / % ( ) , < > =
 */
export function tokenize(formula: string): Token[] | null {
  if (formula === '' || formula.length > LONGEST) return null;
  const tokens: Token[] = [];
  let position = 0;
  while (position < formula.length) {
    SPACE.lastIndex = position;
    if (SPACE.test(formula)) {
      position = SPACE.lastIndex;
      continue;
    }
    PIECE.lastIndex = position;
    const match = PIECE.exec(formula);
    if (match === null) return null;
    position = PIECE.lastIndex;
    const [, reference, number, name, sign, text] = match;
    if (reference !== undefined) tokens.push({ kind: 'reference', text: reference });
    else if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else if (text !== undefined) tokens.push({ kind: 'text', value: text.slice(1, -1).replace(/""/g, '"') });
  }
  return tokens;
}
