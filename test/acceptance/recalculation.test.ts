import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateAndTotal } from '../../src/app/validateAndTotal';
import { openFileHost } from '../../src/hosts/file/fileHost';
import { allThroughLibreOffice, withLibreOffice } from '../support/libreOffice';
import { blankAsText, formulaValues, withoutCachedValues } from '../support/recalculated';

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
