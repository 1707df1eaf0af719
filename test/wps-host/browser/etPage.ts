import type { BookSnapshot } from '../../../src/sheet/grid';
import { parseCell } from '../../../src/sheet/address';
import { dumpWorkbook } from '../../excel-host/dumpWorkbook';
import { workbookFrom } from '../../excel-host/loadWorkbook';
import { EmulatedEt } from '../emulatedEt';
import { placeAt } from '../place';
import { CURRENT } from '../quirks';
import type { EtQuirks } from '../quirks';

/** What a test lays down in the page before this script runs. */
export interface EtSetting {
  readonly snapshot: BookSnapshot;
  readonly quirks: Partial<Omit<EtQuirks, 'absent'>>;
  /** Members that this build does not have. */
  readonly absent: readonly string[];
  /** What lies on the disk, and what the user picks there, dialog after dialog. */
  readonly disk: readonly DiskFile[];
  readonly picks: readonly (readonly string[])[];
  /** The user has the passwords of the files. */
  readonly knowsPasswords: boolean;
  /** What another page of the add-in has put into PluginStorage before. */
  readonly storage: Readonly<Record<string, string | number>>;
  /** A pane that WPS knows already, by the number that the storage has. */
  readonly pane: number | null;
}

export interface DiskFile {
  readonly path: string;
  readonly base64: string;
  /** What ET sees in it; null: it cannot open it. */
  readonly opens: BookSnapshot | null;
  /** It has a password. */
  readonly isLocked?: boolean;
}

/** What a test can ask of the page: whatever a person would see in WPS. */
export interface EtPage {
  readonly dump: () => unknown;
  /** `sheet!A1` of the cell that is selected. */
  readonly selected: () => string;
  /** A person types into a cell. */
  readonly type: (sheet: string, address: string, input: string | number) => void;
  readonly panes: () => readonly { readonly id: number; readonly url: string; readonly visible: boolean }[];
  readonly storage: () => Readonly<Record<string, string | number | boolean>>;
  readonly put: (key: string, value: string) => void;
  readonly closePane: () => void;
  readonly unknown: () => readonly string[];
  /** Workbooks that are open, the one in front, and which of the disk's were opened so far. */
  readonly workbooks: () => {
    readonly open: readonly string[];
    readonly front: string;
    readonly opened: readonly string[];
  };
}

const { kaoheSetting: setting } = window as unknown as { kaoheSetting: EtSetting };
const book = workbookFrom(setting.snapshot);
const et = new EmulatedEt(book, { ...CURRENT, ...setting.quirks, absent: new Set(setting.absent) });
et.knowsPasswords = setting.knowsPasswords;
et.picks.push(...setting.picks);
for (const { path, base64, opens, isLocked = false } of setting.disk) {
  const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
  et.files.set(path, { bytes, isLocked, ...(opens !== null && { model: () => workbookFrom(opens) }) });
}
for (const [key, value] of Object.entries(setting.storage)) et.pluginStorage.set(key, value);
if (setting.pane !== null) {
  et.panes.push({ id: setting.pane, url: location.href, title: '考核', visible: true, dock: 2 });
}

const page: EtPage = {
  dump: () => dumpWorkbook(book),
  selected: () => {
    const { row, column } = { row: book.selected?.top ?? -1, column: book.selected?.left ?? -1 };
    return `${book.activeSheet.name}!${row},${column}`;
  },
  type: (name, address, input) => {
    const sheet = book.sheet(name);
    const cell = parseCell(address);
    if (sheet === null || cell === null) throw new Error(`No cell ${name}!${address}`);
    sheet.enter(cell.row, cell.column, input);
    et.changed(placeAt({ book, sheet }, address));
  },
  panes: () => et.panes.map(({ id, url, visible }) => ({ id, url, visible })),
  storage: () => Object.fromEntries(et.pluginStorage),
  put: (key, value) => void et.pluginStorage.set(key, value),
  closePane: () => void et.panes.pop(),
  unknown: () => et.unknown,
  workbooks: () => ({
    open: et.books.map(({ model }) => model.name),
    front: et.activeBook?.model.name ?? '',
    opened: et.opened.map(({ path }) => path),
  }),
};

Object.assign(window, { Application: et.app, kaoheEt: page });
