import type { Stage } from '../../locale/messages';
import type { SummaryDocument } from '../../locale/summary/messages';
import { conversionOfBlock } from '../../check/across/acrossFiles';
import type { SummaryBlock, SummaryEntry } from '../../check/across/entries';
import type { Conversion } from '../../check/across/submission';
import type { ColumnTotals } from '../../check/report';
import { decimalsOf } from '../../rubric/points';
import { cellAddress } from '../../sheet/address';
import { settingText } from '../../sheet/settings';
import { SUMMARY_SHEETS } from '../../sheet/ownSheets';
import type { CellLook, SheetContent } from '../sheetContent';
import type { LiveFigure } from '../totalFormulas';
import { atMost, conversion } from '../totalFormulas';
import { CATEGORY_LOOKS, CENTRED, COUNT, LINKED, LINKED_COUNT, numberLook, RANK, TEXT } from './looks';
import { STANDING_HEADS } from './names';
import type { ProblemPlaces } from './problems';
import { BODY_ROW, SheetDraft } from './sheetDraft';
import type { SummarySource } from './source';

/** Where things stand on 考核汇总. */
export const STANDING_COLUMN = {
  number: 0,
  unit: 1,
  category: 2,
  selfBase: 3,
  selfBonus: 4,
  selfTotal: 5,
  reviewBase: 6,
  reviewBonus: 7,
  reviewTotal: 8,
  converted: 9,
  rank: 10,
  problems: 11,
  file: 12,
} as const;

const COLUMN = STANDING_COLUMN;

/** 考核汇总: a block a 类别, live totals, converted scores and ranks, with links to what they rest on. */
export function standingsSheet(source: SummarySource, places: ProblemPlaces): SheetContent {
  const { summary, words, office, date } = source;
  const { year, blocks } = summary;
  const draft = new SheetDraft({
    name: SUMMARY_SHEETS.standings,
    title: words.title({ year }),
    info: words.made({ office, year, date }),
    heads: STANDING_HEADS,
    widths: [6, 26, 10, 11, 10, 10, 11, 10, 10, 10, 10, 8, 36],
    footer: words.page,
  });
  let row = BODY_ROW;
  const looks = figureLooks(blocks);
  blocks.forEach((block, index) => {
    drawBlock(draft, block, index, row, looks, source, places);
    row += block.entries.length;
  });
  row += 1;
  for (const block of blocks) {
    const rule = conversionOfBlock(block);
    if (rule !== null) draft.note(row++, conversionNote(block, rule, words), 18);
  }
  draft.note(row++, words.rankNote, 30);
  draft.note(row, words.signatures, 30);
  return draft.finish();
}

function drawBlock(
  draft: SheetDraft,
  block: SummaryBlock,
  index: number,
  start: number,
  looks: FigureLooks,
  source: SummarySource,
  places: ProblemPlaces,
): void {
  const ranked = block.entries.filter(({ standing }) => standing === 'ranked').length;
  const scores = `J$${start + 1}:J$${start + ranked}`;
  block.entries.forEach((entry, at) => {
    const row = start + at;
    const { table, unit, category, file } = entry;
    const { self, review } = table.totals;
    draft.number(row, COLUMN.number, at + 1, COUNT);
    draft.text(row, COLUMN.unit, unit ?? source.words.unnamed, TEXT);
    draft.text(row, COLUMN.category, category, CATEGORY_LOOKS[index % CATEGORY_LOOKS.length] ?? CENTRED);
    drawTotals(draft, row, COLUMN.selfBase, self, table.conversion, looks);
    drawTotals(draft, row, COLUMN.reviewBase, review, table.conversion, looks);
    const look = numberLook(table.conversion.decimals, true);
    const converted = convertedFigure(row, block.stage, entry);
    if (converted === null) draft.number(row, COLUMN.converted, entry.converted, look);
    else draft.figure(row, COLUMN.converted, converted, look);
    drawRank(draft, row, entry, scores, source.words);
    const path = source.summary.submissions[file]?.path ?? '';
    const place = places.get(table);
    draft.number(row, COLUMN.problems, place?.count ?? 0, place === undefined ? COUNT : LINKED_COUNT);
    if (place !== undefined) {
      const to = {
        kind: 'cell',
        sheet: SUMMARY_SHEETS.problems,
        cell: { row: place.row, column: 0 },
      } as const;
      draft.link({ row, column: COLUMN.problems }, to, source.words.seeProblems);
    }
    const href = source.linkTo(file);
    draft.text(row, COLUMN.file, path, href === null ? TEXT : LINKED);
    if (href !== null) {
      const to = { kind: 'file', path: href, sheet: table.sheet, cell: table.at } as const;
      draft.link({ row, column: COLUMN.file }, to, source.words.openFile({ file: path }));
    }
  });
}

interface FigureLooks {
  readonly part: CellLook;
  readonly total: CellLook;
}

/** One number of decimals for all sums, so that their points stand below one another. */
function figureLooks(blocks: readonly SummaryBlock[]): FigureLooks {
  let decimals = 0;
  for (const { entries } of blocks) {
    for (const { table } of entries) {
      for (const totals of [table.totals.self, table.totals.review]) {
        if (totals === null) continue;
        decimals = Math.max(decimals, decimalsOf(totals.base), decimalsOf(totals.bonus));
      }
    }
  }
  return { part: numberLook(decimals, false), total: numberLook(decimals, true) };
}

function drawTotals(
  draft: SheetDraft,
  row: number,
  first: number,
  totals: ColumnTotals | null,
  { totalCap }: Conversion,
  looks: FigureLooks,
): void {
  const base = cellAddress({ row, column: first });
  const bonus = cellAddress({ row, column: first + 1 });
  draft.number(row, first, totals?.base ?? null, looks.part);
  draft.number(row, first + 1, totals?.bonus ?? null, looks.part);
  const sum = `ROUND(${atMost(`${base}+${bonus}`, totalCap)},6)`;
  const cached = finite(totals?.total);
  draft.figure(row, first + 2, { formula: `IF(COUNT(${base},${bonus})=0,"",${sum})`, cached }, looks.total);
}

/** The converted score from the cells of the row, as the settings of its workbook have it; null where no formula can. */
function convertedFigure(row: number, stage: Stage, { table, converted }: SummaryEntry): LiveFigure | null {
  const at = (column: number): string => cellAddress({ row, column });
  const total = at(stage === 'review' ? COLUMN.reviewTotal : COLUMN.selfTotal);
  const base = at(stage === 'review' ? COLUMN.reviewBase : COLUMN.selfBase);
  const { bonusConverted, totalCap } = table.conversion;
  const points = conversion(bonusConverted ? total : atMost(base, totalCap), table.conversion);
  if (points === null) return null;
  return { formula: `IF(ISNUMBER(${total}),${points},"")`, cached: finite(converted ?? undefined) };
}

function finite(value: number | undefined): number | '' {
  return value !== undefined && Number.isFinite(value) ? value : '';
}

function drawRank(
  draft: SheetDraft,
  row: number,
  { standing, rank }: SummaryEntry,
  scores: string,
  words: SummaryDocument,
): void {
  if (standing !== 'ranked') {
    draft.text(row, COLUMN.rank, words.standing[standing], CENTRED);
    return;
  }
  const own = cellAddress({ row, column: COLUMN.converted });
  const formula = `IF(ISNUMBER(${own}),RANK(${own},${scores}),"")`;
  draft.figure(row, COLUMN.rank, { formula, cached: rank ?? '' }, RANK);
}

function conversionNote({ category, stage }: SummaryBlock, rule: Conversion, words: SummaryDocument): string {
  return words.converted({
    category,
    stage,
    full: settingText('convertedFull', rule.convertedFull),
    base: settingText('convertedBase', rule.convertedBase),
    bands: settingText('bands', rule.bands),
    bonusConverted: rule.bonusConverted,
    bonusCap: settingText('bonusCap', rule.bonusCap),
    totalCap: settingText('totalCap', rule.totalCap),
  });
}
