import type { EditPlan } from '../edits';
import { chartsSheet } from './charts';
import { itemScoresSheet } from './itemScores';
import { missingSheet } from './missing';
import { problemsSheet } from './problems';
import type { SummarySource } from './source';
import { standingsSheet } from './standings';

/** The sheets of a summary, written whole; whatever else the workbook holds stays as it is. */
export function planSummary(source: SummarySource): EditPlan {
  const { sheet: problems, places } = problemsSheet(source);
  const sheets = [
    standingsSheet(source, places),
    problems,
    missingSheet(source),
    itemScoresSheet(source),
    chartsSheet(source),
  ];
  return { cells: [], marks: [], sheets };
}
