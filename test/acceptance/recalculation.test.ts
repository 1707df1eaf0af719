import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateAndTotal } from '../../src/app/validateAndTotal';
import { openFileHost } from '../../src/hosts/file/fileHost';
import { openZip, writeZip } from '../../src/hosts/file/zip';
import { cellAddress } from '../../src/sheet/address';
import type { CellValue } from '../../src/sheet/grid';
import { allThroughLibreOffice, withLibreOffice } from '../support/libreOffice';

const SAMPLES = join(__dirname, '../../assets/samples');

/** Settings that change what is written: other weights, caps, bands, bonus left out, no decimals. */
const SETTINGS: readonly (Readonly<Record<string, unknown>> | undefined)[] = [
  undefined,
  { 折算满分: 7, 折算基数: 110, 小数位数: 3 },
  { 折算区间: '95-200=10；90-95=8.5；60-90=6', 加分上限: 1.5 },
  { 总分上限: 90, 加分计入折算: '否', 小数位数: 0, 折算满分: 33 },
];

async function filled(
  path: string,
  settings: Readonly<Record<string, unknown>> | undefined,
): Promise<Uint8Array> {
  const opened = await openFileHost(readFileSync(path), path);
  if (!opened.ok) throw new Error(JSON.stringify(opened.finding));
  await validateAndTotal(opened.host, { language: 'zh-CN', settings });
  return opened.host.save();
}

/** Takes the cached value out of every formula cell, so that what comes back was computed. */
function withoutCachedValues(bytes: Uint8Array): Uint8Array {
  const zip = openZip(bytes);
  const changes = new Map<string, Uint8Array>();
  for (const name of zip.names().filter((one) => /^xl\/worksheets\/[^/]+\.xml$/.test(one))) {
    const xml = new TextDecoder().decode(zip.read(name));
    const bare = xml.replace(/(<\/f>|<f[^>]*\/>)<v>[^<]*<\/v>/g, '$1');
    changes.set(name, new TextEncoder().encode(bare));
  }
  return writeZip(zip, changes);
}

async function formulaValues(bytes: Uint8Array): Promise<Map<string, CellValue>> {
  const opened = await openFileHost(bytes, 'out.xlsx');
  if (!opened.ok) throw new Error(JSON.stringify(opened.finding));
  const { grids } = await opened.host.read();
  const found = new Map<string, CellValue>();
  for (const grid of grids)
    for (const row of grid.rows)
      for (const cell of row.cells)
        if (cell.formula !== null)
          found.set(`${grid.name}!${cellAddress({ row: row.index, column: cell.column })}`, cell.value);
  return found;
}

withLibreOffice(
  'LibreOffice computes every formula that fill wrote to the value that fill left beside it',
  async () => {
    const names = readdirSync(SAMPLES).filter((name) => name.endsWith('.xlsx'));
    const cases = names.flatMap((name) => SETTINGS.map((settings) => ({ name, settings })));
    const written = await Promise.all(
      cases.map(({ name, settings }) => filled(join(SAMPLES, name), settings)),
    );
    const recalculated = allThroughLibreOffice(written.map(withoutCachedValues));
    let compared = 0;
    for (const [index, { name, settings }] of cases.entries()) {
      const cached = await formulaValues(written[index]!);
      const computed = await formulaValues(recalculated[index]!);
      compared += cached.size;
      const place = `${name} ${JSON.stringify(settings)}`;
      expect([place, ...computed].map(blankAsText)).toEqual([place, ...cached].map(blankAsText));
    }
    expect(compared).toBeGreaterThan(cases.length * 4);
  },
  180_000,
);

/** A formula that gives "" is saved by some programs as a text without content, by others as no value. */
function blankAsText(entry: string | [string, CellValue]): unknown {
  return typeof entry === 'string' || entry[1] !== null ? entry : [entry[0], ''];
}
