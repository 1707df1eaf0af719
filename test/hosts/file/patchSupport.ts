import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { openFileHost } from '../../../src/hosts/file/fileHost';
import type { FileHost } from '../../../src/hosts/file/fileHost';
import { parseXml } from '../../../src/hosts/file/patch/xmlTree';
import type { CellContent } from '../../../src/plan/cellContent';
import type { CellEdit, EditPlan, Highlight, Note, SheetMarks } from '../../../src/plan/edits';
import { parseCell } from '../../../src/sheet/address';
import type { CellValue } from '../../../src/sheet/grid';
import type { Severity } from '../../../src/rubric/finding';

export { throughLibreOffice, withLibreOffice } from '../../support/libreOffice';

export async function open(bytes: Uint8Array, name = '评分表.xlsx'): Promise<FileHost> {
  const opened = await openFileHost(bytes, name);
  if (!opened.ok) throw new Error(JSON.stringify(opened.finding));
  return opened.host;
}

function at(address: string): { row: number; column: number } {
  const cell = parseCell(address);
  if (cell === null) throw new Error(address);
  return cell;
}

export function put(sheet: string, address: string, value: string | number | null, like?: string): CellEdit {
  return edit(sheet, address, { kind: 'value', value }, like);
}

export function formula(
  sheet: string,
  address: string,
  text: string,
  cached: number | string,
  like?: string,
): CellEdit {
  return edit(sheet, address, { kind: 'formula', formula: text, cached }, like);
}

export function edit(sheet: string, address: string, content: CellContent, like?: string): CellEdit {
  return { sheet, ...at(address), content, ...(like === undefined ? {} : { like: at(like) }) };
}

/** Marks by address: `{ D3: ['error', '超过分值'] }`; no text, no note; no severity, no highlight. */
export function marks(
  sheet: string,
  cells: Readonly<Record<string, readonly [Severity | null, string?]>>,
): SheetMarks {
  const highlights: Highlight[] = [];
  const notes: Note[] = [];
  for (const [address, [severity, text]] of Object.entries(cells)) {
    if (severity !== null) highlights.push({ ...at(address), severity });
    if (text !== undefined) notes.push({ ...at(address), text });
  }
  return { sheet, highlights, notes };
}

export function planOf(cells: readonly CellEdit[], ...sheetMarks: readonly SheetMarks[]): EditPlan {
  return { cells, marks: sheetMarks };
}

/** The bytes that a plan makes of a workbook. */
export async function applied(bytes: Uint8Array, plan: EditPlan): Promise<Uint8Array> {
  const host = await open(bytes);
  await host.apply(plan);
  return host.save();
}

export function partsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)));
}

export function textOf(bytes: Uint8Array, part: string): string {
  const content = partsOf(bytes).get(part);
  if (content === undefined) throw new Error(`no part ${part}`);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
}

/** Names of the parts that differ, were added or removed. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [partsOf(before), partsOf(after)];
  const same = (name: string) => {
    const [x, y] = [a.get(name), b.get(name)];
    return x !== undefined && y !== undefined && Buffer.compare(x, y) === 0;
  };
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => !same(name)).sort();
}

/** What a cell shows, and its formula. */
export async function cellOf(
  bytes: Uint8Array,
  sheet: string,
  address: string,
): Promise<{ value: CellValue; formula: string | null }> {
  const { grids } = await (await open(bytes)).read();
  const { row, column } = at(address);
  const cell = grids
    .find(({ name }) => name === sheet)
    ?.rows.find(({ index }) => index === row)
    ?.cells.find((candidate) => candidate.column === column);
  return { value: cell?.value ?? null, formula: cell?.formula ?? null };
}

/** Names of the root's children in file order. */
export function childNames(xml: string): string[] {
  return parseXml(xml, 'test').children.map(({ local }) => local);
}

/** Every relationship of the package leads to a part, every part named in the content types is there. */
export function danglingLinks(bytes: Uint8Array): string[] {
  const parts = partsOf(bytes);
  const faults: string[] = [];
  for (const [name, content] of parts) {
    if (!name.endsWith('.rels')) continue;
    const folder = name.replace(/_rels\/[^/]*$/, '');
    const source = folder + name.slice(folder.length + '_rels/'.length, -'.rels'.length);
    if (source !== folder && !parts.has(source)) faults.push(`${name} belongs to no part`);
    for (const [tag] of new TextDecoder().decode(content).matchAll(/<Relationship [^>]*>/g)) {
      const target = /Target="([^"]*)"/.exec(tag)?.[1] ?? '';
      if (tag.includes('TargetMode="External"')) continue;
      const path = new URL(target, `file:///${folder}`).pathname.slice(1);
      if (!parts.has(decodeURIComponent(path))) faults.push(`${name} → ${target}`);
    }
  }
  const types = textOf(bytes, '[Content_Types].xml');
  for (const match of types.matchAll(/PartName="\/([^"]*)"/g)) {
    if (!parts.has(match[1] ?? '')) faults.push(`content type of ${match[1]}`);
  }
  const names = [...types.matchAll(/PartName="([^"]*)"/g)].map((match) => match[1]);
  if (new Set(names).size !== names.length) faults.push('a content type twice');
  return faults;
}

function runs(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { timeout: 60_000 }).status === 0;
}

const PYTHON = ['/usr/bin/python3', 'python3'].find((python) => runs(python, ['-c', 'import openpyxl']));

/** Tests that need openpyxl say so by being skipped where it is missing. */
export const withOpenpyxl = PYTHON === undefined ? test.skip : test;

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-patch-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const DUMP = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
out = {}
for sheet in book.worksheets:
    cells = {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None or cell.comment is not None:
                value = cell.value if isinstance(cell.value, (int, float, str, type(None))) else str(type(cell.value))
                cells[cell.coordinate] = {"value": value, "note": cell.comment.text if cell.comment else None}
    formats = [[str(f.sqref), [r.formula for r in f.rules]] for f in sheet.conditional_formatting]
    out[sheet.title] = {"cells": cells, "formats": formats}
if len(sys.argv) > 2: book.save(sys.argv[2])
print(json.dumps(out))
`;

export interface Seen {
  readonly cells: Readonly<
    Record<string, { readonly value: string | number | null; readonly note: string | null }>
  >;
  readonly formats: readonly (readonly [string, readonly (readonly string[])[]])[];
}

/** What openpyxl sees in a workbook, and the workbook as it saves it. */
export function throughOpenpyxl(bytes: Uint8Array): { seen: Record<string, Seen>; saved: Uint8Array } {
  return inFolder((folder) => {
    const [input, output] = [join(folder, 'in.xlsx'), join(folder, 'out.xlsx')];
    writeFileSync(input, bytes);
    const run = spawnSync(PYTHON ?? '', ['-c', DUMP, input, output], { encoding: 'utf8', timeout: 60_000 });
    if (run.status !== 0) throw new Error(run.stderr);
    return { seen: JSON.parse(run.stdout) as Record<string, Seen>, saved: readFileSync(output) };
  });
}
