import { cellAddress } from '../../src/sheet/address';
import type { CellText, Step, Survey, SurveyedItem } from './office';

export type Pick = (below: number) => number;

/** A score cell filled in: what stands in it, and what it counts as in thousandths (null: nothing). */
interface Entered {
  text: CellText;
  counts: number | null;
}

type Column = 'self' | 'review';

/** The sheet of one unit as it fills it in. Sums are made from what was entered; nothing of the program is used. */
export class ReturnedSheet {
  readonly #scores = new Map<string, Entered>();
  readonly #noReason = new Set<number>();
  #added = 0;

  constructor(
    readonly survey: Survey,
    readonly pick: Pick,
  ) {
    for (const item of survey.items) {
      const self = fairScore(item, pick);
      const review = pick(4) === 0 ? fairScore(item, pick) : self;
      this.enter(item, 'self', self / 1000);
      this.enter(item, 'review', review / 1000);
    }
  }

  /** Something else in a cell; `counts` says how many points it is, absent: the number itself, or nothing. */
  enter(item: SurveyedItem, column: Column, text: CellText, counts?: number): void {
    const points = counts ?? (typeof text === 'number' ? text : null);
    this.#scores.set(`${item.row} ${column}`, {
      text,
      counts: points === null ? null : Math.round(points * 1000),
    });
  }

  /** Leaves 备注 blank where points were lost. */
  withholdReason(item: SurveyedItem): void {
    this.#noReason.add(item.row);
  }

  /** Takes an item out of the sums: its row was removed. */
  forget(item: SurveyedItem): void {
    for (const column of ['self', 'review']) this.#scores.delete(`${item.row} ${column}`);
  }

  /** Points of a row that was put in, in both columns. */
  add(points: number): void {
    this.#added += points * 1000;
  }

  leaveBlank(column: Column): void {
    for (const item of this.survey.items) this.enter(item, column, null);
  }

  address(item: SurveyedItem, column: keyof Survey['columns']): string {
    return cellAddress({ row: item.row - 1, column: this.survey.columns[column] - 1 });
  }

  points(item: SurveyedItem, column: Column): number {
    return (this.#scores.get(`${item.row} ${column}`)?.counts ?? 0) / 1000;
  }

  /** The step that fills it in. */
  filled(): Step {
    const cells: Record<string, CellText> = {};
    for (const item of this.survey.items) {
      for (const column of ['self', 'review'] as const) {
        const entered = this.#scores.get(`${item.row} ${column}`);
        if (entered !== undefined && entered.text !== null) cells[this.address(item, column)] = entered.text;
      }
      const lost = item.max !== null && !item.bonus && this.points(item, 'review') < item.max;
      if (lost && !this.#noReason.has(item.row)) cells[this.address(item, 'reason')] = '按评分标准扣分';
    }
    return { do: 'enter', cells };
  }

  /** In hundredths; null where nothing was entered. */
  sums(column: Column): { readonly base: number; readonly bonus: number } | null {
    const counted = this.survey.items.flatMap((item) => {
      const counts = this.#scores.get(`${item.row} ${column}`)?.counts ?? null;
      return counts === null ? [] : [{ bonus: item.bonus, counts }];
    });
    if (counted.length === 0) return null;
    const of = (bonus: boolean) =>
      counted.filter((one) => one.bonus === bonus).reduce((sum, { counts }) => sum + counts, 0);
    return { base: of(false) + this.#added, bonus: of(true) };
  }
}

/** A score that the rule on the cell lets a person enter, in thousandths. */
function fairScore({ max, rule }: SurveyedItem, pick: Pick): number {
  const choices = listed(rule.formula);
  if (rule.type === 'list') return Math.round(choices[pick(choices.length)]! * 1000);
  const step = /ROUND\([A-Z]+\d+\/([\d.]+),0\)/.exec(rule.formula)?.[1];
  if (step !== undefined) return Math.round(Number(step) * 1000) * pick(4);
  if (rule.formula.includes('OR(')) return 2000 * pick(2);
  const highest = max ?? 5;
  return pick(3) === 0 ? highest * 1000 : pick(highest * 100 + 1) * 10;
}

/** The values of a drop-down. */
export function listed(formula: string): readonly number[] {
  return formula.replace(/"/g, '').split(',').map(Number);
}
