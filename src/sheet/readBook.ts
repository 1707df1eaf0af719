import { finding } from '../rubric/finding';
import type { Finding } from '../rubric/finding';
import type { Roster } from '../rubric/roster';
import { gridReader } from './gridReader';
import type { GridReader } from './gridReader';
import type { FormMemory } from './formMemory';
import type { BookSnapshot, Grid } from './grid';
import { keptSheetNumber } from './keptSheet';
import { isOwnSheet, isStandingsSheet } from './ownSheets';
import { mergeSettings, readSettings, SETTINGS_SHEET } from './readSettings';
import { readTables } from './readTable';
import type { BareTable } from './readTable';
import type { Settings } from './settings';
import { wholly } from './steps';
import type { Steps } from './steps';
import type { ScoringBook, ScoringTable, UnitClue } from './table';
import { compact } from './text';
import { withUnits } from './totals';
import { readUnit, sectionUnit } from './unit';
import type { UnitOutside } from './unit';
import { labelledUnits } from './unitLabels';
import { yearIn } from './year';
import { recogniseUnit } from '../rubric/roster';

export interface ReadOptions {
  /** Settings that hold instead of the workbook's. */
  readonly settings?: Partial<Settings>;
  /** Units to recognise instead of the official ones. */
  readonly roster?: Roster;
  /** Forms of other books that were read before: what was filled in on one is read the same, and faster. */
  readonly forms?: FormMemory;
}

/**
 * Finds and reads every scoring table of a workbook. Hidden sheets count only where no visible sheet has a table.
 * Never throws: what cannot be read is a finding.
 */
export function readBook(snapshot: BookSnapshot, options: ReadOptions = {}): ScoringBook {
  return wholly(readBookInSteps(snapshot, options));
}

/** The same a step at a time: a few milliseconds each in a book of thousands of rows. */
export function* readBookInSteps(snapshot: BookSnapshot, options: ReadOptions = {}): Steps<ScoringBook> {
  const { settings: own, findings: settingFindings, cells } = readSettings(snapshot.grids);
  const settings = options.settings === undefined ? own : mergeSettings(own, options.settings);
  const readers = snapshot.grids
    .filter(({ name }) => !isOwnSheet(name) && keptSheetNumber(name) === null)
    .map((grid) => ({ reader: gridReader(grid), tables: [] as BareTable[] }));
  for (const hidden of [false, true]) {
    if (readers.some((entry) => entry.tables.length > 0)) break;
    for (const entry of readers) {
      if (entry.reader.grid.hidden === hidden) entry.tables = yield* readTables(entry.reader, options.forms);
    }
  }
  const settingsCell = cells.get('unit') ?? null;
  const outside: UnitOutside = {
    settingsUnit:
      settings.unit === null || settings.unit === ''
        ? null
        : {
            text: settings.unit,
            cell: settingsCell,
            sheet: settingsCell === null ? null : settingsSheetName(snapshot.grids),
          },
    fileName: snapshot.fileName,
    roster: options.roster,
    cover: coverClues(readers, options.roster),
  };
  const tables = readers
    .flatMap(({ reader, tables: bare }) =>
      bare.map((table) => completeTable(reader, table, outside, settings)),
    )
    .map((table, index, all) => (index === 0 && !all.some(hasScores) ? withoutScores(table) : table));
  const findings: Finding[] = [...settingFindings];
  if (tables.length === 0) {
    const isSummary = snapshot.grids.some(({ name }) => isStandingsSheet(name));
    findings.push(
      finding({
        code: 'table/not-found',
        // Among returned sheets lies a summary of them: nobody has to do anything about it.
        severity: isSummary ? 'notice' : 'error',
        sheet: null,
        cell: null,
        params: { sheets: snapshot.grids.length, ...(isSummary && { isSummary }) },
      }),
    );
  }
  return { fileName: snapshot.fileName, settings, tables, findings };
}

function hasScores({ columns }: ScoringTable): boolean {
  return columns.self !== undefined || columns.review !== undefined;
}

/** A book in which nothing can be scored says so once; a table without scores beside another is an explanation of it. */
function withoutScores(table: ScoringTable): ScoringTable {
  const { top: row, left: column } = table.area;
  const missing = finding({
    code: 'table/column-missing',
    severity: 'warning',
    sheet: table.grid.name,
    cell: { row, column },
    params: { column: 'review' },
  });
  return { ...table, findings: [...table.findings, missing] };
}

function completeTable(
  reader: GridReader,
  bare: BareTable,
  outside: UnitOutside,
  settings: Settings,
): ScoringTable {
  const { block, from, sections } = bare;
  const withOwn = withUnits(sections, (section) =>
    bare.form === 'department' ? sectionUnit(section, outside.roster) : null,
  );
  const reading = readUnit(reader, bare, withOwn, outside);
  return {
    grid: bare.grid,
    form: bare.form,
    title: bare.title,
    headerRows: bare.headerRows,
    columns: bare.columns,
    area: bare.area,
    items: bare.items,
    rubricKey: bare.rubricKey,
    totals: bare.totals,
    sections: withOwn,
    unitClues: reading.clues,
    unit: reading.unit,
    year:
      settings.year ??
      yearAbove(reader, from, block.top, bare.title) ??
      yearIn(outside.fileName ?? '') ??
      yearIn(reader.grid.name),
    findings: [...bare.findings, ...reading.findings],
  };
}

/** The year in the title, else in any line between the table and what stands above it. */
function yearAbove(reader: GridReader, from: number, top: number, title: string): number | null {
  const inTitle = yearIn(title);
  if (inTitle !== null) return inTitle;
  for (let position = reader.from(Math.max(from, top - 40)); position < reader.rows.length; position++) {
    const row = reader.rows[position];
    if (row === undefined || row.index >= top) break;
    for (const cell of row.cells.slice(0, 60)) {
      const year = typeof cell.value === 'string' ? yearIn(cell.value) : null;
      if (year !== null) return year;
    }
  }
  return null;
}

/** Labels on visible sheets without a table, such as a cover. */
function coverClues(
  readers: readonly { readonly reader: GridReader; readonly tables: readonly BareTable[] }[],
  roster: Roster | undefined,
): UnitClue[] {
  if (!readers.some((entry) => entry.tables.length > 0)) return [];
  return readers
    .filter((entry) => entry.tables.length === 0 && !entry.reader.grid.hidden)
    .flatMap(({ reader }) =>
      labelledUnits(reader, 0, 60)
        .filter((label) => label.sure && label.text !== '')
        .map((label) => ({
          source: 'label' as const,
          text: label.text,
          known: recogniseUnit(label.text, roster)?.name ?? null,
          cell: label.cell,
          sheet: reader.grid.name,
        })),
    )
    .slice(0, 1);
}

function settingsSheetName(grids: readonly Grid[]): string | null {
  return grids.find((grid) => compact(grid.name) === SETTINGS_SHEET)?.name ?? null;
}
