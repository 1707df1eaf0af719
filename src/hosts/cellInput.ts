import type { CellContent } from '../plan/cellContent';

/** What a spreadsheet takes for a cell: assigning it is like typing it. */
export type CellInput = string | number | boolean;

/** A cell as it was asked for before a write: its formula or constant as the spreadsheet gives it, and what kind of value it is. */
export interface CellBefore {
  readonly formula: unknown;
  readonly value: unknown;
  readonly type: string;
}

/**
 * The formula behind a cell, without its `=`, null for a constant. Text such as '=1+1 that was entered with an
 * apostrophe looks like a formula too, but no formula gives itself as its value.
 */
export function formulaIn(formula: unknown, value: unknown): string | null {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value
    ? formula.slice(1)
    : null;
}

/** Words of Chinese, with Latin letters and the usual marks between them: no figure of any script. */
const WORDS =
  /^[\u3400-\u9fff][\u0000-\u002f\u003a-\u007e·×÷\u2010-\u205e\u2190-\u22ff\u3001-\u3006\u3008-\u301f\u3400-\u9fff\uff01-\uff0f\uff1a-\uff5e]*$/;
/** Among words: what a spreadsheet may read as a number, date or time in some language. */
const MAY_BE_A_VALUE = /[零一二三四五六七八九十百千万亿两年月日号时分秒点午]/;

/**
 * Text so that a spreadsheet keeps it as text. What is assigned to a cell is read like typing: `=1+1` and `+cmd` become
 * formulas, `8` a number, `3月1日` a date. A leading apostrophe prevents it and does not become part of the text; plain
 * Chinese words need none. In a cell formatted as text everything stays text but a leading apostrophe, which is doubled.
 */
function textInput(text: string, numberFormat: string): string {
  if (text === '') return '';
  if (numberFormat === '@') return text.startsWith("'") ? `'${text}` : text;
  return WORDS.test(text) && !MAY_BE_A_VALUE.test(text) ? text : `'${text}`;
}

/** What to assign for this content; null: leave the content alone. */
export function inputOf(content: CellContent, numberFormat: string): CellInput | null {
  switch (content.kind) {
    case 'formula':
      return `=${content.formula}`;
    case 'format':
      return null;
    case 'value':
      if (content.value === null) return '';
      return typeof content.value === 'string' ? textInput(content.value, numberFormat) : content.value;
  }
}

/** What to assign to get a cell back as it was. */
export function inputToRestore({ formula, value, type }: CellBefore, numberFormat: string): CellInput {
  if (typeof formula === 'number' || typeof formula === 'boolean') return formula;
  const source = typeof formula === 'string' ? formula : '';
  const isText = type === 'String' && formulaIn(source, value) === null;
  return isText ? textInput(source, numberFormat) : source;
}

/**
 * Whether assigning would not bring the cell back: as files may have it, a number, formula or error can stand in a cell
 * formatted as text; entered there it becomes text.
 */
export function isUntypable({ formula, value, type }: CellBefore, numberFormat: string): boolean {
  const isText = type === 'String' && formulaIn(formula, value) === null;
  return numberFormat === '@' && type !== 'Empty' && !isText;
}

/** A number or a formula in a cell formatted as text would become text: such a cell needs another format. */
export function needsNumberFormat(content: CellContent, numberFormat: string): boolean {
  const isText = content.kind === 'value' && (content.value === null || typeof content.value === 'string');
  return numberFormat === '@' && content.kind !== 'format' && !isText;
}

/** Whether the cell holds the content already. */
export function holds(before: CellBefore, content: CellContent): boolean {
  switch (content.kind) {
    case 'formula':
      return formulaIn(before.formula, before.value) === content.formula;
    case 'format':
      return true;
    case 'value':
      if (content.value === null) return before.type === 'Empty' && before.formula === '';
      return before.value === content.value && before.formula === before.value;
  }
}
