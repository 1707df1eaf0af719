import { attempt } from '../etApi';
import type { EtApplication } from '../etApi';
import type { FilePick, HostFile, HostFiles } from '../../files';
import { readBytes } from './fileBytes';
import { filesBelow, nameIn } from './folder';
import { openAndRead } from './openAndRead';

const FILE_PICKER = 3;
const FOLDER_PICKER = 4;
/** `Show`: the person has picked. */
const PICKED = -1;
const CANCELLED = 0;
/** No person closes a window this fast: some builds answer like one who cancelled, and have shown nothing. */
const TOO_FAST_MS = 150;

interface PickedPath {
  readonly full: string;
  readonly path: string;
}

/** Files through ET's own windows: a page on the disk sees none by itself, and .et is read by nobody else. */
export class EtFiles implements HostFiles {
  constructor(
    private readonly application: EtApplication,
    private readonly now: () => number = Date.now,
  ) {}

  pick(what: 'files' | 'folder'): FilePick {
    if (!this.#gives('ReadFileAsArrayBuffer')) return { kind: 'unavailable' };
    if (what === 'files') {
      const picked = this.#show(FILE_PICKER);
      return Array.isArray(picked)
        ? this.#picked(picked.map((full) => ({ full, path: nameIn(full) })))
        : { kind: picked };
    }
    if (!this.#gives('readdirSync')) return { kind: 'unavailable' };
    const picked = this.#show(FOLDER_PICKER);
    if (!Array.isArray(picked)) return { kind: picked };
    const [folder = ''] = picked;
    const found = filesBelow(folder, (path) => this.application.FileSystem?.readdirSync?.(path));
    return found === null ? { kind: 'unavailable' } : this.#picked(found);
  }

  /** Asking for a member that a build does not have may throw. */
  #gives(member: 'ReadFileAsArrayBuffer' | 'readdirSync'): boolean {
    return typeof attempt(() => this.application.FileSystem?.[member]) === 'function';
  }

  /** The full names of what was picked. */
  #show(kind: number): string[] | 'cancelled' | 'unavailable' {
    try {
      const dialog = this.application.FileDialog?.(kind);
      if (dialog === undefined || dialog === null) return 'unavailable';
      if (kind === FILE_PICKER) dialog.AllowMultiSelect = true;
      const shown = this.now();
      const answer: unknown = dialog.Show();
      if (answer === CANCELLED) return this.now() - shown < TOO_FAST_MS ? 'unavailable' : 'cancelled';
      if (answer !== PICKED) return 'unavailable';
      const items = dialog.SelectedItems;
      const names: string[] = [];
      for (let index = 1; index <= items.Count; index++) {
        const name: unknown = items.Item(index);
        if (typeof name === 'string' && name !== '') names.push(name);
      }
      return names.length === 0 ? 'unavailable' : names;
    } catch {
      return 'unavailable';
    }
  }

  #picked(paths: readonly PickedPath[]): FilePick {
    const { application } = this;
    return {
      kind: 'picked',
      files: paths.map(({ full, path }): HostFile => ({
        path,
        bytes: async () => readBytes(application, full),
        open: async (mayAsk) => openAndRead(application, full, mayAsk),
      })),
    };
  }
}
