import type { UnitSource } from '../locale/messages';
import type { CellRef, Finding } from '../rubric/finding';
import { finding } from '../rubric/finding';
import { recogniseUnit } from '../rubric/roster';
import type { Roster } from '../rubric/roster';
import type { GridReader } from './gridReader';
import { looksLikeOrganisation } from './organisation';
import type { BareTable } from './readTable';
import type { TableItem, TableSection, UnitClue } from './table';
import { compact, tidyName } from './text';
import { labelledUnits } from './unitLabels';

export interface UnitReading {
  readonly clues: readonly UnitClue[];
  readonly unit: string | null;
  readonly findings: readonly Finding[];
}

export interface UnitOutside {
  readonly settingsUnit: {
    readonly text: string;
    readonly cell: CellRef | null;
    readonly sheet: string | null;
  } | null;
  readonly fileName: string | null;
  readonly roster: Roster | undefined;
  /** Labels on a sheet without a table (a cover). */
  readonly cover: readonly UnitClue[];
}

/** The unit whose own section this is in a department table: as the roster names it, else as written. */
export function sectionUnit(section: TableSection, roster: Roster | undefined): string | null {
  if (section.bonus || section.name === '') return null;
  const known = recogniseUnit(section.name, roster)?.name ?? null;
  return known ?? (looksLikeOrganisation(section.name) ? section.name : null);
}

/** Every place that names a unit, the unit they agree on, and what to say where they do not. */
export function readUnit(
  reader: GridReader,
  table: BareTable,
  sections: readonly TableSection[],
  outside: UnitOutside,
): UnitReading {
  const clue = (source: UnitSource, text: string, cell: CellRef | null, sheet?: string | null): UnitClue => ({
    source,
    text,
    known: recogniseUnit(text, outside.roster)?.name ?? null,
    cell,
    ...(sheet == null || sheet === reader.grid.name ? {} : { sheet }),
  });
  const strong: UnitClue[] = [];
  const settings = outside.settingsUnit;
  if (settings !== null) strong.push(clue('settings', settings.text, settings.cell, settings.sheet));
  const labels = readLabels(reader, table);
  const named = labels.filter((label) => label.text !== '');
  const sure = named.filter((label) => label.sure);
  for (const label of sure.length > 0 ? sure : named) {
    const read = clue('label', label.text, label.cell);
    if (label.sure || read.known !== null || looksLikeOrganisation(label.text)) strong.push(read);
  }
  const own = sections.filter((section) => section.unit !== null);
  const scored = own.filter((section) => section.items.some((index) => isScored(table.items[index])));
  const sole = own.length === 1 ? own : scored;
  const [only] = sole;
  if (only !== undefined && sole.length === 1) {
    strong.push({
      source: 'section',
      text: only.name,
      known: knownSection(only, outside.roster),
      cell: only.nameCell,
    });
  }
  const alone = table.linesAbove
    .map(tidyName)
    .filter((line) => !/[:：]/.test(line) && isUnitName(line, outside.roster));
  for (const text of [...unitsInTitle(table.title, outside.roster), ...alone])
    strong.push(clue('title', text, null));
  if (strong.length === 0) strong.push(...outside.cover);
  const weak = [
    ...unitsInName(outside.fileName ?? '', outside.roster).map((text) => clue('file-name', text, null)),
    ...unitsInName(reader.grid.name, outside.roster).map((text) => clue('sheet-name', text, null)),
  ];
  return settle(
    table,
    strong,
    weak,
    scored.length > 1 && own.length > 1 ? scored : [],
    labels.length > named.length,
  );
}

function settle(
  table: BareTable,
  strong: readonly UnitClue[],
  weak: readonly UnitClue[],
  severalScored: readonly TableSection[],
  blankLabel: boolean,
): UnitReading {
  const sheet = table.grid.name;
  const findings: Finding[] = [];
  const names = distinct(strong);
  const first = names[0];
  let unit: string | null = null;
  if (severalScored.length > 1) {
    findings.push(
      finding({
        code: 'unit/several-scored',
        severity: 'warning',
        sheet,
        cell: severalScored[1]?.nameCell ?? null,
        params: { sections: severalScored.map((section) => section.name) },
      }),
    );
    unit = names.length === 1 && first !== undefined ? nameOf(first) : null;
  } else if (names.length > 1) {
    findings.push(ambiguous(sheet, names));
  } else if (first !== undefined) {
    unit = nameOf(first);
    const contrary = weak.find((clue) => clue.known !== null && !sameUnit(clue, first));
    if (contrary !== undefined) findings.push(ambiguous(sheet, [first, contrary]));
  } else {
    const known = distinct(weak);
    if (known.length > 1) findings.push(ambiguous(sheet, known));
    else unit = known[0] === undefined ? null : nameOf(known[0]);
    if (known.length === 0 && (table.form !== 'other' || blankLabel) && table.items.some(isScored)) {
      findings.push(finding({ code: 'unit/missing', severity: 'warning', sheet, cell: null, params: {} }));
    }
  }
  if (unit !== null && table.form !== 'other' && ![...strong, ...weak].some((clue) => clue.known === unit)) {
    const cell = first?.sheet === undefined ? (first?.cell ?? null) : null;
    findings.push(
      finding({ code: 'unit/unknown', severity: 'notice', sheet, cell, params: { unit }, received: unit }),
    );
  }
  return { clues: [...strong, ...weak], unit, findings };
}

function ambiguous(sheet: string, clues: readonly UnitClue[]): Finding {
  const params = { units: clues.map((clue) => ({ unit: nameOf(clue), source: clue.source })) };
  const cell = clues.find((clue) => clue.cell !== null && clue.sheet === undefined)?.cell ?? null;
  return finding({ code: 'unit/ambiguous', severity: 'warning', sheet, cell, params });
}

function nameOf(clue: UnitClue): string {
  return clue.known ?? tidyName(clue.text);
}

/** Two ways of writing one unit: the same in the roster, or one contains the other (大港社区, 新碶街道大港社区). */
function sameUnit(a: UnitClue, b: UnitClue): boolean {
  if (a.known !== null && b.known !== null) return a.known === b.known;
  const [first, second] = [compact(nameOf(a)), compact(nameOf(b))];
  return first.includes(second) || second.includes(first);
}

function distinct(clues: readonly UnitClue[]): UnitClue[] {
  const found: UnitClue[] = [];
  for (const clue of clues) if (!found.some((other) => sameUnit(other, clue))) found.push(clue);
  return found;
}

function knownSection(section: TableSection, roster: Roster | undefined): string | null {
  return recogniseUnit(section.name, roster)?.name ?? null;
}

/** Any score that was entered counts, whatever it is. */
function isScored(item: TableItem | undefined): boolean {
  return [item?.self, item?.review].some((cell) => cell != null && cell.state !== 'blank');
}

/** Labels above and below the table, in its own stretch of the sheet; a cut's other columns count too. */
function readLabels(reader: GridReader, table: BareTable): ReturnType<typeof labelledUnits> {
  const above = labelledUnits(
    reader,
    Math.max(table.from, table.block.top - 40),
    table.block.top - 1,
    () => false,
  );
  const below = labelledUnits(
    reader,
    table.bodyBottom + 1,
    Math.min(table.to, table.area.bottom + 40),
    () => false,
  );
  // Between stacked tables a line above the next header belongs to that one when the first is labelled above itself.
  return table.to !== Number.MAX_SAFE_INTEGER && above.some((label) => label.text !== '')
    ? above
    : [...above, ...below];
}

/** 新碶街道2023年度…评分表, …评分表（新碶街道）: the name before the year or the subject, or in brackets. */
function unitsInTitle(title: string, roster: Roster | undefined): string[] {
  const flat = tidyName(title);
  const before =
    flat.split(/关于|(?:19|20)\d{2}|二[〇零]|年度|流动人口|考核|评分|自评|自查|目标|工作|管理/)[0] ?? '';
  // 新碶街道环境卫生考核表: the place stands first, whatever follows.
  const place = /^[\u4e00-\u9fa5]{1,10}?(?:街道办事处|街道|镇|社区)/.exec(flat)?.[0] ?? '';
  const inside = [...flat.matchAll(/[(（【]([^()（）【】]{2,30})[)）】]/g)].map((match) => match[1] ?? '');
  const names = isUnitName(before, roster) ? [before, ...inside] : [place, ...inside];
  return names
    .map((part) => part.replace(/^附件\s*\d*[:：]?/, ''))
    .filter((part) => isUnitName(part, roster));
}

function isUnitName(text: string, roster: Roster | undefined): boolean {
  if (text.length < 2 || text.length > 30) return false;
  return (
    looksLikeOrganisation(text) ||
    (recogniseUnit(text, roster) !== null && !/^[\u4e00-\u9fa5]*[市区县](?:街道|镇|乡)$/.test(text))
  );
}

/** Names in a file or sheet name: 附件1-新碶街道自评表(2023).xlsx. Only what is a unit's name counts. */
function unitsInName(name: string, roster: Roster | undefined): string[] {
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
