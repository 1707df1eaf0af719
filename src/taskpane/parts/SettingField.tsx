import { Input, Select } from '@fluentui/react-components';
import type { PaneSetting } from '../../locale/pane/messages';
import { settingValue } from '../../sheet/readSettings';
import { settingText } from '../../sheet/settings';
import { isFitting } from '../settingTexts';
import { useWords } from '../words';
import { FormRow } from './FormRow';

/** As they stand on the sheet, in whichever language the pane speaks. */
const YES = settingText(true);
const NO = settingText(false);

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
  return (
    <FormRow label={label} {...(hint !== undefined && { hint })} fault={isFit ? undefined : fault}>
      {(control) =>
        name === 'bonusConverted' && isFit ? (
          <Select {...control} value={yesOrNo(text)} onChange={(_, { value }) => onText(value)}>
            <option value="">{words.byDefault({ value: otherwise })}</option>
            <option value={YES}>{words.yes}</option>
            <option value={NO}>{words.no}</option>
          </Select>
        ) : (
          <Input
            {...control}
            value={text}
            placeholder={otherwise}
            autoComplete="off"
            onChange={(_, { value }) => onText(value)}
          />
        )
      }
    </FormRow>
  );
}

function yesOrNo(text: string): string {
  const value = text.trim() === '' ? undefined : settingValue('bonusConverted', text);
  return value === undefined ? '' : settingText(value);
}
