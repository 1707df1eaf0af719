import type { Stage } from '../../locale/messages';
import type { SummaryDocument } from '../../locale/summary/messages';
import { conversionOfBlock } from '../../check/across/acrossFiles';
import type { SummaryBlock, SummaryEntry } from '../../check/across/entries';
import type { Conversion } from '../../check/across/submission';
import type { ColumnTotals } from '../../check/report';
import { cellAddress } from '../../sheet/address';
import { settingText } from '../../sheet/settings';
import type { SheetContent } from '../sheetContent';
import type { LiveFigure } from '../totalFormulas';
import { atMost, conversion } from '../totalFormulas';
import {
  CATEGORY_LOOKS,
  CENTRED,
  convertedLook,
  COUNT,
  LINKED,
  LINKED_COUNT,
  NUMBER,
  RANK,
  STRONG,
  TEXT,
} from './looks';
import { STANDING_HEADS, SUMMARY_SHEETS } from './names';
import type { ProblemPlaces } from './problems';
import { BODY_ROW, SheetDraft } from './sheetDraft';
import type { SummarySource } from './source';

const COLUMN = {
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

/** Bars of a chart beyond which nothing can be read. */
const MOST_BARS = 60;
/** Above it names stand better beside lying bars. */
const MOST_STANDING_BARS = 16;
const CHART_ROWS = 16;

/** 考核汇总: a block a 类别, live totals, converted scores and ranks, with links to what they rest on. */
export function standingsSheet(source: SummarySource, places: ProblemPlaces): SheetContent {
  const { summary, words, office, date } = source;
  const { year, blocks } = summary;
  const draft = new SheetDraft({
    name: SUMMARY_SHEETS.standings,
    title: words.title({ year }),
    info: words.made({ office, year, date }),
    heads: STANDING_HEADS,
    widths: [6, 26, 10, 10, 9, 10, 10, 9, 10, 10, 9, 8, 32],
    footer: words.page,
  });
  let row = BODY_ROW;
  const starts = blocks.map((block, index) => {
    const start = row;
    drawBlock(draft, block, index, start, source, places);
    row += block.entries.length;
    return start;
  });
  row += 1;
  for (const block of blocks) {
    const rule = conversionOfBlock(block);
    if (rule !== null) draft.note(row++, conversionNote(block, rule, words), 18);
  }
  draft.note(row++, words.rankNote, 30);
  draft.note(row++, words.signatures, 30);
  row += 1;
  blocks.forEach((block, index) => {
    row += drawChart(draft, block, starts[index] ?? BODY_ROW, row, words);
  });
  return draft.finish();
}

function drawBlock(
  draft: SheetDraft,
  block: SummaryBlock,
  index: number,
  start: number,
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
    drawTotals(draft, row, COLUMN.selfBase, self, table.conversion);
    drawTotals(draft, row, COLUMN.reviewBase, review, table.conversion);
    const look = convertedLook(table.conversion.decimals);
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

function drawTotals(
  draft: SheetDraft,
  row: number,
  first: number,
  totals: ColumnTotals | null,
  { totalCap }: Conversion,
): void {
  const [base, bonus] = [0, 1].map((offset) => cellAddress({ row, column: first + offset }));
  draft.number(row, first, totals?.base ?? null, NUMBER);
  draft.number(row, first + 1, totals?.bonus ?? null, NUMBER);
  const sum = `ROUND(${atMost(`${base}+${bonus}`, totalCap)},6)`;
  const cached = finite(totals?.total);
  draft.figure(row, first + 2, { formula: `IF(COUNT(${base},${bonus})=0,"",${sum})`, cached }, STRONG);
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

/** @returns how many rows it takes, with a blank one below. */
function drawChart(
  draft: SheetDraft,
  { category, entries }: SummaryBlock,
  start: number,
  row: number,
  words: SummaryDocument,
): number {
  const ranked = entries.filter(({ standing }) => standing === 'ranked').length;
  const bars = Math.min(ranked, MOST_BARS);
  if (bars < 2) return 0;
  const horizontal = bars > MOST_STANDING_BARS;
  const rows = horizontal ? bars + 4 : CHART_ROWS;
  const cells = (column: number) => ({ top: start, left: column, bottom: start + bars - 1, right: column });
  draft.chart({
    title: words.chartTitle({ category, top: bars < ranked ? bars : null }),
    horizontal,
    categories: cells(COLUMN.unit),
    series: [{ name: STANDING_HEADS[COLUMN.converted], values: cells(COLUMN.converted) }],
    place: { top: row, left: 0, bottom: row + rows - 1, right: STANDING_HEADS.length - 1 },
  });
  return rows + 1;
}
