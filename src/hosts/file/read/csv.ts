import { MAX_COLUMNS, MAX_ROWS } from '../../../sheet/address';
import type { CellValue, Grid, GridCell, GridRow } from '../../../sheet/grid';

/**
 * Text of a .csv: by its byte order mark, else UTF-8 where the bytes are valid UTF-8, else GB 18030 (which holds GBK
 * and GB 2312), as Excel and WPS save it on a Chinese Windows.
 */
export function decodeCsv(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The delimiter met most often outside quotes in the first lines; a comma where there is none. */
function findDelimiter(text: string): string {
  const head = text.slice(0, 8192).replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string) => head.split(delimiter).length - 1;
  const [best] = [',', '\t', ';'].map((d) => [d, count(d)] as const).sort((a, b) => b[1] - a[1]);
  return best![0];
}

/** Digits as a person writes a number: no leading zeros (those are codes), at most the 15 digits a cell keeps. */
const NUMBER = /^[+-]?(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,14})?(?:\.\d{1,15})?$/;

/** A field as a cell's value: a number where it plainly is one. */
function fieldValue(field: string): CellValue {
  const trimmed = field.trim();
  if (trimmed === '') return null;
  return NUMBER.test(trimmed) && /\d/.test(trimmed) ? Number(trimmed.replace(/,/g, '')) : field;
}

/**
 * Reads RFC 4180 text, also with tabs or semicolons, any line ends, and quotes doubled inside quotes. Quoted fields
 * keep their line breaks. A quote that is never closed ends with the file.
 */
export function readCsv(text: string, sheetName: string): Grid {
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const delimiter = declared?.[1] ?? findDelimiter(text);
  const rows: GridRow[] = [];
  let cells: GridCell[] = [];
  let [row, column, lastColumn] = [0, 0, -1];
  let at = declared?.[0].length ?? 0;

  const endField = (field: string) => {
    const value = fieldValue(field);
    if (value !== null && column < MAX_COLUMNS) {
      cells.push({ column, value, formula: null });
      lastColumn = Math.max(lastColumn, column);
    }
    column++;
  };
  const endRow = () => {
    if (cells.length > 0) rows.push({ index: row, cells });
    cells = [];
    row++;
    column = 0;
  };

  while (at < text.length && row < MAX_ROWS) {
    let field = '';
    if (text[at] === '"') {
      for (at++; ;) {
        const close = text.indexOf('"', at);
        field += text.slice(at, close < 0 ? text.length : close);
        at = close < 0 ? text.length : close + 1;
        if (text[at] !== '"') break;
        field += '"';
        at++;
      }
    }
    const from = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
    endField(field + text.slice(from, at));
    if (text[at] === delimiter) {
      at++;
      if (at === text.length) endRow();
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    endRow();
  }
  return {
    name: sheetName,
    rows,
    merges: [],
    hidden: false,
    hiddenRows: [],
    hiddenColumns: [],
    lastRow: rows.at(-1)?.index ?? -1,
    lastColumn,
  };
}
