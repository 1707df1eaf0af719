import { formatNumber as n } from './format';
import type {
  ColumnName,
  TableFindingMessages,
  HostErrorMessages,
  TableMessages,
  RosterProblem,
  Stage,
  UnitSource,
  UnreadableReason,
} from './messages';
import type { RuleMessages } from './rules';

const COLUMN: Readonly<Record<ColumnName, string>> = {
  section: '考核内容（或单位）',
  points: '部分分值',
  criterion: '评分标准',
  max: '分值',
  self: '自评分',
  review: '考核分',
  reason: '扣分原因',
  name: '项目名称',
  number: '序号',
};

const STAGE: Readonly<Record<Stage, string>> = { self: '自评分', review: '考核分' };

const SOURCE: Readonly<Record<UnitSource, string>> = {
  settings: '“考核设置”表',
  label: '表中“填报单位”处',
  section: '已填分数的部分',
  'file-name': '文件名',
  'sheet-name': '工作表名',
  title: '表格标题',
};

const UNREADABLE: Readonly<Record<UnreadableReason, string>> = {
  empty: '文件是空的，请向报送单位重新索取',
  truncated: '文件不完整，可能没有传完，请重新拷贝或索取',
  'not-a-workbook': '它不是表格文件，请用 Excel 或 WPS 另存为 .xlsx 后再试',
  html: '它其实是网页文件，请用 Excel 或 WPS 打开后另存为 .xlsx',
  'broken-part': '文件内部有损坏，请用 Excel 或 WPS 打开修复后另存为 .xlsx',
  doctype: '文件含有不安全的声明（DOCTYPE），为安全起见不读；请用 Excel 或 WPS 另存为 .xlsx',
  'no-sheets': '文件里没有工作表',
  missing: '没有这个文件，请检查路径',
  'cannot-open': '打不开，请确认文件没有被其他程序占用',
  'too-slow': '读了很久没有读完，已跳过；请用 Excel 或 WPS 打开后另存为 .xlsx',
  crashed: '读取时程序出错，已跳过；请用 Excel 或 WPS 打开后另存为 .xlsx',
};

const ROSTER: Readonly<Record<RosterProblem, (text: string) => string>> = {
  'no-list': () =>
    '里面没有单位。名册应为 JSON 数组，如 [{"考核单位": "区教育局", "类别": "责任单位", "别名": ["教育局"]}]。',
  'not-a-unit': (text) => `“${text}”不是一个单位，请写单位名称，或写成 {"考核单位": "…", "类别": "…"}。`,
  'no-name': () => '没有写单位名称，没有采用，请补上。',
  'name-long': (text) => `单位名称“${text}……”太长，没有采用，请改短。`,
  'name-twice': (text) => `“${text}”前面已经有了，没有重复采用，请删去一个。`,
  'alias-shared': (text) => `别名“${text}”前面的单位已经用了，没有采用，请改成能区分的名称。`,
  'too-many': () => '单位太多，从这里起没有采用，请分成几份名册。',
};

const quoted = (text: string) => `“${text}”`;
const points = (values: readonly number[]) => `${values.map(n).join('、')} 分`;
const orBlank = (value: number | null) => (value === null ? '空白' : ` ${n(value)} 分`);
const within = (max: number | null) => (max === null ? '分数' : ` 0–${n(max)} 之间的分数`);
const nearest = (values: readonly number[]) =>
  values.length > 0 ? `，最接近的可得分值是 ${points(values)}` : '';
const unattainable = (score: number, clause: string, near: readonly number[]) =>
  `按${clause === '' ? '评分标准' : quoted(clause)}得不出 ${n(score)} 分${nearest(near)}，请核对。`;

const findings: TableFindingMessages = {
  'file/unreadable': ({ reason, detail }) =>
    `文件读不了：${UNREADABLE[reason]}${detail === undefined || detail === '' ? '' : `（${detail}）`}。`,
  'file/encrypted': () => '文件设了打开密码，读不了。请用 Excel 或 WPS 打开，去掉密码后保存，再试一次。',
  'file/too-large': ({ part, limitMb }) =>
    `文件${part === undefined || part === '' ? '' : `中的 ${part} `}太大，超过 ${n(limitMb)} MB，没有读。请删去无关的工作表或图片后再试。`,
  'file/unsupported': ({ format }) => `不支持 ${format} 格式，请另存为 .xlsx 后再试。`,
  'table/not-found': ({ sheets, isSummary }) =>
    isSummary === true
      ? '这是汇总表，不是报送的评分表，没有读入。'
      : `${n(sheets)} 个工作表里都没有找到评分表。表头应有“分值”“评分标准”和“自评分”或“考核分”这样的列，请检查表头。`,
  'table/column-missing': ({ column }) => `没有找到“${COLUMN[column]}”列，请检查表头文字。`,
  'table/column-ambiguous': ({ column, headers }) =>
    `有几列都像“${COLUMN[column]}”列：${headers}。请改清表头，只留一列。`,
  'unit/missing': () => '看不出是哪个单位的评分表。请在“考核设置”表的“考核单位”处或表格上方填写单位名称。',
  'unit/unknown': ({ unit, near }) =>
    `名册里没有“${unit}”${near === undefined || near === '' ? '' : `，是否为“${near}”`}？请核对单位名称。`,
  'unit/ambiguous': ({ units }) =>
    `表里写了不同的单位：${units.map(({ unit, source }) => `${SOURCE[source]}是“${unit}”`).join('，')}。请改为同一个单位。`,
  'unit/several-scored': ({ sections }) =>
    `有几个单位的部分都填了分数：${sections.join('、')}。一张表只填本单位的部分，请删去其余的。`,
  'rubric/section-sum': ({ section, points: stated, sum }) =>
    `“${section}”写明 ${n(stated)} 分，各项分值加起来是 ${n(sum)} 分，请核对各项分值。`,
  'rubric/base-sum': ({ base, sum }) =>
    `基本分写明 ${n(base)} 分，各项分值加起来是 ${n(sum)} 分，请核对各项分值。`,
  'rubric/max-changed': ({ item, official, received }) =>
    `“${item}”的分值与下发的细则不同：原为${orBlank(official)}，现为${orBlank(received)}，请改回。`,
  'rubric/text-changed': ({ item, official }) =>
    item === ''
      ? '这张表的评分细则与下发时不一致（细则指纹不符），说不出改了哪里，请与下发的表逐条核对。'
      : `“${item}”的评分标准与下发的细则不同，${official === '' ? '请按下发的表改回' : `原文为：“${official}”，请核对`}。`,
  'rubric/item-missing': ({ section, item, max, number }) => {
    const which = item === '' ? `下发时的第 ${number ?? '?'} 项` : `“${item}”`;
    return `“${section}”里少了一项：${which}${max === null ? '' : `（${n(max)} 分）`}，请按下发的细则补上。`;
  },
  'rubric/item-added': ({ section, item }) => `“${section}”里的“${item}”不在下发的细则中，请核对。`,
  'rubric/criterion-unread': ({ item }) =>
    `没有从“${item}”的评分标准中读出扣分或加分的规则，只核对了满分，请人工判断。`,
  'rubric/suspected-typo': ({ text, meant }) => `“${text}”疑为“${meant}”之误，已按“${meant}”理解。`,
  'rubric/ladder-length': ({ names, points: count, text }) =>
    `“${text}”列了 ${n(names)} 个档次，却有 ${n(count)} 个分数，请核对。`,
  'rubric/halved-without-ladder': ({ text }) => `“${text}”说减半，但前面没有可以减半的分数，请写明分数。`,
  'rubric/deduction-above-max': ({ deduction, max, text }) =>
    `“${text}”一次就扣 ${n(deduction)} 分，超过该项满分 ${n(max)} 分，请核对。`,
  'rubric/item-duplicate': ({ item, other }) => `“${item}”与“${other}”内容相同，是否重复？`,
  'rubric/max-missing': ({ item }) => `“${item}”没有写分值，无法核对是否超过满分。请补上分值。`,
  'score/missing': ({ item, stage, max }) => `“${item}”还没有填${STAGE[stage]}，请填${within(max)}。`,
  'score/not-a-number': ({ item, text, max }) => `“${item}”的得分“${text}”不是数字，请改填${within(max)}。`,
  'score/above-max': ({ item, score, max }) =>
    `“${item}”得 ${n(score)} 分，超过该项满分 ${n(max)} 分，请改为 0–${n(max)} 之间。`,
  'score/below-zero': ({ item, score }) => `“${item}”得 ${n(score)} 分，小于 0。请填得分，不要填扣分数。`,
  'score/unattainable': ({ item, score, clause, nearest: near }) =>
    `“${item}”：${unattainable(score, clause, near)}`,
  'score/too-precise': ({ item, score, step, nearest: near }) =>
    `“${item}”得 ${n(score)} 分，小数位太多，最小单位是 ${n(step)} 分${near.length > 0 ? `，可改为 ${points(near)}` : ''}。`,
  'score/formula-error': ({ item, reason, text }) =>
    reason === 'error-value'
      ? `“${item}”的公式出错（${text}），请改正公式或直接填分数。`
      : `“${item}”的公式还没有计算结果（${text}），请用 Excel 或 WPS 打开，保存后再试。`,
  'score/text-number': ({ text, number }) => `“${text}”是文本，不是数值，已按 ${n(number)} 分计算。`,
  'bonus/unattainable': ({ item, score, clause, nearest: near }) =>
    `加分项“${item}”：${unattainable(score, clause, near)}`,
  'bonus/above-cap': ({ sum, cap }) =>
    `加分共 ${n(sum)} 分，超过加分上限 ${n(cap)} 分，合计时按 ${n(cap)} 分计。`,
  'review/gap': ({ item, self, review, limit }) =>
    `“${item}”自评 ${n(self)} 分，考核 ${n(review)} 分，相差超过 ${n(limit)} 分而没有说明原因，请注明。`,
  'reason/missing': ({ item, lost }) => `“${item}”扣了 ${n(lost)} 分，没有写扣分原因，请补上。`,
  'total/mismatch': ({ label, received, expected }) =>
    `“${label}”写的是 ${received === null ? '空白' : typeof received === 'number' ? n(received) : quoted(received)}，按各项得分应为 ${n(expected)}，请核对。`,
  'roster/invalid': ({ problem, entry, text }) =>
    entry === 0 ? ROSTER[problem](text) : `名册第 ${n(entry)} 条：${ROSTER[problem](text)}`,
  'settings/default-weight': ({ full, base }) =>
    `没有设置折算权重，暂按满 ${n(base)} 分折 ${n(full)} 分计算。如需调整，请在“考核设置”表填写“折算满分”和“折算基数”。`,
  'settings/invalid': ({ key, value, used }) =>
    used === '-' && key !== '-'
      ? `“${key}”不是设置项，没有采用，请核对名称。`
      : `“考核设置”中“${key}”的值“${value}”看不懂，${used === '' ? '暂不采用' : `暂按“${used}”处理`}，请改正。`,
};

const each = (unit: string, step: number) => (step === 1 ? `每${unit}` : `每 ${n(step)} ${unit}`);
const atMost = (verb: string, cap: number | undefined) =>
  cap === undefined ? '' : `，最多${verb} ${n(cap)} 分`;
const DIRECTION = { deduct: '扣', gain: '加', earn: '得' } as const;

const rules: RuleMessages = {
  clauses: {
    'deduct-per': ({ points: p, unit, step, cap }) => `${each(unit, step)}扣 ${n(p)} 分${atMost('扣', cap)}`,
    'deduct-flat': ({ points: p, times, cap }) =>
      `扣 ${n(p)} 分${times > 1 ? `，最多 ${n(times)} 次` : ''}${atMost('扣', cap)}`,
    'deduct-ladder': ({ points: p, cap }) => `分别扣 ${points(p)}${atMost('扣', cap)}`,
    zero: () => '不得分',
    earn: ({ points: p }) => `得 ${n(p)} 分`,
    'earn-range': ({ from, to }) => (to === null ? `得 ${n(from)} 分以上` : `得 ${n(from)}–${n(to)} 分`),
    full: () => '得满分',
    'gain-per': ({ points: p, unit, step, cap }) => `${each(unit, step)}加 ${n(p)} 分${atMost('加', cap)}`,
    'gain-flat': ({ points: p, cap }) => `加 ${n(p)} 分${atMost('加', cap)}`,
    'gain-ladder': ({ points: p, halved, cap }) =>
      `分别加 ${points(p)}${halved ? '（减半）' : ''}${atMost('加', cap)}`,
    discretion: ({ direction, from, to, repeated }) => {
      const bounds =
        to === undefined
          ? from === undefined
            ? '分'
            : ` ${n(from)} 分以上`
          : ` ${n(from ?? 0)}–${n(to)} 分`;
      return `${repeated ? '每次' : ''}酌情${DIRECTION[direction]}${bounds}`;
    },
    proportional: () => '按比例得分',
    rank: ({ step }) => `按名次得分${step === undefined ? '' : `，每名相差 ${n(step)} 分`}`,
    cap: ({ of, points: p, share }) => {
      if (share !== undefined) {
        return `最多${of === 'deduction' ? '扣' : '得'}该项分值的 ${n(share * 100)}%`;
      }
      if (p === null) return of === 'deduction' ? '扣完为止' : '封顶';
      return `最多${of === 'deduction' ? '扣' : '得'} ${n(p)} 分`;
    },
    floor: ({ points: p }) => `最低得 ${n(p)} 分`,
    share: ({ direction, share, repeated }) =>
      `${repeated ? '每次' : ''}${DIRECTION[direction]}该项分值的 ${n(share * 100)}%`,
    'beyond-max': ({ points: p }) => `可以倒扣${p === undefined ? '' : `，最多 ${n(p)} 分`}`,
    'not-applicable': () => '没有这项任务的不扣分',
    'no-double-counting': () => '就高，不重复计分',
    veto: () => '一票否决（影响评定，不影响得分）',
  },
  attainable: {
    list: ({ scores, more }) => `${scores.map(n).join('、')}${more ? '……' : ''}`,
    range: ({ from, to, step }) =>
      `${to === null ? `${n(from)} 起，不封顶` : `${n(from)}–${n(to)}`}，每档 ${n(step)} 分`,
    any: () => '由考核人判断',
    or: '，或 ',
  },
};

const hostErrors: HostErrorMessages = {
  'sheet-missing': ({ sheet }) => `找不到工作表“${sheet ?? ''}”，可能已改名或删除。请重新校验。`,
  'read-only-format': ({ format }) => `${format ?? '这种'} 格式只能读，不能写回。请另存为 .xlsx 后再试。`,
  'write-failed': ({ reason, cell, part, detail, sheet }) => {
    const place = cell ?? part ?? detail;
    const where = place === undefined ? '' : `（${place}）`;
    switch (reason) {
      case 'array-formula':
        return `${cell ?? '要写的单元格'}是数组公式的一部分，不能单独改写，什么也没有写。请先把数组公式改成普通公式或数值。`;
      case 'not-a-worksheet':
        return `工作簿里已有名为“${sheet ?? ''}”的图表或宏工作表，不能改写，什么也没有写。请先给它改名。`;
      case 'encoding':
      case 'missing':
      case 'broken-drawing':
        return `工作簿内部有损坏${where}，什么也没有写。请用 Excel 或 WPS 打开后另存一份再试。`;
      default:
        return `没有写成${where}，原来的内容没有改动。请用 Excel 或 WPS 打开后另存一份再试。`;
    }
  },
  'file-unreadable': ({ detail }) =>
    `文件读不了${detail === undefined ? '' : `（${detail}）`}。请用 Excel 或 WPS 打开检查。`,
  'sheet-protected': ({ sheets }) =>
    `工作表${sheets === undefined ? '' : `“${sheets}”`}受保护，什么也没有写。可以解除保护后写入，再按原样保护。`,
  'sheet-password': ({ sheets }) =>
    `工作表${sheets === undefined ? '' : `“${sheets}”`}有密码保护，什么也没有写。请先用密码撤销保护再试。`,
  'workbook-protected': () =>
    '工作簿的结构受保护，不能新建工作表，什么也没有写。请在“审阅”选项卡取消“保护工作簿”后再试。',
  'cell-editing': () => '正在编辑单元格。请按回车结束编辑后再试。',
  'read-failed': ({ detail }) =>
    `表格读不出来${detail === undefined ? '' : `（${detail}）`}。请稍等片刻或重新打开工作簿后再试。`,
  'write-broken-off': ({ detail }) =>
    `写到一半断了${detail === undefined ? '' : `（${detail}）`}，没能全部还原。请不要保存，关闭后重新打开工作簿。`,
};

/** Chinese: the users' language, and the first. */
/** Without the sentences across files: `locale/summary` adds them for those who summarise. */
export const zhCN: TableMessages = { findings, rules, hostErrors, sentenceSeparator: '\n' };
