import fs from 'node:fs';
import path from 'node:path';
import { openFileHost } from '../../src/hosts/file/fileHost';
import { openZip } from '../../src/hosts/file/zip';
import type { BookSnapshot } from '../../src/sheet/grid';
import { temporaryFolder } from '../support/folder';
import { throughLibreOffice, withLibreOffice } from '../support/libreOffice';
import { contentsOf, describeWithOpenpyxl } from '../support/office';
import { BenchBrowser, FAULTY, inChromium, samplePath } from './benchBrowser';

jest.setTimeout(180_000);

const RICH = path.join(__dirname, '..', 'fixtures', 'rich', 'openpyxl.xlsx');

/** Parts as they lie in the file, compressed. */
function partsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  const zip = openZip(bytes);
  return new Map(zip.entries.map((entry) => [entry.name, zip.raw(entry)]));
}

/** Names of the parts that are not, byte for byte, in both files. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => {
    const [one, other] = [old.get(name), now.get(name)];
    return one === undefined || other === undefined || Buffer.compare(one, other) !== 0;
  });
}

async function read(bytes: Uint8Array): Promise<BookSnapshot> {
  const opened = await openFileHost(bytes, FAULTY);
  if (!opened.ok) throw new Error(JSON.stringify(opened.finding));
  return opened.host.read();
}

/** Values by sheet and cell; blank ones are none. */
function valuesIn({ grids }: BookSnapshot): Record<string, unknown> {
  return Object.fromEntries(
    grids.flatMap(({ name, rows }) =>
      rows.flatMap(({ index, cells }) =>
        cells
          .filter(({ value }) => value !== null && value !== '')
          .map(({ column, value }) => [`${name}!${index},${column}`, value]),
      ),
    ),
  );
}

inChromium('a file that the workbench has saved', () => {
  const bench = new BenchBrowser();
  const folder = temporaryFolder();
  const savedAs = path.join(folder.path, 'saved.xlsx');
  const original = new Uint8Array(fs.readFileSync(samplePath(FAULTY)));
  let saved: Uint8Array;

  beforeAll(async () => {
    await bench.start();
    await bench.openSample();
    await bench.type('E5', '8');
    await bench.type('E6', '9.5分');
    await bench.type('I5', '=E5*2');
    await bench.press('校验并合计');
    await bench.type('E10', '6');
    ({ bytes: saved } = await bench.save());
    fs.writeFileSync(savedAs, saved);
  }, 300_000);
  afterAll(async () => {
    await bench.close();
    folder.remove();
  });

  it('has every part as it was, byte for byte, but for those that the edits are in', () => {
    expect(changedParts(original, saved).sort()).toEqual([
      '[Content_Types].xml',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles.xml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/worksheets/sheet1.xml',
    ]);
  });

  it('changes the sheet alone where a score is typed into a workbook with a chart, a table, notes and names', async () => {
    const rich = fs.readFileSync(RICH);
    const before = await read(rich);
    await bench.openFile({ name: '表.xlsx', mimeType: '', buffer: rich });
    await bench.page.getByRole('heading', { name: '表.xlsx' }).waitFor();
    await bench.ready();
    await bench.type('H40', '3');
    const { bytes } = await bench.save();
    const sheet = before.grids[0]?.name ?? '';
    expect(changedParts(rich, bytes)).toEqual(['xl/worksheets/sheet1.xml']);
    expect(valuesIn(await read(bytes))).toEqual({ ...valuesIn(before), [`${sheet}!39,7`]: 3 });
  });

  describeWithOpenpyxl('in openpyxl', () => {
    it('has all edits, and everything else as it was', () => {
      const { 附件1: before = {} } = contentsOf(samplePath(FAULTY));
      const { 附件1: after = {} } = contentsOf(savedAs);
      expect(after['E5']).toMatchObject({ content: 8, value: 8 });
      // A score typed as text is made a number by 校验并合计.
      expect(after['E6']).toMatchObject({ content: 9.5, value: 9.5 });
      expect(after['I5']).toMatchObject({ content: '=E5*2', value: 16 });
      expect(after['E10']).toMatchObject({ content: 6, value: 6 });
      const edited = Object.keys({ ...before, ...after }).filter(
        (cell) => before[cell]?.content !== after[cell]?.content,
      );
      const written = edited.filter((cell) => !['E5', 'E6', 'I5', 'E10'].includes(cell));
      // What 校验并合计 writes: the text score E9 as a number, and totals with their labels below the table.
      expect(written).toContain('E9');
      for (const cell of written.filter((one) => one !== 'E9')) {
        expect(before[cell]).toBeUndefined();
        expect(Number(/\d+/.exec(cell)?.[0])).toBeGreaterThan(20);
      }
      const labels = Object.entries(after).filter(([, { content }]) => content === '总分');
      expect(labels).toHaveLength(1);
      const row = /\d+/.exec(labels[0]?.[0] ?? '')?.[0];
      expect(after[`E${row}`]?.content).toMatch(/^=/);
      expect(typeof after[`E${row}`]?.value).toBe('number');
      expect(after['E13']?.note).toContain('不是数字');
    });
  });

  withLibreOffice('has the same values in LibreOffice, which computes its formulas anew', async () => {
    const [ours, theirs] = [valuesIn(await read(saved)), valuesIn(await read(throughLibreOffice(saved)))];
    expect(theirs).toEqual(ours);
    expect(ours['附件1!4,8']).toBe(16);
  });
});
