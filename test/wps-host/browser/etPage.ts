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
  /** What another page of the add-in has put into PluginStorage before. */
  readonly storage: Readonly<Record<string, string | number>>;
  /** A pane that WPS knows already, by the number that the storage has. */
  readonly pane: number | null;
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
}

const { kaoheSetting: setting } = window as unknown as { kaoheSetting: EtSetting };
const book = workbookFrom(setting.snapshot);
const et = new EmulatedEt(book, { ...CURRENT, ...setting.quirks });
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
};

Object.assign(window, { Application: et.app, kaoheEt: page });
