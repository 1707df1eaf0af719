import type { PaneMessages, PaneSetting } from '../../locale/pane/messages';
import { settingValue } from '../../sheet/readSettings';
import { settingText } from '../../sheet/settings';
import { isFitting } from '../settingTexts';
import { useWords } from '../words';
import { FormRow } from './FormRow';
import { Select } from './Select';
import { TextInput } from './TextInput';

/** Settings of a few values: how each stands on the sheet, in whichever language the pane speaks, and what it is called. */
const CHOICES: {
  readonly [name in PaneSetting]?: (
    words: PaneMessages['settings'],
  ) => readonly (readonly [string, string])[];
} = {
  bonusConverted: ({ yes, no }) => [
    [settingText('bonusConverted', true), yes],
    [settingText('bonusConverted', false), no],
  ],
  stage: ({ stages }) => [
    [settingText('stage', 'self'), stages.self],
    [settingText('stage', 'review'), stages.review],
  ],
};

interface SettingFieldProps {
  readonly name: PaneSetting;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** One setting: its default in grey while it is blank, what to fill in while it does not fit. */
export function SettingField({ name, text, onText }: SettingFieldProps) {
  const { settings: words } = useWords().text;
  const { label, otherwise, hint, fault } = words.fields[name];
  const isFit = isFitting(name, text);
  const choices = CHOICES[name]?.(words);
  return (
    <FormRow label={label} {...(hint !== undefined && { hint })} fault={isFit ? undefined : fault}>
      {(control) =>
        choices !== undefined && isFit ? (
          <Select {...control} value={standardText(name, text)} onValue={onText}>
            <option value="">{words.byDefault({ value: otherwise })}</option>
            {choices.map(([value, called]) => (
              <option key={value} value={value}>
                {called}
              </option>
            ))}
          </Select>
        ) : (
          <TextInput {...control} value={text} placeholder={otherwise} autoComplete="off" onText={onText} />
        )
      }
    </FormRow>
  );
}

/** 计入 → 是: the value as the sheet would have it from us; '' for the default. */
function standardText(name: PaneSetting, text: string): string {
  const value = text.trim() === '' ? undefined : settingValue(name, text);
  return value === undefined ? '' : settingText(name, value);
}
