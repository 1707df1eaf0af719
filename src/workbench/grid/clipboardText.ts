/**
 * The cells of a text as spreadsheets put it on the clipboard: tabs between cells, line ends between rows, and quotes
 * around a cell that holds either.
 */
export function cellsOfText(text: string): string[][] {
  const rows: string[][] = [[]];
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  let at = 0;
  for (;;) {
    let field;
    const quoted = body[at] === '"' ? /"((?:[^"]|"")*)"(?=[\t\n]|$)/y : null;
    if (quoted !== null) quoted.lastIndex = at;
    const match = quoted?.exec(body) ?? null;
    if (match !== null && /[\t\n"]/.test(match[1] ?? '')) {
      field = (match[1] ?? '').replace(/""/g, '"');
      at += match[0].length;
    } else {
      const from = at;
      while (at < body.length && body[at] !== '\t' && body[at] !== '\n') at++;
      field = body.slice(from, at);
    }
    rows[rows.length - 1]!.push(field);
    if (at >= body.length) return rows;
    if (body[at] === '\n') rows.push([]);
    at++;
  }
}

/** A pasted text as a cell's value: a number where it plainly is one. Never a formula, whatever it begins with. */
export function pastedValue(text: string): string | number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^[+-]?(?:0|[1-9]\d{0,14})?(?:\.\d{0,15})?$/.test(trimmed) && /\d/.test(trimmed)
    ? Number(trimmed)
    : text;
}

/** Cells as spreadsheets put them on the clipboard: what `cellsOfText` reads. */
export function textOfCells(cells: readonly (readonly string[])[]): string {
  const quoted = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return cells.map((row) => row.map(quoted).join('\t')).join('\n');
}
