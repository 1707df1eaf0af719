import type { CellInput } from '../../src/sheet/gridFromRows';
import type { BookSnapshot, Grid } from '../../src/sheet/grid';
import { layout, span } from './grid';

/** Scores of one item: self, review, and the reason where the sheet has such a column. */
export type Scores = readonly [self?: CellInput, review?: CellInput, reason?: CellInput];

/** Criteria of the small street rubric below, its items in order: 30 base points in two sections, and a bonus. */
const STREET = {
  meetings: '每季度召开会议，及时上报信息。未落实的每次扣1分。',
  training: '加强业务培训，业务培训1年2次以上，未开展的每少一次扣2分。',
  news: '按时报送各类信息材料，每录用一篇加0.5分，最高得10分。',
  housing: '改善居住条件，登记点不规范的酌情扣分。',
  bonus: '在市、省、国家主流媒体发表的分别加2、5、8分。',
  pilot: '作为典型经验推广的适当加分。',
} as const;

export interface StreetOptions {
  readonly reasons?: boolean;
  /** Rows below the items: label in the criterion column, then max, self, review. */
  readonly below?: readonly (readonly CellInput[])[];
  /** Maxima of the items where they are not the right ones. */
  readonly maxima?: readonly CellInput[];
  readonly name?: string;
  readonly title?: string;
}

/**
 * A sheet like attachment 1: 考核内容 [name | points] · 分值 · 评分标准 · 自查分 · 考核分. Row 1 is the title, row 2 the header,
 * the items are rows 3 to 8; self scores stand in E, review scores in F, reasons in G.
 */
export function streetSheet(scores: readonly Scores[], options: StreetOptions = {}): Grid {
  const [six = 6, four = 4, ten = 10, tenMore = 10] = options.maxima ?? [];
  const at = (item: number): CellInput[] => {
    const [self, review, reason] = scores[item] ?? [];
    return options.reasons === true ? [self, review, reason] : [self, review];
  };
  const title = options.title ?? '街道流动人口服务管理考核评分细则';
  const columns = options.reasons === true ? 7 : 6;
  return layout(options.name ?? '附件1', [
    [span(title, 1, columns)],
    [
      span('考核内容', 1, 2),
      '分值',
      '评分标准',
      '自查分',
      '考核分',
      ...(options.reasons === true ? ['扣分原因'] : []),
    ],
    [span('基础工作', 2), span(10, 2), six, STREET.meetings, ...at(0)],
    [four, STREET.training, ...at(1)],
    [span('管理工作', 2), span(20, 2), ten, STREET.news, ...at(2)],
    [tenMore, STREET.housing, ...at(3)],
    [span('创新工作', 2), span('', 2), '', STREET.bonus, ...at(4)],
    ['', STREET.pilot, ...at(5)],
    ...(options.below ?? []).map((cells) => ['', '', ...aroundMax(cells)]),
  ]);
}

/** [label, max, self, review] as they stand under 分值 · 评分标准 · 自查分 · 考核分. */
function aroundMax([label, max, ...rest]: readonly CellInput[]): CellInput[] {
  return [max, label, ...rest];
}

/** A workbook of these sheets. */
export function bookOf(grids: readonly Grid[], fileName: string | null = '新碶街道.xlsx'): BookSnapshot {
  return { fileName, grids };
}

/** A settings sheet from rows of key and value. */
export function settingsSheet(rows: readonly (readonly [string, CellInput])[]): Grid {
  return layout('考核设置', rows);
}
