import { rosterOf, rosterProblem } from './rosterReading';
import type { RosterEntry, RosterReading } from './rosterReading';

const NAME_KEYS = ['考核单位', '单位', '单位名称', '名称', 'name', 'unit'];
const CATEGORY_KEYS = ['类别', '分类', 'category'];
const ALIAS_KEYS = ['别名', '简称', 'aliases', 'alias'];
const LIST_KEYS = ['名册', '考核单位名册', '考核单位', '单位', 'units', 'roster'];

/**
 * A roster from parsed JSON. Each of these shapes is read:
 * a list of names and of objects with 考核单位 (name), 类别 (category), 别名 (aliases, a list or one text with 、 between);
 * an object with such a list under 名册 or `units`; an object whose keys are categories and whose values are lists.
 * What cannot be used is said by its number in the list.
 */
export function rosterFromJson(json: unknown): RosterReading {
  const problems: ReturnType<typeof rosterProblem>[] = [];
  const entries: RosterEntry[] = [];
  const take = (list: readonly unknown[], category: string): void => {
    for (const value of list) {
      const at = { entry: entries.length + problems.length + 1, sheet: null, cell: null };
      const entry = entryOf(value, category);
      if (entry === null) problems.push(rosterProblem('not-a-unit', at, shown(value)));
      else entries.push({ ...entry, ...at });
    }
  };
  if (Array.isArray(json)) take(json, '');
  else if (isObject(json)) {
    const inside = valueOf(json, LIST_KEYS);
    if (Array.isArray(inside)) take(inside, '');
    else {
      const groups = Object.entries(json);
      if (groups.length > 0 && groups.every(([, value]) => Array.isArray(value)))
        for (const [category, list] of groups) take(list as readonly unknown[], category);
    }
  }
  if (entries.length === 0 && problems.length === 0) {
    problems.push(rosterProblem('no-list', { entry: 0, sheet: null, cell: null }));
  }
  const { roster, findings } = rosterOf(entries);
  return { roster, findings: [...problems, ...findings] };
}

function entryOf(
  value: unknown,
  category: string,
): Pick<RosterEntry, 'name' | 'category' | 'aliases'> | null {
  if (typeof value === 'string') return { name: value, category, aliases: [] };
  if (!isObject(value)) return null;
  const name = valueOf(value, NAME_KEYS);
  const own = valueOf(value, CATEGORY_KEYS) ?? '';
  const aliases = valueOf(value, ALIAS_KEYS) ?? [];
  if (typeof name !== 'string' || typeof own !== 'string') return null;
  if (typeof aliases === 'string') return { name, category: own || category, aliases: splitAliases(aliases) };
  if (!Array.isArray(aliases) || !aliases.every((one): one is string => typeof one === 'string')) return null;
  return { name, category: own || category, aliases };
}

/** Names in one text, with any of the marks that people put between: 区住建局、住建局；区建设局. */
export function splitAliases(text: string): string[] {
  // A 、 inside brackets belongs to the name: 区委宣传部（区新闻办、区文明办）.
  return text
    .split(/[、,，;；|\n](?![^（(]*[)）])/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueOf(from: Readonly<Record<string, unknown>>, keys: readonly string[]): unknown {
  const key = keys.find((one) => Object.prototype.hasOwnProperty.call(from, one));
  return key === undefined ? undefined : from[key];
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 40);
}
