import { remember } from './remember';
import { plainText } from './normalise';

/** A unit as the roster (名册) names it. */
export interface RosterUnit {
  readonly name: string;
  /** Other names it goes by, as people write them. */
  readonly aliases: readonly string[];
}

export interface Roster {
  readonly units: readonly RosterUnit[];
}

function unit(name: string, ...aliases: string[]): RosterUnit {
  return { name, aliases };
}

/**
 * The 34 departments assessed in 2023, in the notice's order (仑流管中心〔2023〕2号), with their everyday short names.
 * Sub-districts are assessed too but the notice names none of them.
 */
export const ROSTER_2023: Roster = {
  units: [
    unit('区发展和改革局', '区发改局', '区发展改革局', '区发改委', '发改局'),
    unit('区经济和信息化局', '区经信局', '区经济信息化局', '经信局'),
    unit('区教育局', '教育局'),
    unit('区民政局', '民政局'),
    unit('区司法局', '司法局'),
    unit(
      '区人力资源和社会保障局',
      '区人社局',
      '区人力社保局',
      '区人力资源社会保障局',
      '人社局',
      '人力社保局',
    ),
    unit('区住房和城乡建设局', '区住建局', '区住房城乡建设局', '住建局'),
    unit('区综合执法局', '区综合行政执法局', '综合执法局', '综合行政执法局', '区城管局'),
    unit('区交通局', '区交通运输局', '交通局', '交通运输局'),
    unit(
      '公安分局',
      '区公安分局',
      '市公安局北仑分局',
      '宁波市公安局北仑分局',
      '区公安局',
      '公安局北仑分局',
      '公安北仑分局',
    ),
    unit('区卫生健康局', '区卫健局', '区卫生和健康局', '卫健局', '卫生健康局'),
    unit('开发区商务局', '区商务局', '商务局', '经济技术开发区商务局', '宁波经济技术开发区商务局'),
    unit(
      '区文化和广电旅游体育局',
      '区文广旅体局',
      '区文化广电旅游体育局',
      '区文旅体局',
      '区文旅局',
      '文广旅体局',
      '文化和广电旅游体育局',
    ),
    unit('区市场监管局', '区市场监督管理局', '市场监管局', '市场监督管理局'),
    unit('区应急管理局', '区应急局', '应急管理局', '应急局'),
    unit('区社会治理中心', '社会治理中心', '区社会治理综合服务中心'),
    unit('区委组织部（区“两新”工委）', '区委组织部', '组织部', '区“两新”工委', '区两新工委'),
    unit('区委宣传部（区新闻办、区文明办）', '区委宣传部', '宣传部', '区新闻办', '区文明办'),
    unit('区委统战部（区民宗局）', '区委统战部', '统战部', '区民宗局'),
    unit('区信访局', '信访局'),
    unit('区委编办', '区编办', '编办', '区委机构编制委员会办公室'),
    unit('区总工会', '总工会'),
    unit('团区委', '共青团北仑区委', '区团委'),
    unit('区妇联', '妇联', '区妇女联合会'),
    unit('区财政局', '财政局'),
    unit('区农业农村局', '农业农村局'),
    unit('区科技局', '区科学技术局', '科技局'),
    unit('区审计局', '审计局'),
    unit('区统计局', '统计局'),
    unit(
      '自然资源和规划分局',
      '区自然资源和规划分局',
      '自然资源规划分局',
      '区资规分局',
      '资规分局',
      '区资规局',
      '区自然资源和规划局',
      '市自然资源和规划局北仑分局',
    ),
    unit('生态环境分局', '区生态环境分局', '区环保局', '环境分局', '区生态环境局', '市生态环境局北仑分局'),
    unit('区医疗保障局', '区医保局', '医保局', '医疗保障局'),
    unit('区大数据管理中心', '区大数据中心', '大数据管理中心', '大数据中心', '区大数据局'),
    unit('区传媒中心', '区融媒体中心', '传媒中心'),
  ],
};

const QUOTES = /["“”'‘’「」『』]/g;
const PREFIX = /^(?:浙江省)?(?:宁波市)?北仑区(?=.{2,})|^(?:宁波)?北仑(?!区)(?=.{2,})/;

/** One spelling of a unit's name: no spaces, quotes or 、 between 区 and a name, half-width brackets. */
function nameKey(text: string): string {
  return plainText(text)
    .replace(QUOTES, '')
    .replace(/^(?:填报单位|被考核单位|考核单位|单位名称|单位|街道名称|街道):/, '')
    .replace(/区、(?=[^区])/g, '区')
    .replace(/(?:\(盖章\)|\(公章\)|[:,。;、]+)$/g, '');
}

function withoutBrackets(key: string): string {
  return key.replace(/\([^()]*\)/g, '');
}

/** Every way to write the key that means the same: with and without 北仑区, 区 and what stands in brackets. */
function spellings(key: string): string[] {
  const forms = new Set<string>();
  for (const form of [key, withoutBrackets(key)]) {
    const local = form.replace(PREFIX, '');
    forms.add(form);
    forms.add(local);
    if (local !== form) forms.add(`区${local}`);
  }
  forms.delete('');
  return [...forms];
}

const keys = new WeakMap<Roster, Map<string, RosterUnit | null>>();

/** Names and aliases of a roster by key; null where two units share one. */
function indexOf(roster: Roster): Map<string, RosterUnit | null> {
  const known = keys.get(roster);
  if (known !== undefined) return known;
  const index = new Map<string, RosterUnit | null>();
  const enter = (key: string, entry: RosterUnit): void => {
    const other = index.get(key);
    index.set(key, other === undefined || other === entry ? entry : null);
  };
  for (const entry of roster.units) {
    for (const name of [entry.name, ...entry.aliases]) {
      for (const key of spellings(nameKey(name))) enter(key, entry);
    }
  }
  keys.set(roster, index);
  return index;
}

/** 各街道 and 街道 alone name no sub-district. */
const SUBDISTRICT =
  /^(?!各|全|本|所有|有关|相关|街道|乡镇|镇街|镇乡|社区|属地)[\u4e00-\u9fff]{1,10}?(?:街道(?:办事处|办)?|镇(?:人民政府|政府)?|乡(?:人民政府|政府)?)$/;
/** Endings that are no place: 城镇, 家乡. */
const NO_PLACE = /(?:城镇|村镇|乡镇|家乡|城乡|集镇|重镇|故乡|下乡|老乡|(?:或|和|及|与|、|的|对|向).*)$/;

function subdistrict(key: string): string | null {
  const local = withoutBrackets(key).replace(PREFIX, '');
  if (!SUBDISTRICT.test(local)) return null;
  const name = local.replace(/(街道)(?:办事处|办)$/, '$1').replace(/([镇乡])(?:人民政府|政府)$/, '$1');
  return NO_PLACE.test(name) ? null : name;
}

/**
 * The unit that a text names, as the roster names it; brackets, spaces, line breaks, quotes and a leading 北仑区 make no
 * difference. A text that ends in 街道, 街道办事处, 镇 or 乡 is taken for a sub-district of that name, though no roster lists
 * it. Null when no unit, or no single one, can be told: it never guesses.
 */
export function recogniseUnit(text: string, roster: Roster = ROSTER_2023): { readonly name: string } | null {
  if (text.length > LONGEST_NAME) return null;
  const known = recognisers.get(roster);
  if (known !== undefined) return known(text);
  const recogniser = remember((name: string) => recognise(name, roster));
  recognisers.set(roster, recogniser);
  return recogniser(text);
}

const LONGEST_NAME = 200;
const recognisers = new WeakMap<Roster, (text: string) => { readonly name: string } | null>();

function recognise(text: string, roster: Roster): { readonly name: string } | null {
  const key = nameKey(text);
  if (key === '') return null;
  const index = indexOf(roster);
  const found = new Set<RosterUnit>();
  for (const spelling of spellings(key)) {
    const entry = index.get(spelling);
    if (entry === null) return null;
    if (entry !== undefined) found.add(entry);
  }
  const [only] = found;
  if (only !== undefined) return found.size === 1 ? { name: only.name } : null;
  const place = subdistrict(key);
  return place === null ? null : { name: place };
}
