import { strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';

/** Content of a part: text is written as UTF-8. */
export type PartContent = string | Uint8Array;

/** What a cell of `buildWorkbook` holds. A string becomes a shared string; null with a style a styled empty cell. */
export type CellSpec =
  | string
  | number
  | boolean
  | null
  | {
      /** Cached value; text makes the cell `t="str"`. Left out: no `<v>`. */
      readonly value?: string | number | boolean;
      /** Without `=`. */
      readonly formula?: string;
      /** Error value such as `#REF!`. */
      readonly error?: string;
      /** Text written into the cell itself (`t="inlineStr"`) instead of the shared strings. */
      readonly inline?: string;
      /** Index into `cellXfs` of the styles part. */
      readonly style?: number;
    };

export interface SheetSpec {
  readonly name: string;
  /** Rows from the top; null leaves a row or a cell out. */
  readonly rows?: readonly (readonly (CellSpec | undefined)[] | null)[];
  /** Cells by A1 reference, beside or over `rows`. */
  readonly cells?: Readonly<Record<string, CellSpec>>;
  /** References such as `A1:B2`. */
  readonly merges?: readonly string[];
  /** 1-based row numbers. */
  readonly hiddenRows?: readonly number[];
  /** 1-based column numbers. */
  readonly hiddenColumns?: readonly number[];
  readonly state?: 'hidden' | 'veryHidden';
  /** XML placed before / after `sheetData` and `mergeCells`, as it stands. */
  readonly before?: string;
  readonly after?: string;
  /** The sheet's whole XML, in place of everything above but name and state. */
  readonly xml?: string;
}

export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[];
  readonly date1904?: boolean;
  /** The styles part; a small one with three cell formats when left out. */
  readonly styles?: string;
  /** `<definedNames>…` and the like, placed after `<sheets>`. */
  readonly workbookExtra?: string;
  /** Further parts, or replacements of those made here (null takes one out). */
  readonly parts?: Readonly<Record<string, PartContent | null>>;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Escapes text for XML content and double-quoted attributes. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** `A1` style reference of a 0-based row and column. */
function a1(row: number, column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

/** A ZIP of these parts, in this order, dated 1980: equal input gives equal bytes. */
export function buildPackage(
  parts: Readonly<Record<string, PartContent>> | readonly (readonly [string, PartContent])[],
  level: 0 | 6 | 9 = 6,
): Uint8Array {
  const files: Zippable = {};
  const list = Array.isArray(parts)
    ? (parts as readonly (readonly [string, PartContent])[])
    : Object.entries(parts as Readonly<Record<string, PartContent>>);
  for (const [name, content] of list) {
    files[name] = [typeof content === 'string' ? strToU8(content) : content, { level }];
  }
  return zipSync(files, { mtime: '1980-01-01T00:00:00' });
}

/** Row and column, 0-based, of an `A1` reference. */
function position(ref: string): { row: number; column: number } {
  const match = /^([A-Z]+)(\d+)$/.exec(ref);
  if (match === null) throw new Error(`not a reference: ${ref}`);
  let column = 0;
  for (const letter of match[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

class SharedStrings {
  readonly #indexes = new Map<string, number>();
  index(text: string): number {
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    this.#indexes.set(text, this.#indexes.size);
    return this.#indexes.size - 1;
  }
  xml(): string {
    const items = [...this.#indexes.keys()].map(
      (t) => `<si><t xml:space="preserve">${escapeXml(t)}</t></si>`,
    );
    return `${HEAD}<sst xmlns="${MAIN}" count="${items.length}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

function cellXml(ref: string, spec: CellSpec, strings: SharedStrings): string {
  if (spec === null) return `<c r="${ref}"/>`;
  if (typeof spec === 'string') return `<c r="${ref}" t="s"><v>${strings.index(spec)}</v></c>`;
  if (typeof spec === 'number') return `<c r="${ref}"><v>${spec}</v></c>`;
  if (typeof spec === 'boolean') return `<c r="${ref}" t="b"><v>${spec ? 1 : 0}</v></c>`;
  const style = spec.style === undefined ? '' : ` s="${spec.style}"`;
  const formula = spec.formula === undefined ? '' : `<f>${escapeXml(spec.formula)}</f>`;
  if (spec.error !== undefined) return `<c r="${ref}"${style} t="e">${formula}<v>${spec.error}</v></c>`;
  if (spec.inline !== undefined) {
    return `<c r="${ref}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(spec.inline)}</t></is></c>`;
  }
  const { value } = spec;
  if (value === undefined) return `<c r="${ref}"${style}>${formula}</c>`;
  if (typeof value === 'boolean') return `<c r="${ref}"${style} t="b">${formula}<v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number') return `<c r="${ref}"${style}>${formula}<v>${value}</v></c>`;
  if (formula === '') return `<c r="${ref}"${style} t="s"><v>${strings.index(value)}</v></c>`;
  return `<c r="${ref}"${style} t="str">${formula}<v>${escapeXml(value)}</v></c>`;
}

/** The XML of one sheet part. */
function sheetXml(sheet: SheetSpec, strings: SharedStrings): string {
  const cells = new Map<number, Map<number, CellSpec>>();
  const put = (row: number, column: number, spec: CellSpec) => {
    if (!cells.has(row)) cells.set(row, new Map());
    cells.get(row)!.set(column, spec);
  };
  (sheet.rows ?? []).forEach((row, r) => row?.forEach((spec, c) => spec !== undefined && put(r, c, spec)));
  for (const [ref, spec] of Object.entries(sheet.cells ?? {})) {
    const { row, column } = position(ref);
    put(row, column, spec);
  }
  const hidden = new Set(sheet.hiddenRows ?? []);
  for (const number of hidden) if (!cells.has(number - 1)) cells.set(number - 1, new Map());
  const rows = [...cells].sort(([a], [b]) => a - b);
  const rowsXml = rows.map(([row, columns]) => {
    const inner = [...columns]
      .sort(([a], [b]) => a - b)
      .map(([column, spec]) =>
        spec === null && sheet.cells?.[a1(row, column)] === undefined
          ? ''
          : cellXml(a1(row, column), spec, strings),
      );
    return `<row r="${row + 1}"${hidden.has(row + 1) ? ' hidden="1"' : ''}>${inner.join('')}</row>`;
  });
  const cols = (sheet.hiddenColumns ?? []).map((n) => `<col min="${n}" max="${n}" width="9" hidden="1"/>`);
  const merges = (sheet.merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`);
  return [
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${REL}">`,
    sheet.before ?? '',
    cols.length > 0 ? `<cols>${cols.join('')}</cols>` : '',
    `<sheetData>${rowsXml.join('')}</sheetData>`,
    merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '',
    sheet.after ?? '',
    '</worksheet>',
  ].join('');
}

const STYLES = [
  `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="10.5"/><name val="宋体"/></font></fonts>`,
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>',
  '<borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders>',
  '<cellStyleXfs count="1"><xf/></cellStyleXfs>',
  '<cellXfs count="3"><xf xfId="0"/><xf xfId="0" borderId="1" applyBorder="1"/><xf xfId="0" fillId="2" applyFill="1"/></cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');

/** The parts of a plain .xlsx, by name, before they are zipped: change them at will, then `buildPackage`. */
export function workbookParts(spec: WorkbookSpec): Record<string, PartContent> {
  const strings = new SharedStrings();
  const sheets = spec.sheets.map((sheet) => sheet.xml ?? sheetXml(sheet, strings));
  const overrides = [
    ['/xl/workbook.xml', `${TYPE}.sheet.main+xml`],
    ...sheets.map((_, i) => [`/xl/worksheets/sheet${i + 1}.xml`, `${TYPE}.worksheet+xml`]),
    ['/xl/styles.xml', `${TYPE}.styles+xml`],
    ['/xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`],
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`);
  const tabs = spec.sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  );
  const count = sheets.length;
  const rels = [
    ...sheets.map((_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`]),
    [`rId${count + 1}`, 'styles', 'styles.xml'],
    [`rId${count + 2}`, 'sharedStrings', 'sharedStrings.xml'],
  ].map(([id, type, target]) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`);
  const parts: Record<string, PartContent> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE_REL}"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}">${spec.date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${tabs.join('')}</sheets>${spec.workbookExtra ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE_REL}">${rels.join('')}</Relationships>`,
  };
  sheets.forEach((xml, i) => (parts[`xl/worksheets/sheet${i + 1}.xml`] = xml));
  parts['xl/styles.xml'] = spec.styles ?? STYLES;
  parts['xl/sharedStrings.xml'] = strings.xml();
  for (const [name, content] of Object.entries(spec.parts ?? {})) {
    if (content === null) delete parts[name];
    else parts[name] = content;
  }
  return parts;
}

/** Bytes of a plain .xlsx with these sheets. */
export function buildWorkbook(spec: WorkbookSpec): Uint8Array {
  return buildPackage(workbookParts(spec));
}
