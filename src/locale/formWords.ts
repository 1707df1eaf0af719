import { formatNumber } from './format';

/**
 * Words that stand in the sheets themselves that go to the units: Chinese whatever language the program speaks to the
 * person who makes them.
 */
export const FORM_WORDS = {
  attachment: { subdistrict: '附件1', department: '附件2', other: '' },
  /** Name of the sheet, where it holds one unit's table. */
  sheet: { subdistrict: '附件1', department: '附件2', other: '考核评分表' },
  year: (year: number) => `（${year}年度）`,
  unit: (unit: string | null) => `填报单位（盖章）：${unit ?? ''}`,
  date: '填表日期：　　　　年　　月　　日',
  signatures: ['负责人（签字）：', '填表人：', '联系电话：'],
  roomToWrite: '　'.repeat(16),
  bonus: '加分项',
  deduction: '扣分项',
  reason: '备注（扣分原因）',
  columns: {
    subdistrict: {
      section: '考核内容',
      name: '考核要点',
      points: '',
      max: '分值',
      criterion: '评分标准',
      self: '自查分',
      review: '考核分',
    },
    department: {
      section: '单位',
      name: '考核要点',
      points: '分值',
      max: '基础分',
      criterion: '考核内容',
      self: '自评分',
      review: '考核得分',
    },
    other: {
      section: '考核项目',
      name: '考核要点',
      points: '',
      max: '分值',
      criterion: '评分标准',
      self: '自评分',
      review: '考核得分',
    },
  },
  /** The sheet to try the program on, and the unit it belongs to, which is no real one. */
  sample: '示例评分表',
  sampleUnit: '示例街道',
  page: '第 &P 页，共 &N 页',
  promptTitle: (max: number | null) => (max === null ? '加分项' : `本项满分 ${formatNumber(max)} 分`),
  /** `scores` in words such as 0–6，每档 1 分. */
  prompt: (scores: string, rule: string) => `可得分值：${scores}。\n${rule}`,
  refusalTitle: '分数填得不对',
  refusal: {
    list: (scores: string) => `按评分标准，这一项可得 ${scores} 分。请改填其中一个，只填数字。`,
    range: (from: string, to: string) => `这一项请填 ${from} 到 ${to} 之间的数字。`,
    steps: (scores: string) => `按评分标准，这一项可得 ${scores}。请改填，只填数字。`,
    free: (to: string | null, decimals: number) =>
      `这一项请填${to === null ? '不小于 0' : ` 0 到 ${to} 之间`}的数字，最多 ${decimals} 位小数。`,
    atLeast: (from: string) => `这一项请填不小于 ${from} 的数字。`,
  },
  settings: {
    title: '考核设置',
    name: '名称',
    value: '值',
    meaning: '说明',
    meanings: {
      year: '考核年度',
      unit: '被考核单位',
      stage: '哪一列必须填满（自评 / 考核），空着为自动判断',
      convertedFull: '总分达到折算基数时折合成多少分',
      convertedBase: '折算前算作满分的总分',
      bonusConverted: '折算时算不算加分（是 / 否）',
      bonusCap: '加分最多算几分，空着为不限',
      totalCap: '总分最多算几分，空着为不限',
      decimals: '折合得分保留几位小数',
      gapLimit: '自评与考核相差超过几分时提醒，空着为不提醒',
      smallestStep: '由评分人酌定的分数最细到多少',
      bands: '分档折算，如 90-100=10；80-90=8',
      fingerprint: '下发时的细则记号，收回后据此核对细则有没有改动，请勿修改',
    },
    hint: '折合目标考核得分 = 总分 ÷ 折算基数 × 折算满分',
  },
} as const;
