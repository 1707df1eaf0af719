import { remember } from '../rubric/remember';
import { recogniseUnit } from '../rubric/roster';
import type { Roster } from '../rubric/roster';
import { looksLikeOrganisation, namesOnlyAKind } from './organisation';
import { tidyName } from './text';

const officialUnitsInTitle = remember((title) => namesInTitle(title, undefined));

/** 新碶街道2023年度…评分表, …评分表（新碶街道）: the name before the year or the subject, or in brackets. */
export function unitsInTitle(title: string, roster: Roster | undefined): readonly string[] {
  return roster === undefined ? officialUnitsInTitle(title) : namesInTitle(title, roster);
}

function namesInTitle(title: string, roster: Roster | undefined): readonly string[] {
  const flat = tidyName(title);
  const before =
    flat.split(/关于|(?:19|20)\d{2}|二[〇零]|年度|流动人口|考核|评分|自评|自查|目标|工作|管理/)[0] ?? '';
  // 新碶街道环境卫生考核表: the place stands first, whatever follows.
  const place =
    /^(?:[\u4e00-\u9fa5]{2,4}[省市区县])*[\u4e00-\u9fa5]{1,4}?(?:街道办事处|街道|镇|社区)/.exec(flat)?.[0] ??
    '';
  const inside = [...flat.matchAll(/[(（【]([^()（）【】]{2,30})[)）】]/g)].map((match) => match[1] ?? '');
  const names = isUnitName(before, roster) ? [before, ...inside] : [place, ...inside];
  return names
    .map((part) => part.replace(/^附件\s*\d*[:：]?/, ''))
    .filter((part) => isUnitName(part, roster));
}

export function isUnitName(text: string, roster: Roster | undefined): boolean {
  if (text.length < 2 || text.length > 30) return false;
  // 001.xlsx: of the official units none is a number, while somebody's own may be.
  if (roster === undefined && /^\d+$/.test(text)) return false;
  const known = recogniseUnit(text, roster);
  const isPlace = /(?:街道|镇|乡|社区|村)$/.test(text);
  if (known !== null && !isPlace) return true;
  if (namesOnlyAKind(text)) return false;
  if (looksLikeOrganisation(text)) return true;
  return known !== null && !/^[\u4e00-\u9fa5]*[市区县](?:街道|镇|乡)$/.test(text);
}

/** Names in a file or sheet name: 附件1-新碶街道自评表(2023).xlsx. Only what is a unit's name counts. */
export function unitsInName(name: string, roster: Roster | undefined): string[] {
  const bare = name.replace(/\.[A-Za-z]{2,5}$/, '');
  const parts = bare
    .split(
      /[\s_\-—－–+~·.,，、:：()（）【】[\]《》]+|附件\s*[一二三四五\d]*|(?:19|20)\d{2}(?:年度?)?|年度|表\d*$|副本|最终|终稿|定稿|修改|自评|自查|考核|评分|细则|填报|汇总|流动人口|服务|目标|责任制?|得分|打分|上报|报送|盖章|关于|的/,
    )
    .map((part) => part.replace(/^\d+/, '').trim())
    .filter((part) => part.length >= 2);
  const found = [bare, ...parts].filter((part) => isUnitName(part, roster));
  return [...new Set(found)].slice(0, 4);
}
