import type { BookSnapshot, Grid, GridCell } from '../../../sheet/grid';
import { cellAddress, rectAddress } from '../../../sheet/address';
import { bookBytes, MAIN, RELATIONSHIPS } from './bookPackage';
import { XML_HEAD } from './packageEdit';
import { escapeText, escapeXstring } from './xmlTree';

/** Characters of width one: a Chinese one counts two. */
const MOST_WIDTH = 50;
const LEAST_WIDTH = 8.43;

function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += char.charCodeAt(0) > 0x2e7f ? 2 : 1;
  return width;
}

function cellXml(row: number, { column, value, formula }: GridCell): string {
  const head = `<c r="${cellAddress({ row, column })}"`;
  // '' stands for a shared formula whose text the source did not give.
  const f = formula === null || formula === '' ? '' : `<f>${escapeText(formula)}</f>`;
  if (value === null) return f === '' ? '' : `${head}>${f}</c>`;
  if (typeof value === 'number') return `${head}>${f}<v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${head} t="b">${f}<v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'object') return `${head} t="e">${f}<v>${escapeText(value.error)}</v></c>`;
  const text = escapeXstring(value);
  const style = value.includes('\n') || widthOf(value) > MOST_WIDTH ? ' s="1"' : '';
  return f === ''
    ? `${head}${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
    : `${head}${style} t="str">${f}<v>${text}</v></c>`;
}

/** Columns wide enough for what stands in them (cells of wide merges aside), up to a line of some 25 characters. */
function columnsXml(grid: Grid): string {
  const merged = new Set(
    (grid.merges ?? []).filter((m) => m.right > m.left).map((m) => `${m.top},${m.left}`),
  );
  const widths = new Map<number, number>();
  for (const { index, cells } of grid.rows) {
    for (const { column, value } of cells) {
      if (value === null || typeof value === 'object' || merged.has(`${index},${column}`)) continue;
      const lines = String(value).split('\n').map(widthOf);
      const width = Math.min(MOST_WIDTH, lines.reduce((a, b) => Math.max(a, b), 0) + 2);
      widths.set(column, Math.max(widths.get(column) ?? LEAST_WIDTH, width));
    }
  }
  const hidden = (column: number) =>
    grid.hiddenColumns.some(({ from, to }) => column >= from && column <= to);
  const cols = [...widths]
    .sort(([a], [b]) => a - b)
    .map(([column, width]) => {
      const flag = hidden(column) ? ' hidden="1"' : '';
      return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"${flag}/>`;
    });
  return cols.length === 0 ? '' : `<cols>${cols.join('')}</cols>`;
}

function sheetXml(grid: Grid, selected: boolean): string {
  const hidden = (row: number) => grid.hiddenRows.some(({ from, to }) => row >= from && row <= to);
  const rows = grid.rows.map(({ index, cells }) => {
    const flag = hidden(index) ? ' hidden="1"' : '';
    return `<row r="${index + 1}"${flag}>${cells.map((cell) => cellXml(index, cell)).join('')}</row>`;
  });
  const merges = (grid.merges ?? []).map((merge) => `<mergeCell ref="${rectAddress(merge)}"/>`);
  const last = rectAddress({
    top: 0,
    left: 0,
    bottom: Math.max(0, grid.lastRow),
    right: Math.max(0, grid.lastColumn),
  });
  return [
    `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><dimension ref="${last}"/>`,
    `<sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0"/></sheetViews>`,
    columnsXml(grid),
    `<sheetData>${rows.join('')}</sheetData>`,
    merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>',
  ].join('');
}

/** Names that Excel takes for sheets: up to 31 characters, none of `\ / ? * [ ] :`, all different in any case. */
function sheetNames(grids: readonly Grid[]): string[] {
  const taken = new Set<string>();
  return grids.map(({ name }, index) => {
    const safe =
      name
        .replace(/[\\/?*[\]:]/g, '_')
        .replace(/^'+|'+$/g, '')
        .slice(0, 31) || `Sheet${index + 1}`;
    let free = safe;
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${safe.slice(0, 27)} (${n})`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** The snapshot with sheet names that an .xlsx can carry. */
export function withSheetNames(snapshot: BookSnapshot): BookSnapshot {
  const names = sheetNames(snapshot.grids);
  return { ...snapshot, grids: snapshot.grids.map((grid, i) => ({ ...grid, name: names[i] ?? grid.name })) };
}

/**
 * Bytes of a plain .xlsx with the values, formulas, merges and hidden parts of a snapshot: what a format that is only
 * read becomes before it is written to. Sheet names must be fit (`withSheetNames`).
 */
export function newWorkbook(snapshot: BookSnapshot): Uint8Array {
  const { grids } = snapshot;
  const visible = Math.max(
    0,
    grids.findIndex(({ hidden }) => !hidden),
  );
  return bookBytes(
    grids.map((grid, i) => ({
      name: grid.name,
      hidden: grid.hidden && i !== visible,
      xml: sheetXml(grid, i === visible),
    })),
    visible,
  );
}
