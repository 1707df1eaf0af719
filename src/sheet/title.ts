import type { HeaderBlock } from './headerBlock';
import type { GridReader } from './gridReader';
import { compact } from './text';

/** The title stands within this many filled rows above the header. */
const REACH = 8;

/** The title above a table: the nearest line that names a form (…评分表, …细则), else the longest plain line; '' for none. */
export function findTitle(reader: GridReader, block: HeaderBlock, from: number): string {
  const lines = linesAbove(reader, block, from);
  const named = lines.find((line) => /(?:表|细则|办法|标准|考核|评分|方案)/.test(line) && !isAside(line));
  const plain = lines.filter((line) => !isAside(line)).sort((a, b) => b.length - a.length)[0];
  return (named ?? plain ?? '').replace(/\s+/g, ' ').trim();
}

/** 附件1, 填报单位：…, 单位：分: lines above a table that are not its title. */
function isAside(line: string): boolean {
  const word = compact(line);
  return /^附(?:件|表)\d*[:：]?$/.test(word) || /^[^:：]{1,14}[:：]/.test(word) || word.length < 4;
}

function linesAbove(reader: GridReader, block: HeaderBlock, from: number): string[] {
  const lines: string[] = [];
  for (let position = reader.from(block.top) - 1; position >= 0 && lines.length < REACH; position--) {
    const row = reader.rows[position];
    if (row === undefined || row.index < from) break;
    for (const cell of row.cells) {
      const area = reader.merge(row.index, cell.column);
      if ((area?.right ?? cell.column) < block.left || cell.column > block.right) continue;
      const text = reader.text(row.index, cell.column);
      if (typeof cell.value === 'string' && text !== '') lines.push(text);
      if (lines.length >= REACH) break;
    }
  }
  return lines;
}
