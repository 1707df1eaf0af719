import type { CellRef } from '../../../rubric/finding';
import { cellAddress, parseRect, rectAddress } from '../../../sheet/address';
import { HostError } from '../../host';
import { cellXml, holds } from './cellXml';
import type { StringLookup } from './cellXml';
import { mergeEdits } from './mergeEdits';
import type { MergedEdit } from './mergeEdits';
import { SheetCells } from './sheetCells';
import type { CellElement, RowElement } from './sheetCells';
import { SHEET_ORDER } from './sheetOrder';
import { applySplices } from './splice';
import type { Splice } from './splice';
import type { StoredEdit } from './storedContent';
import {
  appendInside,
  attributeOf,
  attributesOf,
  childNamed,
  escapeAttribute,
  escapeText,
  insertChild,
  setAttribute,
} from './xmlTree';

export interface CellsEdited {
  readonly text: string;
  /** Cells whose bytes changed. */
  readonly cells: number;
  /** Some value or formula changed, so that what depends on it is to be computed anew. */
  readonly contents: boolean;
  /** A cell gained or lost a formula. */
  readonly formulas: boolean;
}

/** One cell's new XML (null: unchanged content, new style) and what it replaces. */
interface Change extends MergedEdit {
  readonly existing: CellElement | undefined;
  readonly style: string | null;
  readonly writesContent: boolean;
}

/**
 * Splices cells into a worksheet's XML. Whatever holds the wanted content and look already keeps its bytes, and so does
 * everything around. `resultStyle` gives the style of a formula that takes the look of a cell of some style.
 * Throws a HostError where a cell lies in an array formula or data table of several cells.
 */
export function editCells(
  text: string,
  part: string,
  edits: readonly StoredEdit[],
  strings: StringLookup,
  resultStyle: (style: string | null) => string | null = (style) => style,
): CellsEdited {
  const sheet = new SheetCells(text, part);
  const changes = mergeEdits(edits)
    .map((edit) => planChange(sheet, edit, strings, resultStyle))
    .filter((change) => change !== null);
  if (changes.length === 0) return { text, cells: 0, contents: false, formulas: false };
  const splices = [
    ...rowSplices(sheet, changes),
    ...unshareSplices(sheet, changes),
    ...dimensionSplices(sheet, changes),
  ];
  return {
    text: applySplices(text, splices),
    cells: changes.length,
    contents: changes.some(({ writesContent }) => writesContent),
    formulas: changes.some(
      ({ existing, content, writesContent }) =>
        writesContent && (existing?.formula !== undefined) !== (content?.kind === 'formula'),
    ),
  };
}

function planChange(
  sheet: SheetCells,
  edit: MergedEdit,
  strings: StringLookup,
  resultStyle: (style: string | null) => string | null,
): Change | null {
  const existing = sheet.cell(edit);
  const own = sheet.styleOf(edit);
  const { content } = edit;
  const look = edit.like === null ? own : sheet.styleOf(edit.like);
  const style = edit.like !== null && content?.kind === 'formula' ? resultStyle(look) : look;
  const empties = content === null || (content.kind === 'value' && content.value === null);
  const writesContent =
    content !== null && (existing === undefined ? !empties : !holds(sheet, existing, content, strings));
  if (!writesContent && style === own) return null;
  if (writesContent) refuseInBlock(sheet, edit);
  return { ...edit, existing, style, writesContent };
}

function refuseInBlock(sheet: SheetCells, { row, column }: CellRef): void {
  const inside = sheet
    .joint()
    .blocks.some((b) => row >= b.top && row <= b.bottom && column >= b.left && column <= b.right);
  if (inside) {
    const cell = cellAddress({ row, column });
    throw new HostError('write-failed', { part: sheet.part, cell, reason: 'array-formula' });
  }
}

/** The XML that takes an existing cell's place. */
function replaceCell(sheet: SheetCells, change: Change, cell: CellElement): Splice[] {
  const { text } = sheet;
  const { element } = cell;
  if (!change.writesContent) return setAttribute(text, element, 's', change.style);
  const xml = cellXml(sheet, change, change.content, change.style);
  return [{ from: element.start, to: element.end, text: xml }];
}

function rowSplices(sheet: SheetCells, changes: readonly Change[]): Splice[] {
  const byRow = new Map<number, Change[]>();
  for (const change of changes) byRow.set(change.row, [...(byRow.get(change.row) ?? []), change]);
  const splices: Splice[] = [];
  const newRows: { readonly index: number; readonly xml: string }[] = [];
  const { prefix } = sheet.root;
  for (const [index, inRow] of byRow) {
    const row = sheet.row(index);
    if (row !== undefined) splices.push(...splicesInRow(sheet, row, inRow));
    else {
      const cells = inRow.map((change) => cellXml(sheet, change, change.content, change.style)).join('');
      newRows.push({ index, xml: `<${prefix}row r="${index + 1}">${cells}</${prefix}row>` });
    }
  }
  return [...splices, ...newRowSplices(sheet, newRows)];
}

function newRowSplices(sheet: SheetCells, rows: readonly { index: number; xml: string }[]): Splice[] {
  if (rows.length === 0) return [];
  const { data, root, text } = sheet;
  const append: string[] = [];
  const splices: Splice[] = [];
  for (const { index, xml } of rows) {
    const later = sheet.rows.find((row) => row.index > index)?.element;
    if (later === undefined) append.push(xml);
    else splices.push({ from: later.start, to: later.start, text: xml });
  }
  const tail = append.join('');
  if (data === undefined) {
    const xml = `<${root.prefix}sheetData>${tail}</${root.prefix}sheetData>`;
    splices.push(insertChild(text, root, SHEET_ORDER, 'sheetData', xml));
  } else if (tail !== '') splices.push(appendInside(text, data, tail));
  return splices;
}

function splicesInRow(sheet: SheetCells, row: RowElement, changes: readonly Change[]): Splice[] {
  const { text } = sheet;
  const splices: Splice[] = [];
  let tail = '';
  for (const change of changes) {
    if (change.existing !== undefined) {
      splices.push(...replaceCell(sheet, change, change.existing));
      continue;
    }
    const xml = cellXml(sheet, change, change.content, change.style);
    const later = sheet.cellsOf(row).find((cell) => cell.column > change.column)?.element;
    if (later === undefined) tail += xml;
    else splices.push({ from: later.start, to: later.start, text: xml });
  }
  splices.push(...spansSplices(sheet, row, changes));
  if (tail === '') return splices;
  const last = appendInside(text, row.element, tail);
  // The start tag of `<row …/>` may have had its spans set: that place and this one touch but do not overlap.
  return [...splices, last];
}

/** Widens a row's `spans` (a hint on which columns are used) where a new cell lies outside. */
function spansSplices(sheet: SheetCells, row: RowElement, changes: readonly Change[]): Splice[] {
  const spans = attributeOf(sheet.text, row.element, 'spans');
  const bounds = (spans ?? '').split(/[\s:]+/).map(Number);
  if (spans === undefined || bounds.some((n) => !(n > 0))) return [];
  const columns = changes.map(({ column }) => column + 1);
  const from = Math.min(...bounds, ...columns);
  const to = Math.max(...bounds, ...columns);
  if (from === Math.min(...bounds) && to === Math.max(...bounds)) return [];
  return setAttribute(sheet.text, row.element, 'spans', `${from}:${to}`);
}

/** Followers of a shared formula whose first cell is overwritten get their own formula, spelt out. */
function unshareSplices(sheet: SheetCells, changes: readonly Change[]): Splice[] {
  const { text } = sheet;
  const overwritten = new Set(
    changes.filter(({ writesContent }) => writesContent).map((change) => cellAddress(change)),
  );
  const splices: Splice[] = [];
  const masterGone = changes.some(
    ({ existing, writesContent }) => writesContent && existing?.formula !== undefined,
  );
  if (!masterGone) return splices;
  for (const follower of sheet.joint().followers) {
    if (follower.formula === undefined || overwritten.has(cellAddress(follower))) continue;
    if (!overwritten.has(cellAddress(follower.master))) continue;
    const { prefix } = follower.formula;
    const kept = attributesOf(text, follower.formula)
      .filter(([name]) => !['t', 'si', 'ref'].includes(name))
      .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
    const xml = `<${prefix}f${kept.join('')}>${escapeText(follower.text)}</${prefix}f>`;
    splices.push({ from: follower.formula.start, to: follower.formula.end, text: xml });
  }
  return splices;
}

function dimensionSplices(sheet: SheetCells, changes: readonly Change[]): Splice[] {
  const dimension = childNamed(sheet.root, 'dimension');
  const area = dimension && parseRect(attributeOf(sheet.text, dimension, 'ref') ?? '');
  if (dimension === undefined || !area) return [];
  const rows = changes.map(({ row }) => row);
  const columns = changes.map(({ column }) => column);
  const wider = {
    top: Math.min(area.top, ...rows),
    left: Math.min(area.left, ...columns),
    bottom: Math.max(area.bottom, ...rows),
    right: Math.max(area.right, ...columns),
  };
  const same = rectAddress(wider) === rectAddress(area);
  return same ? [] : setAttribute(sheet.text, dimension, 'ref', rectAddress(wider));
}
