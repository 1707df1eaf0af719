/**
 * What the pane needs of the program to read, check and write a workbook: a script of its own, fetched while the pane is
 * drawn already.
 */
export { applyFix } from '../app/applyFix';
export { checkWhileWanted, checkWorkbook } from '../app/checkWorkbook';
export { clearMarks } from '../app/clearMarks';
export { validateAndTotal } from '../app/validateAndTotal';
