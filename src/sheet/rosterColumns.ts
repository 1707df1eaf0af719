import type { GridRow } from './grid';
import type { GridReader } from './gridReader';
import { compact } from './text';

/** Heads of the columns, the first of each as the program writes it. */
export const ROSTER_HEADS = { name: '考核单位', category: '类别', aliases: '别名' } as const;

const NAME =
  /^(?:被?考核|考评|参评|受检|填报|责任|成员)?(?:单位|部门|机构|街道|镇街|乡镇|学校|医院|企业|社区|村社)(?:名称|全称|名单)?$|^名称$|^考[核评]对象$/;
const CATEGORY = /^(?:单位|考核|所属)?(?:类别|类型|分类|组别|分组|序列)$/;
const ALIASES = /^(?:单位)?(?:别名|简称|又名|其他名称|曾用名|常用名|规范简称)\d?$/;

/** Rows looked through for the header. */
const HEADER_WITHIN = 20;

/** One list of units on a sheet: two may stand beside each other, 街道 and 部门. */
export interface RosterColumns {
  readonly name: number;
  readonly category: number | null;
  readonly aliases: readonly number[];
  /** What the head says all units of the list are; '' where it says only that they are units. */
  readonly kind: string;
}

export interface RosterTable {
  /** First row of the units. */
  readonly from: number;
  readonly lists: readonly RosterColumns[];
}

/**
 * Where the units stand: below a header whose columns may be in any order, or, where there is none, in the first column
 * with words, its category and other names behind it.
 */
export function rosterTable(reader: GridReader): RosterTable {
  for (const row of reader.rows.slice(0, HEADER_WITHIN)) {
    const lists = listsUnder(reader, row);
    if (lists.length > 0) return { from: row.index + 1, lists };
  }
  const name = firstColumnWithWords(reader);
  return { from: 0, lists: [{ name, category: name + 1, aliases: [name + 2], kind: '' }] };
}

function listsUnder(reader: GridReader, row: GridRow): RosterColumns[] {
  const heads = row.cells
    .map(({ column }) => ({ column, head: compact(reader.text(row.index, column)) }))
    .filter(({ head }) => head !== '');
  const names = heads.filter(({ head }) => NAME.test(head));
  const found = (form: RegExp, from: number, to: number) =>
    heads
      .filter(({ column, head }) => column >= from && column < to && form.test(head))
      .map(({ column }) => column);
  // 单位名称 | 街道: the street that a community belongs to is no list of units beside them.
  const isOnlyKinds = names.every(({ head }) => kindOf(head) !== '');
  const starts = names.length > 1 && isOnlyKinds ? names : names.slice(0, 1);
  return starts.map(({ column, head }, index): RosterColumns => {
    const from = index === 0 ? 0 : column;
    const to = starts[index + 1]?.column ?? Infinity;
    return {
      name: column,
      category: found(CATEGORY, from, to)[0] ?? null,
      aliases: found(ALIASES, from, to),
      kind: starts.length > 1 ? kindOf(head) : '',
    };
  });
}

/** 街道名称 heads a list of streets, 考核单位 one of anything. */
function kindOf(head: string): string {
  const kind = /(?:部门|街道|镇街|乡镇|学校|医院|企业|社区|村社)/.exec(head)?.[0];
  return kind ?? '';
}

/** A column of running numbers stands before the names. */
function firstColumnWithWords(reader: GridReader): number {
  const words = new Map<number, number>();
  for (const { cells } of reader.rows) {
    for (const { column, value } of cells) {
      if (typeof value === 'string' && !/^[\d.、()（）]*$/.test(value.trim()))
        words.set(column, (words.get(column) ?? 0) + 1);
    }
  }
  // A title stands alone in its column, and above words in another.
  const most = Math.max(0, ...words.values());
  const usual = [...words].filter(([, count]) => count * 2 >= most).map(([column]) => column);
  return usual.length === 0 ? 0 : Math.min(...usual);
}
