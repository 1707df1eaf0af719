// Reads so many workbooks one after another, dropping each; prints the peak of heap and resident memory in MB.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { scoringWorkbook } from './workbooks.mjs';

const [built, count] = [process.argv[2], Number(process.argv[3])];
const require = createRequire(import.meta.url);
const [{ readFile }, { nativeCodec }] = ['readFile', 'nativeCodec'].map((name) =>
  require(join(built, `${name}.cjs`)),
);
const files = Array.from({ length: 200 }, (_, i) => scoringWorkbook(i));

const peak = { heap: 0, rss: 0 };
for (let i = 0; i < count; i++) {
  const reading = await readFile(files[i % files.length], `${i}.xlsx`, nativeCodec);
  if (!reading.ok) throw new Error(`workbook ${i} was not read`);
  if (i % 20 !== 0) continue;
  const { heapUsed, rss } = process.memoryUsage();
  peak.heap = Math.max(peak.heap, heapUsed / 2 ** 20);
  peak.rss = Math.max(peak.rss, rss / 2 ** 20);
}
console.log(JSON.stringify(peak));
