import { Select } from '@fluentui/react-components';
import { useWords } from '../words';
import { FormRow } from '../parts/FormRow';
import type { CheckStage } from '../session';
import type { ViewProps } from '../view';

const STAGES: readonly CheckStage[] = ['auto', 'self', 'review'];

/** 设置: what holds for the check. */
export function SettingsView({ session, state }: ViewProps) {
  const { settings } = useWords().text;
  return (
    <FormRow label={settings.stage.label} hint={settings.stage.hint}>
      {(control) => (
        <Select
          {...control}
          value={state.stage}
          onChange={(_, { value }) => {
            const chosen = STAGES.find((one) => one === value);
            if (chosen !== undefined) void session.chooseStage(chosen);
          }}
        >
          {STAGES.map((stage) => (
            <option key={stage} value={stage}>
              {settings.stage.choice[stage]}
            </option>
          ))}
        </Select>
      )}
    </FormRow>
  );
}
