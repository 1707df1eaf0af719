import type { CellRef } from '../../../rubric/finding';
import { cellAddress } from '../../../sheet/address';
import { HostError } from '../../host';
import { decodeXstring } from '../xmlText';
import type { MergedEdit } from './mergeEdits';
import type { CellElement, SheetCells } from './sheetCells';
import { attributeOf, childNamed, contentOf, escapeText, escapeXstring } from './xmlTree';
import type { XmlElement } from './xmlTree';

type Content = NonNullable<MergedEdit['content']>;

/** Text of the shared string with this index, null where there is none. */
export type StringLookup = (index: number) => string | null;

/** Runs and plain text of an `is` or `si` element joined, without phonetic guides. */
export function plainText(text: string, element: XmlElement): string {
  const parts = element.children.map((child) =>
    child.local === 't' ? contentOf(text, child) : child.local === 'r' ? plainText(text, child) : '',
  );
  return decodeXstring(parts.join(''));
}

/** Spreadsheets keep 15 significant digits: figures that agree in these are the same. */
const sameNumber = (a: number, b: number) => a === b || a.toPrecision(15) === b.toPrecision(15);

function valueOf(
  sheet: SheetCells,
  cell: CellElement,
  strings: StringLookup,
): string | number | null | undefined {
  const { text } = sheet;
  const type = attributeOf(text, cell.element, 't') ?? 'n';
  const v = childNamed(cell.element, 'v');
  const is = childNamed(cell.element, 'is');
  if (type === 'inlineStr') return is === undefined ? null : plainText(text, is);
  if (v === undefined) return null;
  const raw = contentOf(text, v);
  if (type === 's') return strings(Number(raw)) ?? undefined;
  if (type === 'str') return decodeXstring(raw);
  return type === 'n' && raw.trim() !== '' ? Number(raw) : undefined;
}

/** Whether a cell holds this content already; then its bytes stay. */
export function holds(
  sheet: SheetCells,
  cell: CellElement,
  content: Content,
  strings: StringLookup,
): boolean {
  const formula = sheet.formulaOf(cell);
  const wanted = content.kind === 'formula' ? content.formula.trim() : null;
  if (formula !== wanted) return false;
  const value = valueOf(sheet, cell, strings);
  const expected = content.kind === 'formula' ? content.cached : content.value;
  return typeof value === 'number' && typeof expected === 'number'
    ? sameNumber(value, expected)
    : value === expected;
}

/** Where a cell's XML goes: the part, and the prefix of its elements. */
interface CellPlace {
  readonly prefix: string;
  readonly part: string;
}

function numberText(value: number, { part }: CellPlace, ref: CellRef): string {
  if (!Number.isFinite(value)) {
    throw new HostError('write-failed', { part, cell: cellAddress(ref), reason: 'not-a-number' });
  }
  return String(value);
}

/** A cell's XML; with neither content nor style it still keeps its column's style away. */
export function cellXml(
  place: CellPlace,
  ref: CellRef,
  content: Content | null,
  style: string | null,
): string {
  const p = place.prefix;
  const head = `<${p}c r="${cellAddress(ref)}"${style === null ? '' : ` s="${style}"`}`;
  const tail = `</${p}c>`;
  if (content === null || (content.kind === 'value' && content.value === null)) {
    return `${head}/>`;
  }
  if (content.kind === 'formula') {
    const { cached } = content;
    const text = typeof cached === 'string';
    const value = text ? escapeXstring(cached) : numberText(cached, place, ref);
    const formula = `<${p}f>${escapeText(content.formula.trim())}</${p}f>`;
    return `${head}${text ? ' t="str"' : ''}>${formula}<${p}v>${value}</${p}v>${tail}`;
  }
  if (typeof content.value === 'number') {
    return `${head}><${p}v>${numberText(content.value, place, ref)}</${p}v>${tail}`;
  }
  const text = escapeXstring(content.value ?? '');
  return `${head} t="inlineStr"><${p}is><${p}t xml:space="preserve">${text}</${p}t></${p}is>${tail}`;
}
