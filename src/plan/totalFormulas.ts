import { formatNumber } from '../locale/format';
import { bandsDescending } from '../check/conversion';
import type { ColumnTotals } from '../check/report';
import type { Settings } from '../sheet/settings';

/** Decimals that a sum is rounded to: those of points arithmetic. Without it 0.1 + 0.2 shows its binary noise. */
const SUM_DECIMALS = 6;

/** Decimals beyond which there is only binary noise: rounded to them, halves are halves again. */
const NOISE_DECIMALS = 9;

/** Longest formula that every spreadsheet takes is 8192 characters; nothing longer is written. */
const LONGEST_FORMULA = 8000;

/** Most ranges in one SUM: Excel takes 255 arguments. */
const MOST_ARGUMENTS = 200;

/** Most bands that nested IFs can tell apart: Excel nests 64 deep. */
const MOST_BANDS = 60;

/** A formula without its `=`, and the value that it gives. */
export interface LiveFigure {
  readonly formula: string;
  readonly cached: number | '';
}

/** The A1 ranges of a column's score cells. */
export interface ColumnRanges {
  readonly all: readonly string[];
  readonly base: readonly string[];
  /** 加分项 alone. */
  readonly bonus: readonly string[];
  /** 扣分项: what stands there is taken off, with or without a minus before it. */
  readonly deduction: readonly string[];
  /** A score cell holds an error value, which would spoil a plain SUM. */
  readonly hasErrors: boolean;
}

/** Sum of a subtotal's own ranges: empty while none of them has a score. */
export function subtotalFormula(
  ranges: readonly string[],
  sum: number | null,
  hasErrors: boolean,
): LiveFigure | null {
  if (ranges.length === 0) return null;
  return fitting({
    formula: whileScored(ranges, `ROUND(${sumOf(ranges, hasErrors)},${SUM_DECIMALS})`),
    cached: sum ?? '',
  });
}

/**
 * A figure of the whole column: base, bonus or total, caps applied. Empty while the column has no score at all, so that
 * a review not begun does not look like a review of 0.
 */
export function columnFormula(
  figure: 'base' | 'bonus' | 'total',
  ranges: ColumnRanges,
  totals: ColumnTotals | null,
  settings: Settings,
): LiveFigure | null {
  if (ranges.all.length === 0) return null;
  const expression = sumExpression(figure, ranges, settings);
  return fitting({
    formula: whileScored(ranges.all, `ROUND(${expression},${SUM_DECIMALS})`),
    cached: totals === null ? '' : totals[figure],
  });
}

function sumExpression(figure: 'base' | 'bonus' | 'total', ranges: ColumnRanges, settings: Settings): string {
  const base = sumOf(ranges.base, ranges.hasErrors);
  const gained = atMost(sumOf(ranges.bonus, ranges.hasErrors), settings.bonusCap);
  const lost = ranges.deduction.map((range) => `+SUMIF(${range},"<0")-SUMIF(${range},">0")`).join('');
  const bonus = `${gained}${lost}`;
  const isPlainSum = lost === '' && (settings.bonusCap === null || ranges.bonus.length === 0);
  const all = isPlainSum ? sumOf(ranges.all, ranges.hasErrors) : `${base}+${bonus}`;
  return { base, bonus, total: atMost(all, settings.totalCap) }[figure];
}

/**
 * The converted score of the total, or of the base where the bonus stays out: from the cell where that stands, or from
 * the scores themselves.
 */
export function convertedFormula(
  from: string | null,
  isOfTotal: boolean,
  ranges: ColumnRanges,
  totals: ColumnTotals | null,
  settings: Settings,
): LiveFigure | null {
  if (ranges.all.length === 0) return null;
  const figure = isOfTotal ? 'total' : 'base';
  const points = from ?? `ROUND(${sumExpression(figure, ranges, settings)},${SUM_DECIMALS})`;
  // The total itself is capped already.
  const converted = conversion(isOfTotal ? points : atMost(points, settings.totalCap), settings);
  if (converted === null) return null;
  const cached = totals === null ? '' : totals.converted;
  const formula =
    from === null ? whileScored(ranges.all, converted) : `IF(ISNUMBER(${from}),${converted},"")`;
  return fitting({ formula, cached });
}

/**
 * The converted score of what the expression `points` gives, as a formula of its own; null where there are more bands than
 * a spreadsheet nests.
 */
export function conversion(
  points: string,
  settings: Pick<Settings, 'bands' | 'convertedBase' | 'convertedFull' | 'decimals'>,
): string | null {
  const { bands, convertedBase, convertedFull, decimals } = settings;
  if (bands.length === 0) {
    if (convertedFull === convertedBase) return `ROUND(${points},${decimals})`;
    // 607.425*100/105 is a hair below 578.5 in binary: taken away first, or a half is rounded down.
    const share = `${points}*${number(convertedFull)}/${number(convertedBase)}`;
    return `ROUND(ROUND(${share},${NOISE_DECIMALS}),${decimals})`;
  }
  if (bands.length > MOST_BANDS) return null;
  return bandsDescending(bands).reduceRight(
    (otherwise, band) => `IF(${points}>=${number(band.from)},${number(band.converted)},${otherwise})`,
    '0',
  );
}

function whileScored(ranges: readonly string[], expression: string): string {
  return `IF(${combined('COUNT', ranges)}=0,"",${expression})`;
}

function sumOf(ranges: readonly string[], hasErrors: boolean): string {
  if (ranges.length === 0) return '0';
  if (!hasErrors) return combined('SUM', ranges);
  // SUMIF passes over error values, and over text as SUM does.
  return ranges.map((range) => `SUMIF(${range},"<9.9E+307")`).join('+');
}

function combined(name: 'SUM' | 'COUNT', ranges: readonly string[]): string {
  if (ranges.length <= MOST_ARGUMENTS) return `${name}(${ranges.join(',')})`;
  const parts: string[] = [];
  for (let at = 0; at < ranges.length; at += MOST_ARGUMENTS) {
    parts.push(`${name}(${ranges.slice(at, at + MOST_ARGUMENTS).join(',')})`);
  }
  return `(${parts.join('+')})`;
}

/** An expression cut at a cap. */
export function atMost(expression: string, cap: number | null): string {
  return cap === null ? expression : `MIN(${expression},${number(cap)})`;
}

function number(value: number): string {
  return value < 0 ? `(${formatNumber(value)})` : formatNumber(value);
}

function fitting(figure: LiveFigure): LiveFigure | null {
  const isNumber = figure.cached === '' || Number.isFinite(figure.cached);
  return isNumber && figure.formula.length <= LONGEST_FORMULA ? figure : null;
}
