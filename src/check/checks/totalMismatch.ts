import type { Finding } from '../../rubric/finding';
import { finding } from '../../rubric/finding';
import type { ScoreCell } from '../../sheet/table';
import { shorten } from '../../locale/format';
import { COLUMNS, scoreNumber, shownText } from '../cells';
import type { Check } from '../context';
import { totalTargets } from '../totalRows';

/** A figure in a total row is none that a fair reading of the row gives, or an error value. Words are left alone. */
export const totalMismatch: Check = ({ table, applies, settings }) => {
  const findings: Finding[] = [];
  for (const { row, figures } of totalTargets(table, applies, settings)) {
    for (const column of COLUMNS) {
      const cell = row[column];
      const right = figures[column];
      if (cell === null || right === null || !isWrong(cell, right.accepts)) continue;
      const received = scoreNumber(cell) ?? shownText(cell);
      findings.push(
        finding({
          code: 'total/mismatch',
          severity: 'error',
          sheet: table.grid.name,
          cell: { row: cell.row, column: cell.column },
          params: { label: shorten(row.label.text, 20), received, expected: right.expected },
          received,
          expected: right.expected,
          suggestions: [right.expected],
        }),
      );
    }
  }
  return findings;
};

function isWrong(cell: ScoreCell, accepts: (figure: number) => boolean): boolean {
  const figure = scoreNumber(cell);
  return figure === null ? cell.state === 'error' : !accepts(figure);
}
