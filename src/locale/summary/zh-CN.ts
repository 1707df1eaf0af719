import { formatNumber as n, shorten } from '../format';
import type { Stage } from '../stage';
import type { RubricAuthority, SummaryDocument, SummaryFindingMessages } from './messages';

const AUTHORITY: Readonly<Record<RubricAuthority, string>> = {
  sent: '下发的细则',
  official: '2023 年下发的细则',
  majority: '多数单位的细则',
};

const STAGE: Readonly<Record<Stage, string>> = { self: '自评分', review: '考核分' };

const points = (value: unknown) => (typeof value === 'number' ? `（${n(value)} 分）` : '');
const orBlank = (value: unknown) => (typeof value === 'number' ? ` ${n(value)} 分` : '空白');
const orNone = (value: string) => (value === '' ? '不限' : value);

export const summaryFindings: SummaryFindingMessages = {
  'summary/unit-missing': ({ unit, category, file }) =>
    file === undefined
      ? `“${unit}”（${category}）还没有报送，请催报。`
      : `“${unit}”（${category}）还没有报送：收到的“${file}”读不出评分表，请重新索取。`,
  'summary/unit-duplicate': ({ unit, count, others }) =>
    `“${unit}”报送了 ${n(count)} 份，另见${others.map(({ file, sheet }) => `“${file}”的工作表“${sheet}”`).join('、')}。各份都已列出，不参加排名；请确认留用哪一份，移走其余的，再汇总一次。`,
  'summary/unit-unknown': ({ unit, near }) =>
    `名册里没有“${unit}”${near === undefined ? '' : `，是否为“${near}”`}？请核对单位名称，或补进名册。`,
  'summary/rubric-differs': ({ kind, against, section, item, was, is }) => {
    const with_ = AUTHORITY[against];
    switch (kind) {
      case 'whole':
        return `整张表与${with_}对不上，不像是同一份细则，请核对是否报错了表。`;
      case 'text-changed':
        return `“${item}”的评分标准与${with_}不同，原文为：“${String(was ?? '')}”，请核对。`;
      case 'max-changed':
        return `“${item}”的分值与${with_}不同：应为${orBlank(was)}，现为${orBlank(is)}，请核对。`;
      case 'item-missing':
        return `与${with_}相比，“${section}”少了一项：“${item}”${points(was)}，请核对。`;
      case 'item-added':
        return `与${with_}相比，“${section}”多了一项：“${item}”，请核对。`;
    }
  },
  'summary/year-differs': ({ year, round, years }) =>
    round === null
      ? `这张表是 ${year} 年度的，收到的表有不同年度（${years.join('、')}），请核对。`
      : `这张表是 ${year} 年度的，本次汇总的是 ${round} 年度，请核对是否报错了表。`,
  'summary/not-reviewed': ({ stage }) =>
    `没有${STAGE[stage]}，而同类单位已有${STAGE[stage]}，折合得分留空，不参加排名。`,
  'summary/not-scored': () => '整张表都没有填分数，请退回填写。',
  'summary/conversion-differs': ({ settings }) =>
    `折算设置与同类多数单位不同：${settings.map(({ label, own, usual }) => `“${label}”为“${orNone(own)}”，多数为“${orNone(usual)}”`).join('；')}。请统一后再排名。`,
};

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
  chartTitle: ({ category, top }) => `${category}折合得分${top === null ? '' : `（前 ${n(top)} 名）`}`,
  allReported: '名册上的单位都已报送。',
  noRoster: '没有名册可以对照。请建“考核单位名册”表，或用 --roster 指定名册，再汇总一次。',
  notReported: '没有收到',
  notReadable: ({ file }) => `收到“${file}”，但读不出评分表`,
  noProblems: '没有发现问题。',
  moreLeftOut: ({ count }) => `还有 ${n(count)} 条没有列出。`,
  openFile: ({ file }) => `打开 ${shorten(file, 100)}`,
  seeProblems: '看这份表的问题',
  page: '第 &P 页，共 &N 页',
};
