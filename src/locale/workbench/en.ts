import type { WorkbenchMessages } from './messages';

export const en: WorkbenchMessages = {
  title: 'Kaohe',
  tab: ({ file, unsaved }) => `${unsaved ? '• ' : ''}${file} - Kaohe`,
  action: {
    open: 'Open…',
    save: 'Save',
    undo: 'Undo',
    redo: 'Redo',
    start: 'Start page',
    showPane: 'Show pane',
    hidePane: 'Hide pane',
    resizePane: 'Width of the pane',
    close: 'Close',
    cancel: 'Cancel',
  },
  start: {
    lead: 'Open a scoring sheet: every score is checked against its rule, totals and the converted score go back into the sheet.',
    promise: 'Files stay on this computer. Nothing is sent anywhere.',
    drop: 'Choose a file, or drop a scoring sheet here',
    formats:
      '.xlsx and .xlsm are saved as they are; .xls, .et, .ods and .csv open too and are saved as .xlsx.',
    keys: 'By keyboard: F6 goes between toolbar, sheet and pane; Ctrl+O opens, Ctrl+S saves.',
    tasks: 'Send out and sum up',
    task: {
      summary: {
        name: 'Sum up returned sheets',
        about: 'Choose files or a folder, or drop them here',
        fileName: 'Summary.xlsx',
      },
      distribute: {
        name: 'Blank scoring sheets',
        about: 'One a unit, with formulas and input rules',
        fileName: 'Blank sheets.xlsx',
      },
    },
    samples: 'Try it with a sample',
    sample: {
      'subdistrict-faulty': {
        name: 'Attachment 1, with faults',
        about: 'Above the maximum, missing, impossible',
      },
      'department-faulty': {
        name: 'Attachment 2, with faults',
        about: 'The table of all units, filled in by one',
      },
      'safety-faulty': { name: 'Work safety, with faults', about: 'Another office, other headers' },
      'subdistrict-filled': { name: 'Attachment 1', about: 'Filled in' },
      'department-filled': { name: 'Attachment 2', about: 'Filled in' },
      'subdistrict-blank': { name: 'Attachment 1, blank', about: 'No scores yet' },
      'department-blank': { name: 'Attachment 2, blank', about: 'No scores yet, 34 units' },
    },
  },
  dropHere: ({ files }) =>
    files > 1 ? `Let go to sum up these ${files} files` : 'Let go to open this file (a folder is summed up)',
  nothingReadable: 'No scoring sheets in there: .xlsx, .xlsm, .xls, .et, .ods and .csv can be read.',
  sheet: 'Sheet',
  notice: 'Message',
  loading: 'Opening the sheet…',
  unsaved: 'not saved',
  becomesXlsx: ({ extension, name }) =>
    `This is a ${extension} file. It is saved as “${name}”; the original stays as it is.`,
  saved: ({ name }) => `Saved as “${name}”.`,
  downloaded: ({ name }) => `Saved as “${name}” in the browser’s download folder.`,
  cannotOpen: ({ file, reason }) => `“${file}” cannot be opened. ${reason}`,
  cannotSave: ({ reason }) => `Not saved: ${reason} Your changes are still here; try another place.`,
  gridFailed: ({ detail }) =>
    `The sheet could not be shown (${detail}). Try a newer browser; checking and saving work all the same.`,
  leave: {
    heading: 'Changes are not saved',
    words: ({ file }) => `“${file}” has changes that are not saved. Opening another file would lose them.`,
    save: 'Save first',
    discard: 'Go on without saving',
  },
};
