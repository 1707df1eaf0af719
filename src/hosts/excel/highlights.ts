import { HIGHLIGHT_FILLS, severityOfSignature, signatureFormula } from '../../plan/marks';
import type { Severity } from '../../rubric/finding';
import { rectAddress } from '../../sheet/address';
import { joinedAddresses } from '../blocks';
import type { HighlightGroup } from '../highlightGroups';
import type { Rect } from '../../sheet/grid';
import { AREAS_EXTENT, EXTENT, rectOf } from './areas';

import type { ExcelCapabilities } from './officeApi';

/** Most characters of one address: Excel takes more, but how many is nowhere written. */
const LONGEST_ADDRESS = 1000;

/** Asks for all conditional formats of a sheet, to find ours among them after the next sync. */
export function askHighlights(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  const formats = sheet.getRange().conditionalFormats;
  formats.load('items/id,items/type,items/customOrNullObject/rule/formula');
  return formats;
}

interface OwnFormat {
  readonly format: Excel.ConditionalFormat;
  readonly severity: Severity;
}

/** Our own among a sheet's conditional formats, by their signature. */
export function ownFormats(formats: Excel.ConditionalFormatCollection): OwnFormat[] {
  return formats.items.flatMap((format) => {
    if (format.type !== 'Custom' || format.customOrNullObject.isNullObject) return [];
    const severity = severityOfSignature(format.customOrNullObject.rule.formula);
    return severity === null ? [] : [{ format, severity }];
  });
}

/**
 * Asks where a conditional format stands; the function returned tells after the sync. Before 1.9 one over several blocks
 * (a file that was filled outside Excel) cannot say it.
 */
export function askBlocks(
  format: Excel.ConditionalFormat,
  capabilities: ExcelCapabilities,
): () => readonly Rect[] {
  if (capabilities.areas) {
    const ranges = format.getRanges();
    ranges.load(AREAS_EXTENT);
    return () => ranges.areas.items.map(rectOf);
  }
  const range = format.getRangeOrNullObject();
  range.load(EXTENT);
  return () => (range.isNullObject ? [] : [rectOf(range)]);
}

/**
 * Removes our highlights in the next sync; the function returned says afterwards which they were. One that cannot say
 * where it stands is not brought back by undo.
 */
export function removeHighlights(
  own: readonly OwnFormat[],
  capabilities: ExcelCapabilities,
): () => HighlightGroup[] {
  const removed = own.map(({ format, severity }) => ({ severity, blocks: askBlocks(format, capabilities) }));
  for (const { format } of own) format.delete();
  // Excel lists the topmost first; adding begins with the lowest.
  return () => removed.reverse().map(({ severity, blocks }) => ({ severity, blocks: blocks() }));
}

/** Adds highlights in the next sync, the gravest last so that it lies on top. */
export function addHighlights(
  sheet: Excel.Worksheet,
  groups: readonly HighlightGroup[],
  capabilities: ExcelCapabilities,
): void {
  for (const { severity, blocks } of groups) {
    const targets = capabilities.areas
      ? joinedAddresses(blocks, LONGEST_ADDRESS).map((addresses) => sheet.getRanges(addresses))
      : blocks.map((block) => sheet.getRange(rectAddress(block)));
    for (const target of targets) {
      const { custom } = target.conditionalFormats.add('Custom');
      custom.rule.formula = `=${signatureFormula(severity)}`;
      custom.format.fill.color = `#${HIGHLIGHT_FILLS[severity]}`;
    }
  }
}
