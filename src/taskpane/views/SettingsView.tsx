import { SettingsForm } from '../parts/SettingsForm';
import type { ViewProps } from '../view';

/** 设置: what the workbook says about stage, conversion and limits. */
export function SettingsView({ session, state }: ViewProps) {
  return <SettingsForm session={session} state={state} />;
}
