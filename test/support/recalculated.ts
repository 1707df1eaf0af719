import { openFileHost } from '../../src/hosts/file/fileHost';
import { writeZip } from '../../src/hosts/file/writeZip';
import { openZip } from '../../src/hosts/file/zip';
import { cellAddress } from '../../src/sheet/address';
import type { CellValue } from '../../src/sheet/grid';

/** Takes the cached value out of every formula cell, so that what comes back was computed. */
export function withoutCachedValues(bytes: Uint8Array): Uint8Array {
  const zip = openZip(bytes);
  const changes = new Map<string, Uint8Array>();
  for (const name of zip.names().filter((one) => /^xl\/worksheets\/[^/]+\.xml$/.test(one))) {
    const xml = new TextDecoder().decode(zip.read(name));
    const bare = xml.replace(/(<\/f>|<f[^>]*\/>)<v>[^<]*<\/v>/g, '$1');
    changes.set(name, new TextEncoder().encode(bare));
  }
  return writeZip(zip, changes);
}

/** Values of all formula cells by sheet and address. */
export async function formulaValues(bytes: Uint8Array): Promise<Map<string, CellValue>> {
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

/** A formula that gives "" is saved by some programs as a text without content, by others as no value. */
export function blankAsText(entry: string | [string, CellValue]): unknown {
  return typeof entry === 'string' || entry[1] !== null ? entry : [entry[0], ''];
}
