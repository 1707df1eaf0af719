import type { InputRule } from '../../../plan/sheetContent';
import { rectAddress } from '../../../sheet/address';
import type { ExcelCapabilities } from '../officeApi';

/** Most characters of an address of several areas: Excel takes up to 8,192. */
const LONGEST_ADDRESS = 8_000;

/**
 * What may be typed where. A rule over several areas is one rule from 1.9 on; in 1.8 each area gets its own, and a formula,
 * which is relative to the first of them, is left out.
 */
export function writeRules(
  sheet: Excel.Worksheet,
  rules: readonly InputRule[],
  capabilities: ExcelCapabilities,
): void {
  if (!capabilities.rules) return;
  for (const rule of rules) {
    const address = rule.areas.map(rectAddress).join(',');
    if (rule.areas.length > 1 && capabilities.areas && address.length <= LONGEST_ADDRESS) {
      setRule(sheet.getRanges(address).dataValidation, rule);
    } else if (rule.areas.length === 1 || rule.accepts.kind !== 'custom') {
      for (const area of rule.areas) setRule(sheet.getRange(rectAddress(area)).dataValidation, rule);
    }
  }
}

function setRule(validation: Excel.DataValidation, { accepts, prompt, refusal }: InputRule): void {
  validation.rule = conditionOf(accepts);
  // That something is missing is said by the check.
  validation.ignoreBlanks = true;
  validation.errorAlert = { showAlert: true, style: 'Stop', title: refusal.title, message: refusal.text };
  if (prompt !== null) validation.prompt = { showPrompt: true, title: prompt.title, message: prompt.text };
}

function conditionOf(accepts: InputRule['accepts']): Excel.DataValidationRule {
  switch (accepts.kind) {
    case 'list':
      return { list: { inCellDropDown: true, source: accepts.values.join(',') } };
    case 'decimal':
      return { decimal: { formula1: accepts.from, formula2: accepts.to, operator: 'Between' } };
    case 'custom':
      return { custom: { formula: `=${accepts.formula}` } };
  }
}
