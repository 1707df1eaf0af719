import { HIGHLIGHT_FILLS, severityOfSignature, signatureFormula } from '../../plan/marks';
import { parseRect } from '../../sheet/address';
import { joinedAddresses } from '../blocks';
import type { HighlightGroup } from '../highlightGroups';
import { EXPRESSION, LONGEST_ADDRESS, attempt, etColour } from './etApi';
import type { EtFormatConditions, EtWorksheet } from './etApi';

/** Our highlights on a sheet as they stand. */
export interface OwnHighlights {
  readonly conditions: EtFormatConditions;
  /** Of all conditions, users' too. */
  readonly count: number;
  /** Where ours are in the list, from 1. */
  readonly positions: readonly number[];
  /** The lowest first; without blocks where this build does not tell where a condition stands. */
  readonly groups: readonly HighlightGroup[];
}

export function findHighlights(sheet: EtWorksheet): OwnHighlights {
  const conditions = sheet.Cells.FormatConditions;
  const count = conditions.Count;
  const positions: number[] = [];
  const groups: HighlightGroup[] = [];
  for (let position = 1; position <= count; position++) {
    const condition = conditions.Item(position);
    const formula = attempt(() => condition.Formula1);
    const severity = typeof formula === 'string' ? severityOfSignature(formula) : null;
    if (severity === null) continue;
    positions.push(position);
    const address = attempt(() => condition.AppliesTo?.Address(false, false)) ?? '';
    const blocks = address.split(',').flatMap((part) => parseRect(part) ?? []);
    groups.unshift({ severity, blocks });
  }
  return { conditions, count, positions, groups };
}

/** Removes ours; from the last on, so that the others keep their places. */
export function removeHighlights({ conditions, positions }: OwnHighlights): void {
  for (const position of [...positions].reverse()) conditions.Item(position).Delete();
}

/** Adds highlights, the gravest last and each on top of the others. Returns how many conditions were made. */
export function addHighlights(sheet: EtWorksheet, groups: readonly HighlightGroup[]): number {
  let made = 0;
  for (const { severity, blocks } of groups) {
    for (const address of joinedAddresses(blocks, LONGEST_ADDRESS)) {
      const conditions = sheet.Range(address).FormatConditions;
      const condition = conditions.Add(EXPRESSION, undefined, `=${signatureFormula(severity)}`);
      condition.Interior.Color = etColour(HIGHLIGHT_FILLS[severity]);
      attempt(() => condition.SetFirstPriority?.());
      made++;
    }
  }
  return made;
}
