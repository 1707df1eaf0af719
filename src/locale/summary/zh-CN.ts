import { formatNumber as n, shorten } from '../format';
import type { SummaryDocument } from './messages';

const ofYear = (year: number | null) => (year === null ? '' : `${year}年度`);

export const summaryDocument: SummaryDocument = {
  title: ({ year }) => `${ofYear(year)}考核汇总表`,
  problemsTitle: ({ year }) => `${ofYear(year)}考核问题清单`,
  missingTitle: ({ year }) => `${ofYear(year)}考核未报送单位`,
  itemsTitle: ({ year }) => `${ofYear(year)}考核分项得分`,
  made: ({ office, year, date }) =>
    [
      `汇总单位：${office ?? '＿＿＿＿＿＿＿＿'}`,
      `年度：${year ?? '＿＿＿＿'}`,
      `制表日期：${date.year}年${date.month}月${date.day}日`,
    ].join('　　　　'),
  unnamed: '（未写明单位）',
  standing: {
    duplicate: '重复待核',
    unnamed: '单位待核',
    'not-reviewed': '未考核',
    'not-scored': '未填分',
  },
  severity: { error: '错误', warning: '疑问', notice: '提示' },
  converted: ({ category, stage, full, base, bands, bonusConverted, bonusCap, totalCap }) => {
    const from = `${stage === 'review' ? '考核' : '自评'}${bonusConverted ? '总分' : '基本分'}`;
    const rule = bands === '' ? `折合得分＝${from}÷${base}×${full}` : `折合得分按${from}分档：${bands}`;
    const caps = [
      ...(bonusCap === '' ? [] : [`加分最多计 ${bonusCap} 分`]),
      ...(totalCap === '' ? [] : [`总分最多计 ${totalCap} 分`]),
    ];
    return `${category}：${[rule, ...caps].join('，')}。`;
  },
  rankNote:
    '排名在同一类别内进行，得分相同的名次并列；重复报送、未写明单位、没有得分的不参加排名，排在各类最后。',
  signatures: '制表人：＿＿＿＿＿＿　　　　审核人：＿＿＿＿＿＿　　　　（盖章）',
  chartTitle: ({ year, category, top }) =>
    `${ofYear(year)}${category}考核折合得分${top === null ? '' : `（前 ${n(top)} 名）`}`,
  allReported: '名册上的单位都已报送。',
  noRoster: '没有名册可以对照。请建“考核单位名册”表，或用 --roster 指定名册，再汇总一次。',
  notReported: '没有收到',
  notReadable: ({ file }) => `收到“${file}”，但读不出评分表`,
  noChart: '没有可以排名的单位。',
  noProblems: '没有发现问题。',
  moreLeftOut: ({ count }) => `还有 ${n(count)} 条没有列出。`,
  openFile: ({ file }) => `打开 ${shorten(file, 100)}`,
  seeProblems: '看这份表的问题',
  page: '第 &P 页，共 &N 页',
};
