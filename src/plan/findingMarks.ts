import { catalog, findingSentence } from '../locale/catalog';
import type { Language } from '../locale/language';
import type { Finding } from '../rubric/finding';
import type { Highlight, Note, SheetMarks } from './edits';
import { SEVERITIES } from './marks';

/**
 * The marks that findings leave on a sheet: a highlight in the colour of the gravest finding of a cell, and a note with
 * a sentence for each. Notices leave none: they tell what was assumed, and a marked cell is one to look at.
 */
export function marksFor(sheet: string, findings: readonly Finding[], language: Language): SheetMarks {
  const byCell = new Map<string, Finding[]>();
  for (const one of findings) {
    if (one.sheet !== sheet || one.cell === null || one.severity === 'notice') continue;
    const key = `${one.cell.row},${one.cell.column}`;
    const known = byCell.get(key);
    if (known) known.push(one);
    else byCell.set(key, [one]);
  }
  const highlights: Highlight[] = [];
  const notes: Note[] = [];
  for (const found of byCell.values()) {
    const cell = found[0]?.cell;
    const severity = SEVERITIES.find((each) => found.some((one) => one.severity === each));
    if (!cell || !severity) continue;
    const sentences = new Set(found.map((one) => findingSentence(one, language)));
    const { row, column } = cell;
    highlights.push({ row, column, severity });
    notes.push({ row, column, text: [...sentences].join(catalog(language).sentenceSeparator) });
  }
  return { sheet, highlights, notes };
}
