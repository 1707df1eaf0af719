import type { ApplyOptions, Receipt, WorkbookHost } from '../hosts/host';
import { planSettings } from '../plan/planSettings';
import type { SettingTexts } from '../plan/planSettings';

/**
 * Writes settings that a person changed into the sheet 考核设置 of the workbook, which is made where there is none.
 * @param changes as typed, by key; '' takes a setting back to its default
 * @throws HostError when the host cannot be read or written; then nothing was written.
 */
export async function saveSettings(
  host: WorkbookHost,
  changes: SettingTexts,
  allowed: ApplyOptions = {},
): Promise<Receipt> {
  const { grids } = await host.read();
  return host.apply(planSettings(grids, changes), allowed);
}
