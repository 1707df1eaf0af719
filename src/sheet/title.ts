import type { HeaderBlock } from './headerBlock';
import type { GridReader } from './gridReader';
import { remember } from '../rubric/remember';
import { compact } from './text';

/** The title stands within this many filled rows above the header. */
const REACH = 8;

/**
 * The title above a table: of the lines above the header the one that names a form (…评分表, …细则), the nearest where
 * several do; '' for none.
 */
export function findTitle(lines: readonly string[]): string {
  const plain = lines.filter((line) => !isAside(line));
  const named = plain.find((line) =>
    /(?:表|细则|办法|标准|方案|评分|考核)(?:[(（【][^()（）]*[)）】])?$/.test(compact(line)),
  );
  const dated = plain.find((line) => /考核|考评|评分|年度|责任制/.test(line));
  const longest = [...plain].sort((a, b) => b.length - a.length)[0];
  return (named ?? dated ?? longest ?? '').replace(/\s+/g, ' ').trim();
}

/** 填报单位, 填表日期: a label whose value stands beside it. */
const LABEL =
  /^(?:填报|填表|被考核|考核|自评|自查|检查|责任)?(?:单位|日期|时间|对象|人|部门|负责人|年度)(?:名称)?(?:[(（][^()（）]*[)）])?$/;

/** 附件1, 填报单位：…, 单位：分: lines above a table that are not its title. */
const isAside = remember((line: string): boolean => {
  const word = compact(line);
  return (
    /^附(?:件|表)\d*[:：]?$/.test(word) ||
    /^\d{4}(?:年|[-./])\d{0,2}(?:月|[-./])?\d{0,2}日?$/.test(word) ||
    /^[^:：]{1,14}[:：]/.test(word) ||
    word.length < 4 ||
    LABEL.test(word)
  );
});

/** Lines of text above a header, nearest first, down from row `from`. */
export function linesAbove(reader: GridReader, block: HeaderBlock, from: number): string[] {
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
