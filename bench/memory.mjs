// Reads so many workbooks one after another, dropping each; prints the peak of heap and resident memory in MB.
import { createRequire } from 'node:module';
import { scoringWorkbook } from './workbooks.mjs';

const [reader, count] = [process.argv[2], Number(process.argv[3])];
const { readFile } = createRequire(import.meta.url)(reader);
const files = Array.from({ length: 200 }, (_, i) => scoringWorkbook(i));

const peak = { heap: 0, rss: 0 };
for (let i = 0; i < count; i++) {
  const reading = await readFile(files[i % files.length], `${i}.xlsx`);
  if (!reading.ok) throw new Error(`workbook ${i} was not read`);
  if (i % 20 !== 0) continue;
  const { heapUsed, rss } = process.memoryUsage();
  peak.heap = Math.max(peak.heap, heapUsed / 2 ** 20);
  peak.rss = Math.max(peak.rss, rss / 2 ** 20);
}
console.log(JSON.stringify(peak));
