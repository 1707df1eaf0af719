import { ERRORS } from '../blockValues';
import { shown, yesOrNo } from './answers';
import type { Answer, Probe } from './answers';
import type { At } from './scratchSheet';

/** Something of each kind, so that no two cells can be taken for one another. */
const ROW = [1, '二', 3.5];
const FORMULA = '=1+1';

/** How several cells came: the adapter takes every form, but for values that stand in other places than their cells. */
function shapeOf(given: unknown, table: readonly (readonly unknown[])[]): Answer {
  const isLine = table.length === 1 || table[0]?.length === 1;
  const detail = shown(given);
  if (!isList(given)) return { seen: 'no-array', detail, verdict: 'coped' };
  if (same(given, table)) return { seen: 'nested', verdict: 'expected' };
  const flat = table.reduce<readonly unknown[]>((all, row) => [...all, ...row], []);
  if (isLine && same(given, flat)) return { seen: 'flat', detail, verdict: 'coped' };
  const rows = Array.from(given);
  const fits =
    rows.length === table.length && rows.every((row) => isList(row) && row.length === table[0]?.length);
  // Of the right shape and yet not the same: the program would read wrong values.
  return { seen: 'other-shape', detail, verdict: fits ? 'trouble' : 'coped' };
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return (
    typeof value === 'object' && value !== null && typeof (value as { length?: unknown }).length === 'number'
  );
}

function same(given: ArrayLike<unknown>, table: readonly unknown[]): boolean {
  const plain = (list: ArrayLike<unknown>): unknown[] =>
    Array.from(list, (entry) => (isList(entry) ? plain(entry) : entry));
  return JSON.stringify(plain(given)) === JSON.stringify(table);
}

/** Cell by cell, which every build takes. */
function fill(at: At, table: readonly (readonly (number | string)[])[]): void {
  table.forEach((row, down) =>
    row.forEach((value, right) => {
      at(down, right).Formula = value;
    }),
  );
}

function values(at: At, table: readonly (readonly (number | string)[])[]): Answer {
  fill(at, table);
  return shapeOf(at(0, 0, table.length, table[0]?.length).Value2, table);
}

export const VALUE_PROBES: readonly Probe[] = [
  {
    question: 'one-cell',
    reliance: 'coped',
    ask: (at) => {
      fill(at, [[7]]);
      const { Value2: value } = at(0, 0);
      return value === 7
        ? { seen: 'scalar', verdict: 'expected' }
        : { seen: isList(value) ? 'other-shape' : 'no', detail: shown(value), verdict: 'coped' };
    },
  },
  {
    question: 'blank-cell',
    reliance: 'coped',
    ask: (at) => {
      const { Value2: value } = at(0, 0);
      const isNothing = value === null || value === undefined;
      if (isNothing) return { seen: 'nothing', verdict: 'expected' };
      return value === ''
        ? { seen: 'empty-text', verdict: 'coped' }
        : { seen: 'no', detail: shown(value), verdict: 'trouble' };
    },
  },
  { question: 'row-values', reliance: 'coped', ask: (at) => values(at, [ROW]) },
  {
    question: 'column-values',
    reliance: 'coped',
    ask: (at) =>
      values(
        at,
        ROW.map((value) => [value]),
      ),
  },
  {
    question: 'block-values',
    reliance: 'coped',
    ask: (at) =>
      values(at, [
        [1, '二'],
        [3.5, '四'],
      ]),
  },
  {
    question: 'block-formulas',
    reliance: 'coped',
    ask: (at) => {
      fill(at, [
        [FORMULA, '二'],
        ['三', '=2+2'],
      ]);
      return shapeOf(at(0, 0, 2, 2).Formula, [
        [FORMULA, '二'],
        ['三', '=2+2'],
      ]);
    },
  },
  {
    question: 'constant-formulas',
    reliance: 'coped',
    ask: (at) => {
      fill(at, [[8]]);
      const { Formula: formula } = at(0, 0);
      if (formula === 8) return { seen: 'as-value', verdict: 'expected' };
      return formula === '8'
        ? { seen: 'as-text', verdict: 'expected' }
        : { seen: 'no', detail: shown(formula), verdict: 'trouble' };
    },
  },
  {
    question: 'error-values',
    reliance: 'needed',
    ask: (at) => {
      const others: string[] = [];
      [...ERRORS].forEach(([number, error], index) => {
        const cell = at(0, index);
        cell.Formula = error === '#DIV/0!' ? '=1/0' : `=${error}`;
        const { Value2: value } = cell;
        if (value !== number) others.push(`${error} ${shown(value)}`);
      });
      return yesOrNo(others.length === 0, 'trouble', others.join(', '));
    },
  },
  {
    question: 'write-block',
    reliance: 'coped',
    ask: (at) => {
      at(0, 0, 2, 2).Formula = [
        [FORMULA, '二'],
        [3.5, "'=1+1"],
      ];
      const seen = [at(0, 0), at(0, 1), at(1, 0), at(1, 1)].map(({ Value2 }) => Value2);
      return yesOrNo(same(seen, [2, '二', 3.5, FORMULA]), 'coped', shown(seen));
    },
  },
  {
    question: 'text-prefix',
    reliance: 'needed',
    ask: (at) => {
      const cell = at(0, 0);
      cell.Formula = `'${FORMULA}`;
      const { Value2: value } = cell;
      return yesOrNo(value === FORMULA, 'trouble', shown(value));
    },
  },
];
