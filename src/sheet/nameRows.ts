import type { BodyLine } from './bodyLines';
import { looksLikeHeading } from './headings';
import { isCovered, sharesScores } from './itemRows';
import type { ReadingState } from './itemRows';
import { nameGoesOn } from './sectionName';
import { compact } from './text';

/** 基础 / 工作 beside two items of one section, or beside two paragraphs of one rule. */
export function goesOnBesideRule(state: ReadingState, row: number, text: string): boolean {
  if (isInside(state, row, text)) return true;
  const words = nameGoesOn(state.sections.current.heading, text);
  if (words !== null) return words === 'rest';
  // The section's points are not used up by the items so far.
  return state.columns.points !== undefined && isShortOfPoints(state) === true && compact(text).length <= 6;
}

/**
 * Whether a text below a section's name is the rest of that name: inside the section's own merge or an item's, or by
 * its words; where these leave it open, when nothing of its own comes under it.
 */
export function isRestOfName(state: ReadingState, text: string, row: number, index: number): boolean {
  const { section, points } = state.columns;
  if (section === undefined || !state.sections.hasOpen) return false;
  if (isInside(state, row, text)) return true;
  if (state.open === null || state.open.section !== state.sections.index) return false;
  const words = nameGoesOn(state.sections.current.heading, text);
  if (words !== null) return words === 'rest';
  if (compact(text).length > 12 || !looksLikeHeading(text)) return false;
  const next = nextContent(state, index);
  if (next === undefined || (points !== undefined && state.sections.current.saysBonus)) return true;
  if (state.reader.text(next.row, section) !== '')
    return !(next.alone !== null && isShortOfPoints(state) === false);
  return isShortOfPoints(state) === true;
}

/**
 * Whether the row is a part of the open item or section: under a merge of the item's rule or maximum, or, where the
 * words allow it and names are not merged themselves, of the section's points or all of the item's scores.
 */
function isInside(state: ReadingState, row: number, text: string): boolean {
  const { section, points, max } = state.columns;
  if (isCovered(state, row, state.criterionColumn) || (max !== undefined && isCovered(state, row, max)))
    return true;
  const { nameCell, heading } = state.sections.current;
  if (nameCell === null || nameGoesOn(heading, text) === 'own') return false;
  if (section !== undefined && (state.reader.merge(nameCell.row, section)?.bottom ?? 0) > nameCell.row)
    return false;
  const top = points === undefined ? row : (state.reader.merge(row, points)?.top ?? row);
  return (top < row && top >= nameCell.row) || sharesScores(state, row);
}

function nextContent(state: ReadingState, index: number): BodyLine | undefined {
  for (let next = index + 1; next < state.lines.length; next++) {
    if (state.lines[next]?.kind === 'content') return state.lines[next];
  }
  return undefined;
}

/** Whether the open section's items do not yet make up its points; null when that cannot be told. */
export function isShortOfPoints(state: ReadingState): boolean | null {
  const section = state.sections.current;
  if (section.points === null || !section.hasMax) return null;
  const sum = section.sum + (state.open?.max ?? 0);
  return sum < section.points - 1e-9;
}
