import { attempt } from '../etApi';
import type { Observation } from '../../selfCheck';
import { shown } from './answers';
import type { ProbedApplication } from './probedApi';

const FOLDER_PICKER = 4;
/** `Show`: the person has picked. */
const PICKED = -1;
const FILE_NAME = 'kaohe-self-check.bin';

/** What the adapter and the self-check use to reach files. */
const MEMBERS = ['ReadFileAsArrayBuffer', 'readdirSync', 'writeAsBinaryString'] as const;

/** Names of what this build does not have. */
export function lackingForFiles(application: ProbedApplication): readonly string[] {
  const dialog = attempt(() => Reflect.get(application, 'FileDialog') as unknown);
  const isThere = (name: (typeof MEMBERS)[number]) =>
    attempt(() => application.FileSystem?.[name]) !== undefined;
  return [
    ...(dialog === undefined ? ['Application.FileDialog'] : []),
    ...MEMBERS.filter((name) => !isThere(name)).map((name) => `FileSystem.${name}`),
  ];
}

/**
 * Lets the person choose a folder, writes a file of every byte there is into it and reads it again. The file stays: ET is not
 * known to delete one.
 */
export function tryFile(application: ProbedApplication): Pick<Observation, 'seen' | 'detail'> | null {
  try {
    const dialog = application.FileDialog?.(FOLDER_PICKER);
    if (!dialog) return { seen: 'lacking', detail: 'Application.FileDialog' };
    if (dialog.Show() !== PICKED) return null;
    const folder = String(dialog.SelectedItems.Item(1)).replace(/[\\/]+$/, '');
    const path = `${folder}${folder.includes('\\') ? '\\' : '/'}${FILE_NAME}`;
    const bytes = Array.from({ length: 256 }, (_, byte) => byte);
    application.FileSystem?.writeAsBinaryString?.(path, String.fromCharCode(...bytes));
    const given = application.FileSystem?.ReadFileAsArrayBuffer?.(path);
    const read = Array.from(new Uint8Array(given as ArrayBuffer));
    const isSame = JSON.stringify(read) === JSON.stringify(bytes);
    return { seen: isSame ? 'yes' : 'no', detail: isSame ? path : `${path} ${shown(read).slice(0, 60)}` };
  } catch (fault) {
    return { seen: 'failed', detail: fault instanceof Error ? fault.message : String(fault) };
  }
}
