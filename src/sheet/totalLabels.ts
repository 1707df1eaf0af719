import { remember } from '../rubric/remember';
import { compact } from './text';
import type { TotalRow } from './table';

/** Labels of the rows that the program itself adds. */
export const OWN_TOTAL_LABELS: ReadonlyMap<string, TotalRow['kind']> = new Map([
  ['基本分合计', 'base'],
  ['加分合计', 'bonus'],
  ['总分', 'total'],
  ['折合目标考核得分', 'converted'],
]);

const FORMS: readonly (readonly [RegExp, TotalRow['kind']])[] = [
  [
    /^(?:按.{0,10})?(?:折合|折算|换算|折后)(?:后|成|为)?(?:的)?(?:目标)?(?:管理)?(?:考核)?(?:得分|分数|分值|分|成绩|总分)?$/,
    'converted',
  ],
  [/^(?:自评|自查|考核|考评)?(?:基本|基础)(?:项)?(?:得)?分(?:合计|小计|总计|总分)?$/, 'base'],
  [
    /^(?:自评|自查|考核|考评)?(?:加分|附加分?|奖励分?|奖分|创新加分)(?:项目?)?(?:得分)?(?:合计|小计|总计|总分|得分)$/,
    'bonus',
  ],
  [/^.{0,14}小计(?:得?分)?$/, 'subtotal'],
  [
    /^(?:本表|本页|全部|考核|考评|自评|自查|最终|最后|实际|各项|综合|检查|评分|评定|以上)*(?:合计|总计|共计|总分|总得分|得分合计|合计得分|合计分|合计分值|合计分数|得分总计|总评分|总成绩|总分值|分值合计|总分合计|合计总分|累计得分|总计得分|总分数)$/,
    'total',
  ],
  [
    /^(?:本|分|该|单|此|小)(?:项|部分|类|块|节|大项|章|组)(?:考核|考评|自评|自查)?(?:得分|总分|合计|总计)$|^分类得分$/,
    'subtotal',
  ],
  [
    /^(?:实得|实评|总评|总体|本年度?|全年|年度|考核|考评|自评|自查|最终|最后|综合|得分|总分|分数)*(?:总分|总得分|总评得?分|总评|得分汇总|总分汇总|分数汇总|得分总和|总和)$/,
    'total',
  ],
  [/^(?:实|实际|最终|最后|综合|年度|全年)(?:考核|考评|自评)?(?:得分|成绩)$/, 'total'],
];

/** No label of a total is longer. */
const LONGEST_LABEL = 60;

/** What a label such as 小计, 合 计（100分） or 折算得分 sums up; null when it is no such label. */
export const totalKind = remember((label: string): TotalRow['kind'] | null => {
  if (label.length > LONGEST_LABEL) return null;
  const plain = compact(label)
    .replace(/[(（【[][^()（）【】[\]]*[)）】\]]/g, '')
    .replace(/[:：=]+$/, '')
    .replace(/[:：]?[\d.]+分?$/, '');
  if (plain === '' || plain.length > 20 || !/[计分绩折换总]/.test(plain)) return null;
  for (const [form, kind] of FORMS) {
    if (form.test(plain)) return kind;
  }
  return null;
}, LONGEST_LABEL);

/** What a row's own label sums up: also the bare 得分 and 汇总, which elsewhere head a column or a sheet. */
export const rowTotalKind = remember((label: string): TotalRow['kind'] | null => {
  if (label.length > LONGEST_LABEL) return null;
  const plain = compact(label).replace(/[(（][^()（）]*[)）]|[:：]+$/g, '');
  return /^(?:得分|汇总|总评|实得分?)$/.test(plain) ? 'total' : totalKind(label);
}, LONGEST_LABEL);
