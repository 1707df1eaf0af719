import { formatNumber as n } from '../../format';
import type { Stage } from '../../stage';
import type { RubricAuthority, SummaryFindingMessages } from '../messages';

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
  'summary/unit-duplicate': ({ unit, count, others, isSame }) =>
    `“${unit}”报送了 ${n(count)} 份，另见${others.map(({ file, sheet }) => `“${file}”的工作表“${sheet}”`).join('、')}。${isSame === true ? '各份分数完全相同' : '各份分数不全相同'}，都已列出，不参加排名；请${isSame === true ? '留下一份' : '确认留用哪一份'}，移走其余的，再汇总一次。`,
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
