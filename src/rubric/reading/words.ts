/**
 * The vocabulary of rule sentences, as sources of regular expressions over normalised text (half-width punctuation, no
 * spaces, Arabic numerals). Every expression is anchored or runs over a short slice, so that reading stays linear.
 */

/** Things that are counted, longest first: 扣1分/次, 每少2课时, 发现一起. */
export const UNIT = [
  '个百分点|百分点|个工作日|工作日|个自然日|自然日|个季度|个小时|个名次|个位次|个等次|个档次|个单位|个部门|个社区|个学时|个课时|个月',
  '人次|户次|家次|台套|台次|班次|车次|场次|频次|批次|件次|项次|课时|学时|小时|分钟|季度|名次|位次|等次|档次|字段|天次',
  '万元|亿元|千元|百元|万人|公里|千米|平方米|立方米|公斤|吨|亩|米|元',
  '街道|社区|单位|部门|企业|学校|人员|村居|项目|环节|方面|指标|案件|事项|任务|问题',
  '个|次|项|处|起|人|篇|户|例|类|条|月|件|份|辆|间|批|天|日|期|家|宗|场|名|位|年|周|旬|台|套|张|座|栋|幢|幅|本|册|部|则',
  '页|轮|届|支|只|头|组|队|村|镇|班|门|节|课|道|题|块|盏|根|种|单|笔|稿|桩|字|封|岗|点|所|员|%|‰',
].join('|');

/** 分 that is no point: 分钟, 三分之一, 分局 … */
export const NOT_POINTS =
  '钟|之|局|管|支|行|公司|校|析|派|布|送|类|工|批|期|段|组|包|队|片|厂|店|场|享|流|散|拣|年|月|季|头|解|开|区域|级|制|率|别';

/** Whose points they are, as parts of a run: 扣责任科室2分, 班级扣2分. No two ways lead through one word. */
export const WHO =
  '单位|部门|科室|班级|班组|班主任|个人|本人|责任人|负责人|领导|街道|镇街|社区|学校|企业|党?支部|网格员?|教师|学生|车间|项目部|大队|中队|窗口|站所|镇|乡|村|责任|相关|有关|所在|所属|主管|当事|分管|主要';

/** What may stand between a verb and its amount: 扣除本项得分2分, 加分：3分, 扣其考核分1分. */
const FILLER = `(?:除|减|掉|去|罚)?(?:其|该|本|此)?(?:项目|单项|项|${WHO}|当月|当季|当年|年度|年终|季度|总|绩效|考核|综合|目标|基础|基本|相应|评议)*(?:得分|总分|分数|分值|分|成绩)?(?:的)?(?:为|是|按|共|约|计|各|分别|-)?:?`;

const DEDUCT = '(?:核减|扣罚|核扣|处罚|(?<![至最不])少[得计记]|倒扣|追扣|追加扣|加扣|另扣|再扣|扣|减|罚)';
const GAIN = '(?:奖励|奖|加记|加计|加|增|追加|上浮|提高|多得)';
const EARN =
  '(?:(?<![统会审设])计|(?<![登书日笔标])记|给|赋|(?<![批点讲测])评|(?<![查截抓])获|(?<![殴敲拨])打|积|算|得|(?<![行认作人])为|折)';

/** Verb of points at the end of the text before an amount. */
export const DEDUCT_BEFORE = new RegExp(`${DEDUCT}(?:少)?${FILLER}$`);
export const GAIN_BEFORE = new RegExp(
  `(?:${GAIN}(?:加|给)?${FILLER}|增加(?:分)?(?:为)?:?|给予(?:奖励|加分)|加分(?:为|至)?:?)$`,
);
export const EARN_BEFORE = new RegExp(`${EARN}(?:得)?(?:分|分值|为|予)?(?:为)?:?$`);
/** 给予2分的扣分: what follows says what is given. */
export const WEAK_EARN = /(?:给予?|予以|为|作)$/;
export const UPSIDE_DOWN = /(?<!不|不得|不再|不予)(?:倒扣|追加扣|追扣)[^,;。]{0,6}$/;
