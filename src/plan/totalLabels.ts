import type { AddedKind } from './tableFigures';

/** Labels of the total rows that the program writes, exactly as other programs look for them. */
export const TOTAL_LABELS: Readonly<Record<AddedKind, string>> = {
  base: '基本分合计',
  bonus: '加分合计',
  total: '总分',
  converted: '折合目标考核得分',
};
