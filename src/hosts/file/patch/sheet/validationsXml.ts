import type { InputRule } from '../../../../plan/sheetContent';
import { rectAddress } from '../../../../sheet/address';
import { escapeText, escapeXstringAttribute } from '../xmlTree';

function conditionXml(accepts: InputRule['accepts']): { type: string; formulas: readonly string[] } {
  switch (accepts.kind) {
    case 'list':
      return { type: 'list', formulas: [`"${accepts.values.join(',').replace(/"/g, '""')}"`] };
    case 'decimal':
      return {
        type: 'decimal',
        formulas: [String(accepts.from), String(accepts.to)],
      };
    case 'custom':
      return { type: 'custom', formulas: [accepts.formula] };
  }
}

function ruleXml({ areas, accepts, prompt, refusal }: InputRule): string {
  const { type, formulas } = conditionXml(accepts);
  const words = (name: string, text: string) => ` ${name}="${escapeXstringAttribute(text)}"`;
  return [
    `<dataValidation type="${type}" allowBlank="1"`,
    prompt === null ? '' : ' showInputMessage="1"',
    ' showErrorMessage="1"',
    words('errorTitle', refusal.title),
    words('error', refusal.text),
    prompt === null ? '' : words('promptTitle', prompt.title) + words('prompt', prompt.text),
    ` sqref="${areas.map(rectAddress).join(' ')}">`,
    ...formulas.map((formula, index) => `<formula${index + 1}>${escapeText(formula)}</formula${index + 1}>`),
    '</dataValidation>',
  ].join('');
}

/** What may be typed where. A blank is always accepted: that something is missing is said by the check. */
export function validationsXml(rules: readonly InputRule[]): string {
  if (rules.length === 0) return '';
  return `<dataValidations count="${rules.length}">${rules.map(ruleXml).join('')}</dataValidations>`;
}
