import { remember } from '../rubric/remember';
import { compact } from './text';

/**
 * What a header word says about its column. `text` may be criterion, name or section, which only the cells below can
 * tell; `unit` likewise; `other` is a known column that carries no points and no rule (佐证材料, 完成时限, 扣分).
 */
export type HeaderRole =
  | 'section'
  | 'unit'
  | 'name'
  | 'text'
  | 'criterion'
  | 'max'
  | 'self'
  | 'review'
  | 'reason'
  | 'number'
  | 'other';

export interface HeaderWord {
  readonly role: HeaderRole;
  /** How surely the word means the role, 1–10. */
  readonly weight: number;
}

/** Longest header that is read as one, in characters without spaces. */
const LONGEST = 24;

const WHO =
  '(?:考核|考评|检查|复核|审核|核定|评审|评定|评估|评价|测评|实际|实|最终|最后|综合|复评|核查|抽查|督查|验收|上级|市级?|区级?|县级?|镇级?|街道|镇街|领导小组|考核组|考评组|检查组|考核小组|考评小组|办公室|考核办|主管部门|职能部门|牵头部门|部门|评委|专家|初评|他评|互评|审定|确认|认定|终评|组织|评议|民主|初审|复审|终审|平时|年终|年度|年底|全年|平均|累计|汇总|局|校|院|镇|乡镇?|村|处|科|厂|公司|集团|学校|科室|社区|党委|支部|总部|主管|分管|领导|组织)*';

/** In order: the first form that fits decides. */
const FORMS: readonly (readonly [RegExp, HeaderRole, number])[] = [
  [/^(?:上(?:一)?(?:年度?|季度?|月|期|次)|去年|前年|往年|历年|同期)/, 'other', 6],
  [/^(?:序号|编号|项目编号|指标编号|序|项次|no\.?)$/i, 'number', 10],
  [/(?:扣|减|失|加|得)+分(?:的|项目?)?(?:原因|说明|理由|情况|事由|备注|简述)/, 'reason', 10],
  [/^(?:扣减|加减|扣罚)?(?:原因|理由|原因说明|事由)(?:及说明)?$/, 'reason', 8],
  [/^备注(?:说明)?$/, 'reason', 6],
  [/^(?:情况)?说明$/, 'reason', 4],
  [
    /(?:佐证|证明|支撑|印证|台账|备查|附件)(?:材料|资料)?|材料清单|数据来源|完成(?:时限|时间|情况|率)|责任人|联系人|电话|落实情况|实施情况|(?:自评|自查|考核|检查|工作)(?:情况|结果|报告|意见|日期|时间)$/,
    'other',
    6,
  ],
  [
    /^自(?:查|评|测|我评价|我评|检|核|报|打).*(?:标准|办法|内容|要求|扣分|加分|人|单位|总分|合计|基本分|依据)$/,
    'other',
    5,
  ],
  [/^(?:本?(?:单位|部门|科室))?(?:申报|自行申报)(?:得|评)?分(?:数|值)?$/, 'self', 9],
  [/(?:自查|自评|自测|自我评价|自我评|自检|自核|自报|自打)[^扣加]*分(?:数|值)?$/, 'self', 10],
  [/(?:自查|自评|自测|自我评价|自我评定|自我评估|自检)(?:数|值)?$/, 'self', 8],
  [
    /(?:评分|计分|记分|打分|扣分|赋分|得分|给分|加减分|加扣分|扣加分|奖惩|加分|算分)[及与和、/]?(?:评分|考核|扣分)?(?:标准|办法|细则|方法|规则|说明|依据|准则|方式|要求|要点|尺度)/,
    'criterion',
    10,
  ],
  [
    /(?:考核|考评|评价|检查|评定|评审|评估|量化|测评|验收)(?:评分|计分|扣分|量化)?[及与和、/]?(?:标准|办法|细则|规则|准则|尺度)/,
    'criterion',
    8,
  ],
  [/^标准$/, 'criterion', 6],
  [/(?:考核|考评|评价|检查|测评)(?:方式|方法|手段|途径|时间|频次|周期|部门|主体|责任)/, 'other', 4],
  [
    /^(?:扣分|加分|减分|加减分|加扣分|扣分值|加分值|应扣分|实扣分|排名|名次|等次|等级|金额|权数)$/,
    'other',
    6,
  ],
  [
    /^(?:分值|标准分值?|标准分数|标准得分|满分|满分值|满分分值|配分|配分值|分值\/?权重|权重分值|考核分值|考核满分|考评分值|指标分值|项目分值|单项分值|小项分值|赋分|赋分值|赋值|应得分|应得分数|规定分值?|设定分值?|基准分值?|额定分值?|最高分|分数值|计分值|参考分值?)$/,
    'max',
    10,
  ],
  [/^(?:基础分值?|基本分值?|目标分值?|总分值|分项分值?|子项分值?)$/, 'max', 8],
  [/^(?:权重|权重分|权重值|分数|分)$/, 'max', 4],
  [/^满分\d{1,4}分?$/, 'max', 8],
  [/^(?:总分|总分数)$/, 'max', 3],
  [new RegExp(String.raw`^${WHO}(?:评|得|打|计|赋|核)?分(?:数|值)?$`), 'review', 9],
  [new RegExp(String.raw`^${WHO}(?:得分|评分|打分)(?:情况|结果|数|值)?$`), 'review', 9],
  [
    /^(?:考核|考评|审核|核定|复核|检查|评审|复评|终评|初评|考核组|考评组|检查组|考核小组|领导小组|考核办|上级)(?:成绩|评价|评定)?$/,
    'review',
    4,
  ],
  [
    /^(?:区级?|市级?|县级?|镇级?|街道|镇街|上级|部门|第三方|组织|年终|年度)(?:考核|考评|审核|核定|复核|检查|评审|复评|评价)$/,
    'review',
    4,
  ],
  [
    /^(?:局|校|院|园|所|站|镇|乡|村|处|科|厂|公司|集团|学校|科室|社区|党委|主管|分管|领导|组织|上级|部门|专家|群众|民主|小组)(?:考|测|互)?评$/,
    'review',
    4,
  ],
  [/^(?:考核|考评|检查)?成绩$/, 'review', 4],
  [
    /^(?:考核|考评|检查|指标|项目|工作)?(?:类别|分类|大类|类型|大项|板块|模块|领域|方面|维度)$|^(?:一级|1级|第一级)(?:指标|项目|内容)?$/,
    'section',
    10,
  ],
  [
    /^(?:二级|三级|四级|2级|3级|具体)(?:指标|项目|内容)?$|^(?:考核|考评|评分|检查|评价|工作)?(?:小项|子项|子项目|要点|事项|细项|分项)$|^指标名称$/,
    'name',
    8,
  ],
  [/^(?:加分|扣分|减分|奖励|附加|否决)(?:项目|事项|内容|指标|情形|条款)(?:名称)?$/, 'name', 6],
  [
    /^(?:被考核|被考评|被检查|责任|成员|考核|牵头|主体|责任主体|承担|受检|参评|联席会议成员|街道|镇街|镇（街道）)?(?:单位|部门|科室|对象)(?:名称)?$/,
    'unit',
    6,
  ],
  [
    /^(?:考核|考评|检查|评价|评分|工作|主要|具体|目标|重点|评估|测评|任务|指标|年度|督查|验收|量化|管理|创建|职责|基本)*(?:内容|项目|指标|要求|任务|目标|条款|指标体系|职责|措施|事项)(?:[及与和、/](?:考核|工作|目标|评分|具体)?(?:内容|要求|目标|指标|标准|任务|措施|分值))?$/,
    'text',
    6,
  ],
];

/** Reads one header: null when the words are none that scoring tables use. Spaces and line breaks do not matter. */
export const headerWord = remember(
  (label: string): HeaderWord | null => (label.length > LONGEST * 4 ? null : readWord(label)),
  LONGEST * 4,
);

function readWord(label: string): HeaderWord | null {
  const whole = compact(label)
    .replace(/[:：*]+$/, '')
    .replace(/^\*+/, '');
  if (whole === '' || whole.length > LONGEST || /^[\d.%-]+$/.test(whole)) return null;
  const base = whole.replace(/[(（【[][^()（）【】[\]]*[)）】\]]/g, '');
  const inBrackets = /[(（【[]([^()（）【】[\]]*)[)）】\]]/.exec(whole)?.[1] ?? '';
  const dated = /^[(（]?(?:19|20)\d{2}(?:年度?)?[)）]?(?=.)/.exec(base)?.[0] ?? '';
  const word = match(base === '' ? inBrackets : base.slice(dated.length));
  if (word?.role === 'review') {
    // Of several stages the last one counts: 初评分 | 复核分, 部门评分 | 最终得分.
    if (/终|复核|复评|复审|核定|审定|认定|确认|全年|汇总/.test(base)) return { role: 'review', weight: 10 };
    if (/初/.test(base)) return { role: 'review', weight: 3 };
  }
  // 得分（自评）, 评分（自查）: the bracket says whose.
  if (word?.role === 'review' && /自[查评]/.test(inBrackets)) return { role: 'self', weight: 9 };
  return word;
}

function match(base: string): HeaderWord | null {
  for (const [form, role, weight] of FORMS) {
    if (form.test(base)) return { role, weight };
  }
  return null;
}

const FRAGMENTS =
  /^(?:分|值|数|号|得分|评分|标准|办法|细则|内容|项目|指标|原因|说明|要求|单位|满分|权重|类别|名称)$/;

/** Whether a short text can be the rest of a header that was broken over several rows: 自查 / 分. */
export function isHeaderFragment(label: string): boolean {
  return FRAGMENTS.test(compact(label));
}

/** How likely a header word alone means the scoring rule rather than a description; for a tie between two rule columns. */
export function isPlainDescription(label: string): boolean {
  return /内容|要求|任务|目标|指标/.test(compact(label)) && !/分/.test(compact(label));
}
