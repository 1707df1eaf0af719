import type { UnitSource } from '../locale/messages';
import type { CellRef, Finding } from '../rubric/finding';
import { finding } from '../rubric/finding';
import { recogniseUnit } from '../rubric/roster';
import type { Roster } from '../rubric/roster';
import type { GridReader } from './gridReader';
import { couldBeUnit, looksLikeOrganisation, unitKind } from './organisation';
import type { BareTable } from './readTable';
import type { TableItem, TableSection, UnitClue } from './table';
import { compact, tidyName } from './text';
import { endOfTextBelow } from './surroundings';
import { labelledUnits } from './unitLabels';
import type { LabelledUnit } from './unitLabels';
import { isUnitName, unitsInName, unitsInTitle } from './unitNames';

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
  strong.push(...plainest(named).map((label) => clue('label', label.text, label.cell)));
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
  const titled = [...unitsInTitle(table.title, outside.roster), ...alone].map((text) =>
    clue('title', text, null),
  );
  // A title may speak of the office that sends the sheet out: beside a label only a like unit contradicts it.
  const said = [...strong];
  strong.push(...titled.filter((one) => said.every((other) => sameUnit(one, other) || areAlike(one, other))));
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

/**
 * The labels that say who is assessed: those that say so surely, else those beside what reads like a unit. 街道： beside
 * 社区： only places the community, and 填报单位： beside 被考核单位： may be somebody else.
 */
function plainest(labels: readonly LabelledUnit[]): LabelledUnit[] {
  const sure = labels.filter((label) => label.sure);
  const counted = sure.length > 0 ? sure : labels.filter((label) => couldBeUnit(label.text));
  const [first] = [...counted].sort((a, b) => a.rank - b.rank);
  if (first === undefined) return [];
  const kind = unitKind(first.text);
  return counted.filter((label) => label.rank === first.rank || unitKind(label.text) === kind);
}

/** Whether two names are of the same kind, so that they cannot both be right: two streets, two departments. */
function areAlike(a: UnitClue, b: UnitClue): boolean {
  const kind = unitKind(nameOf(a));
  return kind !== null && kind === unitKind(nameOf(b));
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
    const agrees = weak.some((clue) => sameUnit(clue, first));
    const isCommunity = unitKind(nameOf(first)) === 'community';
    const contrary = weak.find(
      (clue) => clue.known !== null && !sameUnit(clue, first) && (!isCommunity || areAlike(clue, first)),
    );
    if (contrary !== undefined && !agrees) findings.push(ambiguous(sheet, [first, contrary]));
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

/** Labels above and below the table, in the text that belongs to it; a cut's other columns count too. */
function readLabels(reader: GridReader, table: BareTable): LabelledUnit[] {
  const above = labelledUnits(reader, Math.max(table.from, table.block.top - 40), table.block.top - 1);
  const below = labelledUnits(
    reader,
    table.bodyBottom + 1,
    Math.min(table.to, table.area.bottom + 40, endOfTextBelow(reader, table.block, table.bodyBottom + 1)),
  );
  // Between stacked tables a line above the next header belongs to that one when the first is labelled above itself.
  return table.to !== Number.MAX_SAFE_INTEGER && above.some((label) => label.text !== '')
    ? above
    : [...above, ...below];
}
