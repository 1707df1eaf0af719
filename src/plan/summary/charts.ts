import type { SummaryEntry } from '../../check/across/entries';
import { cellAddress } from '../../sheet/address';
import type { Rect } from '../../sheet/grid';
import { SUMMARY_SHEETS } from '../../sheet/ownSheets';
import { PAGE } from '../blank/pages';
import type { BarChart, CellLook, SheetCell, SheetContent } from '../sheetContent';
import { HEAD, NOTE, numberLook, RANK, TEXT, TITLE } from './looks';
import { CHART_HEADS } from './names';
import { BODY_ROW } from './sheetDraft';
import type { SummarySource } from './source';
import { STANDING_COLUMN } from './standings';

const COLUMN = { rank: 0, unit: 1, converted: 2, chart: 4 } as const;
/** Narrow enough to stand on a page as it is: then heights are what they say, and blocks begin where pages do. */
const WIDTHS: readonly number[] = [6, 28, 9, 1, ...Array<number>(8).fill(6)];
const LAST = WIDTHS.length - 1;

/** Units beside one chart: more cannot be read on one page. */
const MOST_BARS = 40;
/** Above it names stand better beside lying bars. */
const MOST_STANDING_BARS = 16;

/** Points of height. */
const HEIGHTS = { title: 36, head: 24, lowest: 10.5, highest: 22, least: 300, gap: 18 } as const;
/** Points that a block takes at most: programs differ by a line in what they fit on a page. */
const ROOM = PAGE.height - 30;

/**
 * 折合得分图: for each category the ranking and its bars side by side, each on a page of its own where two do not fit on one.
 * The figures are those of 考核汇总, live.
 */
export function chartsSheet({ summary, words }: SummarySource): SheetContent {
  const draft = new ChartPages();
  let top = BODY_ROW;
  for (const block of summary.blocks) {
    const { category, entries } = block;
    const ranked = entries.filter(({ standing }) => standing === 'ranked');
    const cut = ranked.length > MOST_BARS ? MOST_BARS : null;
    const title = words.chartTitle({ year: summary.year, category, top: cut });
    if (ranked.length > 0) draft.block(title, ranked.slice(0, MOST_BARS), top);
    top += entries.length;
  }
  return draft.finish(words.page, words.noChart);
}

class ChartPages {
  readonly #cells: SheetCell[] = [];
  readonly #merges: Rect[] = [];
  readonly #heights = new Map<number, number>();
  readonly #charts: BarChart[] = [];
  #next = 0;
  /** Points of the page that are taken. */
  #used = 0;

  /** `standing` is the row of the first of them on 考核汇总. */
  block(title: string, entries: readonly SummaryEntry[], standing: number): void {
    const body = ROOM - HEIGHTS.title - HEIGHTS.head;
    const height = Math.max(
      HEIGHTS.lowest,
      Math.min(HEIGHTS.highest, Math.floor((body / entries.length) * 2) / 2),
    );
    const rows = Math.max(entries.length, Math.ceil(HEIGHTS.least / height));
    this.#startPage(HEIGHTS.title + HEIGHTS.head + rows * height);
    this.#text(COLUMN.rank, title, TITLE);
    this.#merges.push({ top: this.#next, left: 0, bottom: this.#next, right: LAST });
    this.#endRow(HEIGHTS.title);
    const head = this.#next;
    CHART_HEADS.forEach((words, column) => this.#text(column, words, HEAD));
    this.#endRow(HEIGHTS.head);
    const size = Math.min(11, Math.floor(height - 3.5));
    for (let index = 0; index < rows; index++) {
      const entry = entries[index];
      if (entry !== undefined) this.#unit(entry, standing + index, size);
      this.#endRow(height);
    }
    if (entries.length < 2) return;
    const cells = (column: number): Rect => ({
      top: head + 1,
      left: column,
      bottom: head + entries.length,
      right: column,
    });
    this.#charts.push({
      title: '',
      horizontal: entries.length > MOST_STANDING_BARS,
      categories: cells(COLUMN.unit),
      series: [{ name: CHART_HEADS[COLUMN.converted], values: cells(COLUMN.converted) }],
      place: { top: head, left: COLUMN.chart, bottom: this.#next - 1, right: LAST },
    });
  }

  finish(footer: string, nothing: string): SheetContent {
    if (this.#next === 0) {
      this.#text(0, nothing, NOTE);
      this.#merges.push({ top: 0, left: 0, bottom: 0, right: LAST });
      this.#endRow(HEIGHTS.title);
    }
    return {
      name: SUMMARY_SHEETS.charts,
      cells: this.#cells,
      merges: this.#merges,
      widths: WIDTHS,
      heights: this.#heights,
      links: [],
      validations: [],
      frozen: null,
      isProtected: false,
      page: { landscape: true, titleRows: null, fitWidth: true, header: '', footer },
      charts: this.#charts,
    };
  }

  #unit({ unit, rank, converted, table }: SummaryEntry, row: number, size: number): void {
    const sized = (look: CellLook): CellLook => ({ ...look, font: { ...look.font, size } });
    const live = (column: number, cached: number | null) =>
      ({
        kind: 'formula',
        formula: `${SUMMARY_SHEETS.standings}!${cellAddress({ row, column })}`,
        cached: cached ?? '',
      }) as const;
    const decimals = numberLook(table.conversion.decimals, true);
    this.#cells.push(
      { row: this.#next, column: COLUMN.rank, content: live(STANDING_COLUMN.rank, rank), look: sized(RANK) },
      {
        row: this.#next,
        column: COLUMN.unit,
        content: { kind: 'value', value: unit ?? '' },
        look: { ...sized(TEXT), wrap: false },
      },
      {
        row: this.#next,
        column: COLUMN.converted,
        content: live(STANDING_COLUMN.converted, converted),
        look: sized(decimals),
      },
    );
  }

  #text(column: number, value: string, look: CellLook): void {
    this.#cells.push({ row: this.#next, column, content: { kind: 'value', value }, look });
  }

  /** A block that does not fit below the last one begins on the next page. */
  #startPage(height: number): void {
    if (this.#used === 0) {
      this.#used = height;
      return;
    }
    const fits = this.#used + HEIGHTS.gap + height <= ROOM;
    const blank = fits ? HEIGHTS.gap : PAGE.height - this.#used;
    for (let left = blank; left > 0; left -= HEIGHTS.gap) this.#endRow(HEIGHTS.gap);
    this.#used = fits ? this.#used + HEIGHTS.gap + height : height;
  }

  #endRow(height: number): void {
    this.#heights.set(this.#next, height);
    this.#next += 1;
  }
}
