import { readFile } from 'node:fs/promises';
import { CliFault, detailOf } from './fault';

/**
 * The JSON object in a --settings file, keys in Chinese as on the sheet 考核设置 or in English as in `Settings`.
 * @throws CliFault `settings-unreadable` when there is no such file or it holds no JSON object.
 */
export async function readSettingsFile(path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (error) {
    throw new CliFault('settings-unreadable', { path, detail: detailOf(error) });
  }
  throw new CliFault('settings-unreadable', { path, detail: '{…}' });
}
