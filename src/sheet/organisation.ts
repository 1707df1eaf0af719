import { compact, tidyName } from './text';

const ENDINGS =
  '(?:街道办事处|街道办|街道|办事处|镇人民政府|镇政府|镇|乡|社区|村委会|村|居委会|委员会|管委会|管理局|分局|局|委办|委编办|办公室|办|中心|总工会|妇联|残联|团委|区委|工委|党委|法院|检察院|医院|学校|大队|支队|中队|所|站|公司|集团|协会|联合会|银行|部)';
const ORGANISATION = new RegExp(
  `^[\\u4e00-\\u9fa5A-Za-z0-9“”"（）()、·]{1,30}${ENDINGS}(?:[（(][^（）()]{1,20}[)）])?$`,
);
/** 基础工作, 共性指标, 全区 …: headings and bodies that are nobody in particular. */
const NOBODY =
  /工作|指标|创新|特色|加分|扣分|附加|共性|个性|基础|奖励|否决|小计|合计|总分|考核|^(?:各|全|本|有关|相关|其他|所有|区级|市级|县级|责任)|^[^（(]*(?:各|有关|相关)(?:街道|部门|单位|镇|乡|社区)/;
const BARE = new RegExp(
  `^(?:市|区|县|省)?${ENDINGS}$|^[\\u4e00-\\u9fa5]{1,4}(?:市|区|县)(?:街道|镇|乡|社区|部)$`,
);

/** Whether a text reads like the name of an organisation: 区教育局, 新碶街道, 大港社区. Not: 基础工作, 各街道, 北仑区街道. */
export function looksLikeOrganisation(text: string): boolean {
  const name = compact(text);
  return ORGANISATION.test(name) && !NOBODY.test(name) && !BARE.test(name);
}

/** Words that say what kind of place or body it is, and not which: 中小, 农业, 平安, 乡. */
const KIND_WORDS =
  '(?:全|各|本|区|市|县|省|国|中小?|小|农业|农|乡|城|新|老|大|集|重|行政|自然|基层|基本|社会|公共|公立|公办|民办|私立|事业|企业|街道|社区|镇|村|级|重点|文明|和谐|平安|美丽|示范|先进|星级|智慧|数字|绿色|生态|法治|卫生|健康|安全|活力|幸福|模范|标准化|规范化|特色|中心|党建|党群|政务|便民|综合|服务|行政服务|养老|医疗|文化|工作|管理|派出|司法|财政|税务|供电|物业|施工|人民|居民|村民|党政|机关|直属|下属|两新|两|无讼|无毒|无访|无|创建|加强|推进|深化|开展|优秀|最美|优良|合格|城市|老旧|建设|落实|完善|、|和|及|与|（|）)';
const KIND = new RegExp(`^${KIND_WORDS}*${ENDINGS}$`);

/** Whether a name says only what kind of place or body is meant: 中小学校, 农业农村, 平安社区; not 东风社区, 实验学校. */
export function namesOnlyAKind(text: string): boolean {
  return KIND.test(compact(text));
}

const WIDE = new RegExp(
  `(?:${ENDINGS}|小学|中学|大学|学院|幼儿园|院|室|厂|酒店|宾馆|商场|超市|市场|小区|物业|支行|合作社|园区|基地|处|科|馆|园|农场|林场|专班|企业|商会|党支部|党总支)(?:[（(][^（）()]{1,20}[)）])?$`,
);

/** Whether a text beside a label can be a unit of any kind: also 实验小学, 东海酒店, 第三党支部. */
export function couldBeUnit(text: string): boolean {
  const name = compact(text);
  return (
    /^[\u4e00-\u9fa5A-Za-z0-9“”"（）()、·]{3,40}$/.test(name) &&
    WIDE.test(name) &&
    !NOBODY.test(name) &&
    !KIND.test(name)
  );
}

/** What kind of unit a name is, for telling whether two names can mean the same seat; null when its ending says nothing. */
export function unitKind(name: string): 'street' | 'community' | 'department' | 'school' | 'company' | null {
  const plain = compact(name).replace(/[（(][^（）()]*[)）]$/, '');
  if (/(?:街道|街道办事处|街道办|办事处|镇|乡|镇政府|乡政府|人民政府)$/.test(plain)) return 'street';
  if (/(?:社区|村|居委会|村委会|小区)$/.test(plain)) return 'community';
  if (/(?:小学|中学|学校|大学|学院|幼儿园)$/.test(plain)) return 'school';
  if (/(?:公司|集团|厂|企业|酒店|宾馆|商场|超市|支行|银行)$/.test(plain)) return 'company';
  return /(?:局|委|办|办公室|部|工会|妇联|团委|团区委|残联|委员会|法院|检察院)$/.test(plain)
    ? 'department'
    : null;
}

/** A name without the marks of a form: 新碶街道（盖章）＿＿ → 新碶街道; '' when nothing but a blank is left. */
export function withoutFormMarks(text: string): string {
  const bare = text
    .replace(
      /[(（【[]\s*(?:加?盖?单?位?公?章|单位盖章|盖\s*章|签\s*章|公\s*章|签\s*字|签\s*名|全称)\s*[)）】\]]/g,
      ' ',
    )
    .replace(/[_＿﹍—\-－.…·]{2,}/g, ' ')
    .replace(/[_＿]/g, ' ');
  return tidyName(bare.replace(/^[\s:：,，]+|[\s:：,，；;。]+$/g, ''));
}
