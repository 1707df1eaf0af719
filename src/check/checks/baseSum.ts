import type { CellRef, Finding } from '../../rubric/finding';
import { finding } from '../../rubric/finding';
import { addPoints, comparePoints, subtractPoints } from '../../rubric/points';
import type { ScoringTable } from '../../sheet/table';
import { isUnitTold } from '../applies';
import { scoreNumber } from '../cells';
import type { Check, TableContext } from '../context';
import { baseMaximum } from '../totalRows';
import { isBonus, itemsAt } from '../totals';

/**
 * A base that the sheet or the settings declare is not the sum of the items' maxima. Declared by the maximum of a 合计 row,
 * a title or header that says 满分100分, or 折算基数. No base is assumed: a rubric of 120 points is nobody's mistake.
 */
export const baseSum: Check = (context) => {
  const { table, applies } = context;
  const sum = isUnitTold(table) ? baseMaximum(table, applies) : null;
  if (sum === null) return [];
  const found = new Map<number, Finding>();
  for (const { points, cell } of declarations(context)) {
    if (comparePoints(points, sum) === 0 || withBonus(context, sum, points) || found.has(points)) continue;
    found.set(
      points,
      finding({
        code: 'rubric/base-sum',
        severity: 'error',
        sheet: table.grid.name,
        cell,
        params: { base: points, sum },
        received: points,
        expected: sum,
      }),
    );
  }
  return [...found.values()];
};

interface Declaration {
  readonly points: number;
  readonly cell: CellRef | null;
}

function declarations({ table, settings, applies }: TableContext): readonly Declaration[] {
  const declared: Declaration[] = [];
  const lastBase = Math.max(
    -1,
    ...itemsAt(table, applies)
      .filter((item) => !isBonus(table, item))
      .map((item) => item.row),
  );
  for (const { kind, row, max } of table.totals) {
    const points = scoreNumber(max);
    if ((kind !== 'base' && kind !== 'total') || row < lastBase || points === null || max === null) continue;
    if (points > 0) declared.push({ points, cell: { row: max.row, column: max.column } });
  }
  const titled = titleDeclaration(table.title);
  if (titled !== null) declared.push({ points: titled, cell: null });
  declared.push(...headerDeclarations(table));
  if (settings.given.includes('convertedBase') && !mayHoldBonus(table, applies, settings.convertedBase)) {
    declared.push({ points: settings.convertedBase, cell: null });
  }
  return declared;
}

/** Whether 折算基数 above the base may be meant to hold the bonus as well. */
function mayHoldBonus(table: ScoringTable, applies: readonly number[], base: number): boolean {
  return (
    itemsAt(table, applies).some((item) => isBonus(table, item)) &&
    base > (baseMaximum(table, applies) ?? base)
  );
}

/** 满分100分 in a title; a title with more figures (基础分30分，专项70分) declares no single sum. */
function titleDeclaration(title: string): number | null {
  const figures = title.match(/\d+(?:\.\d+)?\s*分/g) ?? [];
  const said =
    /(?:满分|总分|基本分|基础分|总计|合计|共)\s*(?:值|数)?\s*(?:为|是|[:：])?\s*(\d+(?:\.\d+)?)\s*分/.exec(
      title,
    );
  return said && figures.length === 1 ? Number(said[1]) : null;
}

/** 分值（100分） in the header of the maximum column; 分值（10分） over items of 10 each is the scale of one item. */
function headerDeclarations(table: ScoringTable): readonly Declaration[] {
  const column = table.columns.max;
  if (column === undefined) return [];
  const rows = new Set(table.headerRows);
  return table.grid.rows.flatMap((row) => {
    if (!rows.has(row.index)) return [];
    const value = row.cells.find((cell) => cell.column === column)?.value;
    const said = typeof value === 'string' ? /[（(]\D{0,4}(\d+(?:\.\d+)?)\s*分?\s*[）)]/.exec(value) : null;
    const points = said ? Number(said[1]) : null;
    const isScale = points !== null && table.items.some((item) => item.max === points);
    return points === null || isScale ? [] : [{ points, cell: { row: row.index, column } }];
  });
}

/** Whether a declared sum is the base and the most that the bonus can bring. */
function withBonus(
  { table, applies, readings, settings }: TableContext,
  base: number,
  declared: number,
): boolean {
  const extra = subtractPoints(declared, base);
  if (extra <= 0) return false;
  if (settings.bonusCap !== null && comparePoints(extra, settings.bonusCap) === 0) return true;
  let most: number | null = null;
  for (const section of table.sections) {
    if (!section.bonus) continue;
    if (section.points !== null && comparePoints(section.points, extra) === 0) return true;
    if (new RegExp(`(?<![\\d.])${String(extra).replace('.', '\\.')}\\s*分`).test(section.name)) return true;
    for (const index of section.items) {
      if (!applies.includes(index)) continue;
      const top = topOf(readings[index]?.attainable);
      if (top === null) return false;
      most = addPoints(most ?? 0, top);
    }
  }
  return most !== null && comparePoints(most, extra) === 0;
}

function topOf(attainable: TableContext['readings'][number]['attainable'] | undefined): number | null {
  if (attainable?.kind === 'list') return attainable.scores[0] ?? null;
  return attainable?.kind === 'range' ? attainable.to : null;
}
