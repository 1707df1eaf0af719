import type { CheckChoices } from '../app/options';
import { CliFault } from './fault';
import { readSettingsFile } from './settingsFile';

export interface JudgingOptions {
  readonly stage?: string;
  readonly settings?: string;
}

const STAGES = ['self', 'review', 'auto'] as const;

/**
 * The choices behind --stage and --settings.
 * @throws CliFault for an unknown stage or a settings file that cannot be read.
 */
export async function choicesOf(options: JudgingOptions): Promise<CheckChoices> {
  const stage = STAGES.find((one) => one === options.stage);
  if (stage === undefined && options.stage !== undefined)
    throw new CliFault('invalid-value', { text: options.stage, allowed: STAGES.join(' | ') });
  return {
    ...(stage !== undefined && { stage }),
    ...(options.settings !== undefined && { settings: await readSettingsFile(options.settings) }),
  };
}
