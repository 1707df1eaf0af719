import { Select } from '@fluentui/react-components';
import { FormRow } from '../parts/FormRow';
import { SettingsForm } from '../parts/SettingsForm';
import type { CheckStage } from '../state';
import type { ViewProps } from '../view';
import { useWords } from '../words';

const STAGES: readonly CheckStage[] = ['auto', 'self', 'review'];

/** 设置: how this pane checks, and what the workbook says about conversion and limits. */
export function SettingsView({ session, state }: ViewProps) {
  const { settings } = useWords().text;
  return (
    <>
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
      <SettingsForm session={session} state={state} />
    </>
  );
}
