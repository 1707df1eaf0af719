/**
 * Every match of a global expression, in order. `String.matchAll` copies the expression for each call; the reader asks some
 * eighty of them of every sentence, and most find nothing.
 */
export function matchesOf(expression: RegExp, text: string): readonly RegExpExecArray[] {
  expression.lastIndex = 0;
  let match = expression.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  while (match !== null) {
    found.push(match);
    if (match[0] === '') expression.lastIndex += 1;
    match = expression.exec(text);
  }
  return found;
}

const NONE: readonly RegExpExecArray[] = [];
