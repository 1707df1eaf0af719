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

/** A name without the marks of a form: 新碶街道（盖章）＿＿ → 新碶街道; '' when nothing but a blank is left. */
export function withoutFormMarks(text: string): string {
  const bare = text
    .replace(
      /[(（【[]\s*(?:加?盖?单?位?公?章|盖\s*章|签\s*章|公\s*章|签\s*字|签\s*名|全称)\s*[)）】\]]/g,
      ' ',
    )
    .replace(/[_＿﹍—\-－.…·]{2,}/g, ' ')
    .replace(/[_＿]/g, ' ');
  return tidyName(bare.replace(/^[\s:：,，]+|[\s:：,，；;。]+$/g, ''));
}
