import { formatNumber as n } from '../format';
import type { PaneMessages } from './messages';

const many = (count: number, one: string, several = `${one}s`) =>
  `${n(count)} ${count === 1 ? one : several}`;

const figure = (shows: number | string) => (typeof shows === 'number' ? n(shows) : shows);

export const en: PaneMessages = {
  title: 'Kaohe',
  navigation: 'Pages',
  views: {
    check: 'Check',
    distribute: 'Send out',
    summary: 'Summary',
    settings: 'Settings',
    selfCheck: 'Self-check',
  },
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
    changeTo: ({ shows }) => `Change to ${figure(shows)}`,
    toFormula: ({ shows }) => `Make it a formula: ${figure(shows)}`,
    live: 'Live check',
    save: 'Save settings',
    showMore: ({ count }) => `Show ${n(count)} more`,
  },
  busy: {
    look: 'Reading the workbook…',
    validate: 'Checking and totalling…',
    clear: 'Clearing marks…',
    undo: 'Undoing…',
    fix: 'Changing…',
    save: 'Saving settings…',
    sample: 'Inserting the sample sheet…',
    summarise: 'Writing the summary…',
    saveRoster: 'Keeping the roster…',
    distribute: 'Making blank sheets…',
    selfCheck: 'Trying things out…',
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
  current: {
    heading: ({ cell }) => `Cell ${cell}`,
    max: ({ max }) => `at most ${n(max)}`,
    bonus: 'bonus',
    readAs: ({ clauses }) => `Read as: ${clauses.join('; ')}.`,
    unread: 'No rule about points could be read in this criterion; please judge for yourself.',
    fine: ({ cell, score }) => `${n(score)} in ${cell} fits the criterion.`,
    enter: ({ cell }) => `Press a score to enter it in ${cell}:`,
  },
  liveHint:
    'Checks again after every edit and shows the result here only; marks and totals in the sheet follow when you press “Check and total”.',
  ready:
    'Enter the scores, then press “Check and total”: every score is held against its criterion, doubtful ones are marked, totals and the converted score are written.',
  empty: {
    heading: 'No scoring table found',
    steps: [
      'Open the sheet to be checked. Its header names 分值, 评分标准, and 自评分 or 考核分.',
      'The header may stand in any row and its columns in any order; nothing has to be changed.',
      'Then press “Check and total”.',
    ],
    sample: 'No scoring sheet at hand? Try a sample: a sheet of its own with some everyday slips in it.',
    insertSample: 'Insert sample sheet',
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
    sampled:
      'The sample sheet is in, with some slips in it. Press “Check and total” to find them; Undo takes it out again.',
    undone: 'Undone: the workbook is as it was before this step.',
    saved:
      'Settings written to the sheet 考核设置 and checked again. Totals and marks in the sheet follow when you press “Check and total”.',
    entered: ({ cell, shows }) =>
      `${cell} is now ${figure(shows)}; checked again. Totals and marks in the sheet follow when you press “Check and total”.`,
    outdated: ({ cell }) =>
      `The row of ${cell} was changed a moment ago; nothing was written. Checked again: please look once more.`,
    summarised: 'The summary stands in the workbook: 考核汇总, 问题清单, 未报送, 分项得分, 折合得分图.',
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
    intro: 'Kept on the sheet 考核设置 of the workbook. What is left blank has the default in grey.',
    groups: { check: 'Check', conversion: 'Conversion', limits: 'Limits and reminders', sheet: 'This sheet' },
    fields: {
      stage: {
        label: 'Stage',
        otherwise: 'automatic',
        hint: 'Decides which column must be complete. Automatic: review where the review column has scores, else self-assessment.',
        fault: 'Please enter 自评 (self) or 考核 (review), or leave it blank for automatic.',
      },
      convertedFull: {
        label: 'Converted full score',
        otherwise: '100',
        hint: 'What a total equal to the base is converted to.',
        fault: 'Please enter a number above 0, such as 10.',
      },
      convertedBase: {
        label: 'Base of the conversion',
        otherwise: '100',
        hint: 'The total that counts as full.',
        fault: 'Please enter a number above 0, such as 100.',
      },
      bonusConverted: {
        label: 'Bonus counts in the conversion',
        otherwise: 'yes',
        fault: 'Please enter 是 or 否.',
      },
      bands: {
        label: 'Bands',
        otherwise: 'none: in proportion',
        hint: 'Such as 90-100=10；80-90=8.',
        fault: 'Please write 90-100=10；80-90=8; bands must not overlap.',
      },
      decimals: {
        label: 'Decimals',
        otherwise: '2',
        hint: 'Of the converted score.',
        fault: 'Please enter a whole number from 0 to 6.',
      },
      bonusCap: {
        label: 'Most bonus that counts',
        otherwise: 'no limit',
        fault: 'Please enter a number from 0 up, or leave it blank for no limit.',
      },
      totalCap: {
        label: 'Most a total can be',
        otherwise: 'no limit',
        fault: 'Please enter a number from 0 up, or leave it blank for no limit.',
      },
      gapLimit: {
        label: 'Remind of a gap between self and review',
        otherwise: 'off',
        hint: 'Where they differ by more than this and no reason is given.',
        fault: 'Please enter a number from 0 up, or leave it blank for no reminder.',
      },
      smallestStep: {
        label: 'Finest step of a judged score',
        otherwise: '0.01',
        fault: 'Please enter a number from 0.000001 to 100, such as 0.5.',
      },
      year: { label: 'Year', otherwise: 'read from the sheet', fault: 'Please enter a year such as 2023.' },
      unit: { label: 'Unit', otherwise: 'read from the sheet', fault: 'Please enter the name of the unit.' },
    },
    yes: 'Yes',
    no: 'No',
    stages: { self: 'Self-assessment', review: 'Review' },
    byDefault: ({ value }) => `Default (${value})`,
    unchanged: 'Nothing was changed.',
    faulty: 'Some values do not fit; put them right to save.',
  },
  language: 'Language',
  notInExcel: 'This is the pane of an Excel add-in: open it from the Home tab in Excel.',
  notInWps: 'This is the pane of an add-in for WPS Spreadsheets: open it there from the 考核 tab.',
  collapse: 'Hide',
};
