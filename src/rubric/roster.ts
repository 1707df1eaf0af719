import { remember } from './remember';
import { plainText } from './normalise';
import { ROSTER_2023 } from './roster2023';
import type { Roster, RosterUnit } from './rosterUnit';

export type { Roster } from './rosterUnit';

const QUOTES = /["“”'‘’「」『』]/g;
const PREFIX = /^(?:浙江省)?(?:宁波市)?北仑区(?=.{2,})|^(?:宁波)?北仑(?!区)(?=.{2,})/;

/** One spelling of a unit's name, to compare by: no spaces, quotes or 、 between 区 and a name, half-width brackets. */
export function nameKey(text: string): string {
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
    const place = subdistrict(form);
    if (place !== null) forms.add(place);
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
