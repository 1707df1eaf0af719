import { formatNumber as n } from '../format';
import type { Language } from '../language';

/** Sentences of the view 下发. */
export interface DistributeMessages {
  readonly rubric: {
    readonly label: string;
    readonly choice: { readonly subdistrict: string; readonly department: string; readonly own: string };
  };
  readonly year: { readonly label: string; readonly fault: string };
  readonly units: {
    readonly label: string;
    readonly search: string;
    readonly all: string;
    readonly chosen: (p: { count: number; of: number }) => string;
    readonly none: string;
  };
  readonly names: { readonly label: string; readonly hint: string };
  /** What the sheets are like, before they are made. */
  readonly about: string;
  readonly insert: string;
  readonly download: string;
  readonly inserted: (p: { sheets: number }) => string;
  readonly downloaded: (p: { files: number; name: string }) => string;
  readonly unknown: (p: { units: readonly string[] }) => string;
  readonly noneChosen: string;
}

const zhCN: DistributeMessages = {
  rubric: {
    label: '评分细则',
    choice: {
      department: '附件2　责任单位（2023 年）',
      subdistrict: '附件1　街道（2023 年）',
      own: '当前工作簿里的细则',
    },
  },
  year: { label: '考核年度', fault: '请填 1990 到 2100 之间的年份。' },
  units: {
    label: '下发给哪些单位',
    search: '查找单位',
    all: '全选',
    chosen: ({ count, of }) => `已选 ${n(count)} / ${n(of)}`,
    none: '没有名称里有这几个字的单位。',
  },
  names: {
    label: '单位名称',
    hint: '一行一个，如“新碶街道”。空着就用“考核单位名册”表里的街道；没有名册，就生成一份不写单位的。',
  },
  about: '每个单位一张表：合计是公式，得分格只接受评分标准允许的分数，只有得分和备注可以填。',
  insert: '放进当前工作簿',
  download: '下载为文件',
  inserted: ({ sheets }) => `已在工作簿最后加上 ${n(sheets)} 张表。`,
  downloaded: ({ files, name }) => `已生成 ${n(files)} 份，下载为“${name}”。`,
  unknown: ({ units }) => `细则里没有这些单位的考核内容：${units.join('、')}。请核对名称，什么也没有生成。`,
  noneChosen: '请先选择单位。',
};

const en: DistributeMessages = {
  rubric: {
    label: 'Rubric',
    choice: {
      department: 'Attachment 2, departments (2023)',
      subdistrict: 'Attachment 1, sub-districts (2023)',
      own: 'The rubric in this workbook',
    },
  },
  year: { label: 'Year', fault: 'Enter a year from 1990 to 2100.' },
  units: {
    label: 'Units to send it to',
    search: 'Find a unit',
    all: 'All',
    chosen: ({ count, of }) => `${n(count)} of ${n(of)} chosen`,
    none: 'No unit has this in its name.',
  },
  names: {
    label: 'Names of units',
    hint: 'One a line, such as 新碶街道. Left blank, the sub-districts on the sheet 考核单位名册 get one each; without that sheet one is made without a name.',
  },
  about:
    'One sheet a unit: totals are formulas, score cells accept what the rule allows, only scores and remarks can be typed.',
  insert: 'Put into this workbook',
  download: 'Download as files',
  inserted: ({ sheets }) => `${n(sheets)} sheet${sheets === 1 ? '' : 's'} added at the end of the workbook.`,
  downloaded: ({ files, name }) => `${n(files)} made and downloaded as "${name}".`,
  unknown: ({ units }) =>
    `The rubric has nothing for ${units.join(', ')}. Please check the names; nothing was made.`,
  noneChosen: 'Choose units first.',
};

export function distributeMessages(language: Language): DistributeMessages {
  return language === 'en' ? en : zhCN;
}
