import { formatNumber as n } from '../format';
import type { PaneMessages } from './messages';

const many = (count: number, one: string, several = `${one}s`) =>
  `${n(count)} ${count === 1 ? one : several}`;

export const en: PaneMessages = {
  title: 'Kaohe',
  navigation: 'Pages',
  views: { check: 'Check', summary: 'Summary', settings: 'Settings' },
  viewFault: {
    heading: 'This page could not be shown.',
    loading: 'Loading…',
    notLoaded:
      'Its program did not load: the line may be down, or the add-in was just updated. Please try again; if that does not help, close the pane and open it again.',
  },
  action: {
    validate: 'Check and total',
    clear: 'Clear marks',
    undo: 'Undo',
    locateCell: ({ cell }) => `Go to ${cell}`,
    unprotect: 'Unprotect and write',
    retry: 'Try again',
    showMore: ({ count }) => `Show ${n(count)} more`,
  },
  busy: {
    look: 'Reading the workbook…',
    validate: 'Checking and totalling…',
    clear: 'Clearing marks…',
    undo: 'Undoing…',
    summarise: 'Writing the summary…',
    saveRoster: 'Keeping the roster…',
  },
  header: {
    noUnit: 'No unit named',
    year: ({ year }) => String(year),
    stage: { self: 'Self-assessment', review: 'Review' },
    tables: ({ count }) => many(count, 'scoring table'),
  },
  severity: { error: 'Errors', warning: 'Doubts', notice: 'Notices' },
  filter: 'Filter by kind',
  totals: {
    caption: 'Totals',
    column: { self: 'Self', review: 'Review' },
    score: 'Score',
    base: 'Base',
    bonus: 'Bonus',
    total: 'Total',
    converted: 'Converted',
  },
  findings: {
    heading: 'Findings',
    ofBook: 'The whole workbook',
    clean: 'No problem found.',
    allFiltered: 'These kinds are hidden; press a kind above to show it again.',
    attainable: ({ scores }) => `Attainable: ${scores}`,
    criterion: 'Criterion',
  },
  ready:
    'Enter the scores, then press “Check and total”: every score is held against its criterion, doubtful ones are marked, totals and the converted score are written.',
  empty: {
    heading: 'No scoring table found',
    steps: [
      'Open the sheet to be checked. Its header names 分值, 评分标准, and 自评分 or 考核分.',
      'The header may stand in any row and its columns in any order; nothing has to be changed.',
      'Then press “Check and total”.',
    ],
  },
  outcome: {
    filled: ({ cells, highlights, notes }) =>
      `${many(cells, 'cell')} written, ${many(highlights, 'place')} marked, ${many(notes, 'note')} added.`,
    filledClean: ({ cells }) => `${many(cells, 'cell')} written; nothing had to be marked.`,
    unchanged: 'Totals and marks are up to date; nothing had to be changed.',
    normalised: ({ count }) =>
      `${many(count, 'number')} typed as text made ${count === 1 ? 'a number' : 'numbers'}.`,
    corrected: ({ count }) => `${many(count, 'total')} made ${count === 1 ? 'a formula' : 'formulas'}.`,
    notesDegraded: ({ count }) =>
      `${many(count, 'place')} could only be highlighted; the explanation stands below.`,
    cleared: 'Marks cleared; totals kept.',
    undone: 'Undone: the workbook is as it was.',
    summarised: 'The summary stands in the workbook: 考核汇总, 问题清单, 未报送, 分项得分.',
    rosterSaved: 'The roster stands on the sheet 考核单位名册.',
  },
  fault: {
    heading: 'That did not work.',
    internal: ({ detail }) =>
      `The program failed (${detail}). Please try again; if it happens again, send the workbook and this sentence to whoever maintains it.`,
  },
  shortfalls: {
    heading: 'What this version of the spreadsheet cannot do',
    sentence: {
      'merges-unknown':
        'Merged cells cannot be read and are inferred from blanks. Check sections and units where much is merged.',
      'hidden-rows-unknown': 'Single hidden rows cannot be told; they are checked too.',
      'words-as-comments': 'Notes cannot be written; explanations stand in comments.',
      'words-as-messages':
        'Notes cannot be written; explanations show as input messages while a cell is selected.',
      'no-words': 'Notes cannot be written; explanations stand here only.',
      'own-undo-only': 'Its own undo takes several steps; the “Undo” here takes one.',
      'no-input-rules': 'New sheets cannot limit what is typed in; mistakes show when the sheet is checked.',
      'no-page-setup': 'New sheets come without a page set-up; set paper and title rows before printing.',
    },
  },
  settings: {
    stage: {
      label: 'Stage to check',
      hint: 'Decides which column must be complete. Automatic: review where the review column has scores, else self-assessment.',
      choice: { auto: 'Automatic', self: 'Self-assessment', review: 'Review' },
    },
  },
  language: 'Language',
  notInExcel: 'This is the pane of an Excel add-in: open it from the Home tab in Excel.',
};
