import { columnName } from '../../sheet/address';
import type { HiddenRuns, Rect } from '../../sheet/grid';
import { attempt } from './etApi';
import type { EtRange, EtWorksheet } from './etApi';

type Run = { from: number; to: number };

/** Hidden rows and columns of a block. Few are hidden as a rule, so halving what is mixed asks little. */
export function hiddenRows(sheet: EtWorksheet, block: Rect, range: EtRange): HiddenRuns {
  const ask = (from: number, to: number) => sheet.Range(`${from + 1}:${to + 1}`).EntireRow?.Hidden;
  return runs({ from: block.top, to: block.bottom }, range.EntireRow?.Hidden, ask);
}

export function hiddenColumns(sheet: EtWorksheet, block: Rect, range: EtRange): HiddenRuns {
  const ask = (from: number, to: number) =>
    sheet.Range(`${columnName(from)}:${columnName(to)}`).EntireColumn?.Hidden;
  return runs({ from: block.left, to: block.right }, range.EntireColumn?.Hidden, ask);
}

type Answer = boolean | null | undefined;

function runs(all: Run, whole: Answer, ask: (from: number, to: number) => Answer): HiddenRuns {
  const found: Run[] = [];
  const visit = ({ from, to }: Run, answer: Answer): void => {
    // Undefined: this build does not tell, and nothing counts as hidden.
    if (answer === false || answer === undefined) return;
    if (answer === true || from === to) {
      const last = found[found.length - 1];
      if (last?.to === from - 1) last.to = to;
      else found.push({ from, to });
      return;
    }
    const middle = Math.floor((from + to) / 2);
    for (const half of [
      { from, to: middle },
      { from: middle + 1, to },
    ]) {
      visit(
        half,
        attempt(() => ask(half.from, half.to)),
      );
    }
  };
  visit(all, whole);
  return found;
}
