/** Strings, and references in brackets with an optional sheet on either side. */
const TOKEN = /"(?:[^"]|"")*"|\[([^\]]*)\]|;/g;

/** `$'一 表'.$A$1` → sheet and address. */
const ADDRESS = /^\$?((?:'(?:[^']|'')*')|[^.'$]*)\.(.+)$/;

function reference(body: string): string {
  const [first = '', last] = body.split(/:(?=[^:]*$)/);
  const side = (text: string) => {
    const match = ADDRESS.exec(text);
    return match === null ? { sheet: '', address: text } : { sheet: match[1] ?? '', address: match[2] ?? '' };
  };
  const from = side(first);
  const start = from.sheet === '' ? from.address : `${from.sheet}!${from.address}`;
  return last === undefined ? start : `${start}:${side(last).address}`;
}

/** An OpenFormula text (`of:=SUM([.A1:.B2];1)`) in A1 notation without `=`: `SUM(A1:B2,1)`. */
export function a1Formula(formula: string): string {
  const text = formula.replace(/^\w+:/, '').replace(/^=/, '');
  return text.replace(TOKEN, (token, body: string | undefined) => {
    if (token === ';') return ',';
    return body === undefined ? token : reference(body);
  });
}
