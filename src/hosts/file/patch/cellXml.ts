import type { CellRef } from '../../../rubric/finding';
import { cellAddress } from '../../../sheet/address';
import { HostError } from '../../host';
import { decodeXstring } from '../xmlText';
import type { CellError, CellValue } from '../../../sheet/grid';
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

function valueOf(sheet: SheetCells, cell: CellElement, strings: StringLookup): CellValue | undefined {
  const { text } = sheet;
  const type = attributeOf(text, cell.element, 't') ?? 'n';
  const v = childNamed(cell.element, 'v');
  const is = childNamed(cell.element, 'is');
  if (type === 'inlineStr') return is === undefined ? null : plainText(text, is);
  if (v === undefined) return null;
  const raw = contentOf(text, v);
  if (type === 's') return strings(Number(raw)) ?? undefined;
  if (type === 'str') return decodeXstring(raw);
  if (type === 'b') return /^\s*(1|true)\s*$/i.test(raw);
  if (type === 'e') return { error: raw.trim() };
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
  if (typeof value === 'number' && typeof expected === 'number') return sameNumber(value, expected);
  return isError(value) && isError(expected) ? value.error === expected.error : value === expected;
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
  const isFormula = content.kind === 'formula';
  const value = isFormula ? content.cached : content.value;
  if (!isFormula && typeof value === 'string') {
    const text = escapeXstring(value);
    return `${head} t="inlineStr"><${p}is><${p}t xml:space="preserve">${text}</${p}t></${p}is>${tail}`;
  }
  const formula = isFormula ? `<${p}f>${escapeText(content.formula.trim())}</${p}f>` : '';
  if (value === null) return `${head}>${formula}${tail}`;
  const [type, text] = typeAndText(value, place, ref);
  return `${head}${type === 'n' ? '' : ` t="${type}"`}>${formula}<${p}v>${text}</${p}v>${tail}`;
}

/** Type (ISO/IEC 29500-1, 18.18.11) and text of a value as `<v>` holds it. */
function typeAndText(value: NonNullable<CellValue>, place: CellPlace, ref: CellRef): [string, string] {
  if (typeof value === 'number') return ['n', numberText(value, place, ref)];
  if (typeof value === 'boolean') return ['b', value ? '1' : '0'];
  return isError(value) ? ['e', escapeText(value.error)] : ['str', escapeXstring(value)];
}

function isError(value: CellValue | undefined): value is CellError {
  return typeof value === 'object' && value !== null;
}
