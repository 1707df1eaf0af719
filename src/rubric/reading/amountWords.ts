import { UNIT } from './words';

/* What stands right before or behind an amount and says what kind of number it is. */

export const COMPARED_AFTER =
  /^(?:\([^)]{0,6}\))?(?:含)?(?:及|或)?(?:以上|以下|以内|之间|之上|之下|者|及以上|内(?!部))/;
export const COMPARED_BEFORE =
  /(?:低于|高于|不足|不到|达到|达|超过|超出|未达|少于|多于|大于|小于|等于|[≥≤><]=?|=|满|在|相差|下降|上升|增加|减少|每[^,;。]{0,6}[低高少多降升超差]|每)$/;
export const ECHO_BEFORE =
  /(?:满分|总分值|总分|分值|权重|标准分|赋分|基准分|共|合计|总计|共计|本项|该项|此项|占|总共|平均分|均分|成绩|分数线|及格线|合格线|达标线|分数|考试|测试|测评|评议|满意度|卷面|百分制|原|由|从)(?:值)?(?:为|是|共|计|在)?:?$/;
export const BASE_BEFORE =
  /(?:(?:基础分|基本分|起评分|底分|起始分|基准分)(?:值)?(?:为|是|计|共)?:?\(?|为基[准数](?:分)?,?(?:得|计|记)(?:分)?)$/;
export const SCORED_NEXT =
  /^(?:\([^)]{0,4}\))?(?:的|者)?(?:得|计|记|给|扣|加|减|为|赋|折)(?:分)?(?:为)?[0-9]/;
export const VERB_NEXT =
  /^(?:\/[^,;。]{1,4})?(?:的)?(?:标准|分值|比例|幅度|额度)?(?:进行|予以|给予|累计|依次|相应|逐项|逐次|来|计算)?(扣|减|加|奖|计|得|给)(?!完|满|减半|[0-9])/;
export const RANK_STEP =
  /(?:递减|递增|逐(?:名|位|个|级|档)(?:减少|减|降|少)|依次(?:减少|降低|少得|减|少|降)|顺次(?:减|少))(?:得分|分)?$/;
export const FORMULA_BEFORE = new RegExp(`(?:[×÷=+]|乘以?|除以|(?<!${UNIT})/)$`);
/** 各占3分, 每项占5分, 每项分值1分: what every one of several parts is worth. */
export const EACH_WORTH =
  /(?:各|均|分别|单项|每(?:1|一)?(?:个)?[^,;。]{0,4})占(?:比)?:?$|每(?:1|一)?(?:个)?(?:小)?[项条款点]的?(?:分值|赋分)(?:均|各)?(?:为|是|占)?:?$/;
/** 国家级/省级/市级=5/3/2分. */
export const NAMED_LADDER = /\/[^/=,;。]{1,8}=$/;
/** 5分（完成）/3分（基本完成）: the stroke parts two tiers and divides nothing. */
export const TIER_STROKE = /^\([^()0-9×÷+=]{1,12}\)\/$/;
export const FORMULA_AFTER = /^(?:[×÷](?=[0-9(\u4e00-\u9fff])|\/(?:总|应|全|目标))/;

export const NOT_ONE = /^(?:都|也|均)?不(?:得|给|计|记|予)(?:$|[,;。)\n分并且])/;
/** 良好(80-89分)8分: the marks in brackets are the condition of the points behind them. */
export const POINTS_BEHIND = /^\)[:,的]?[0-9.]{1,5}分/;
/** 本项最低-5分, 扣至-5分为止. */
export const BELOW_ZERO = /(?:最低|不低于|扣[至到])(?:得分|扣|得|为|至|到|计)*:?$/;
export const SIGNED_CAP = /(?:最高|最多|至多|上限|不超过|封顶):?$/;
