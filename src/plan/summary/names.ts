/** Heads of the columns. Programs and people look for them: they are the same in every language. */
export const STANDING_HEADS = [
  '序号',
  '考核单位',
  '类别',
  '自评基本分',
  '自评加分',
  '自评总分',
  '考核基本分',
  '考核加分',
  '考核总分',
  '折合得分',
  '排名',
  '问题数',
  '来源文件',
] as const;

export const PROBLEM_HEADS = ['序号', '考核单位', '文件', '工作表', '单元格', '级别', '问题'] as const;

export const MISSING_HEADS = ['序号', '考核单位', '类别', '说明'] as const;

export const ITEM_HEADS = [
  '序号',
  '考核单位',
  '类别',
  '部分',
  '考核项目',
  '分值',
  '自评分',
  '考核分',
  '考核与自评之差',
  '失分',
  '来源文件',
] as const;

export const CHART_HEADS = ['名次', '考核单位', '折合得分'] as const;
