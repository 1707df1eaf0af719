import type { WorkbookModel } from '../../excel-host/model/workbook';
import { textOf } from '../codes';
import type { EmulatedEt, OpenBook } from '../emulatedEt';
import type { OfSheet } from '../place';
import { etObject, stateOf } from '../strict';
import type { EtMember, EtType } from '../strict';
import { range } from './range';
import { WINDOW } from './sheetMembers';
import { worksheet } from './worksheet';

const SHEETS: EtType<OpenBook> = {
  name: 'Sheets',
  members: {
    Count: { get: ({ model }) => model.sheets.length },
    Item: {
      call: ({ model }, [key], et) => {
        const sheet = typeof key === 'number' ? model.sheets[key - 1] : model.sheet(String(key));
        if (sheet !== undefined && sheet !== null) return worksheet({ book: model, sheet }, et);
        if (et.quirks.missingSheet === 'null') return null;
        throw new Error('Subscript out of range');
      },
    },
    /** Before the active sheet where it is not told where; the new sheet is shown. */
    Add: {
      writes: true,
      call: ({ model }, [before, after], et) => {
        const place = (object: unknown) =>
          model.sheets.indexOf((stateOf(object, 'Worksheet') as OfSheet).sheet);
        const index =
          after !== undefined && after !== null
            ? place(after) + 1
            : before !== undefined && before !== null
              ? place(before)
              : model.sheets.indexOf(model.activeSheet);
        const sheet = model.addSheet(freeName(model));
        model.sheets.splice(index, 0, ...model.sheets.splice(model.sheets.indexOf(sheet), 1));
        model.activate(sheet);
        return worksheet({ book: model, sheet }, et);
      },
    },
  },
};

function freeName(model: WorkbookModel): string {
  let number = model.sheets.length + 1;
  while (model.sheet(`Sheet${number}`) !== null) number++;
  return `Sheet${number}`;
}

type DefinedName = EmulatedEt['names'][number];

const NAME: EtType<DefinedName> = {
  name: 'Name',
  members: {
    Delete: {
      writes: true,
      call: (name, _args, et) => {
        et.names.splice(et.names.indexOf(name), 1);
      },
    },
  },
};

const NAMES: EtType<OpenBook> = {
  name: 'Names',
  members: {
    /** With a sheet before it, as in `'表1'!name`, it is that sheet's and goes with it. */
    Add: {
      writes: true,
      call: ({ model }, [name, refersTo], et) => {
        const [, sheet = null, own = ''] = /^(?:'([^']+)'!)?(\w+)$/.exec(textOf(name)) ?? [];
        if (own === '' || (sheet !== null && model.sheet(sheet) === null)) throw new Error('No such name');
        const made = { name: own, sheet, refersTo: textOf(refersTo) };
        et.names.push(made);
        return etObject(NAME, made, et);
      },
    },
  },
};

const WORKBOOK: EtType<OpenBook> = {
  name: 'Workbook',
  members: {
    Saved: {
      get: (_book, et) => et.saved,
      set: (_book, value, et) => {
        et.saved = value;
      },
    },
    Names: { get: (book, et) => etObject(NAMES, book, et) },
    Name: { get: ({ model }) => model.name },
    Path: { get: ({ path }) => path.replace(/[\\/][^\\/]*$/, '') },
    FullName: { get: ({ path }) => path },
    Sheets: { get: (book, et) => etObject(SHEETS, book, et) },
    ActiveSheet: {
      get: ({ model }, et) => worksheet({ book: model, sheet: model.activeSheet }, et),
    },
    Activate: { call: (book, _args, et) => et.activate(book) },
    Close: { call: (book, [save], et) => et.close(book, save) },
  },
};

function workbook(book: OpenBook | null, et: EmulatedEt): object | null {
  return book === null ? null : etObject(WORKBOOK, book, et);
}

const WORKBOOKS: EtType<EmulatedEt> = {
  name: 'Workbooks',
  members: {
    Count: { get: (et) => et.books.length },
    Item: { call: (et, [index]) => workbook(et.books[Number(index) - 1] ?? null, et) },
    Open: { call: (et, [path, _links, readOnly]) => workbook(et.open(String(path), readOnly === true), et) },
  },
};

const PLUGIN_STORAGE: EtType<Map<string, string | number | boolean>> = {
  name: 'PluginStorage',
  members: {
    getItem: { call: (storage, [key]) => storage.get(String(key)) ?? null },
    setItem: {
      call: (storage, [key, value]) => {
        if (typeof value === 'object') throw new Error('PluginStorage takes scalars only');
        storage.set(String(key), value as string | number | boolean);
      },
    },
  },
};

const API_EVENT: EtType<EmulatedEt> = {
  name: 'ApiEvent',
  members: {
    AddApiEventListener: { call: (et, [name, listener]) => et.listen(String(name), listener as Listener) },
    RemoveApiEventListener: {
      call: (et, [name, listener]) => et.unlisten(String(name), listener as Listener),
    },
  },
};

type Listener = (...args: unknown[]) => void;

interface Picker {
  picked: readonly string[] | null;
  multiple: boolean;
}

const SELECTED_ITEMS: EtType<Picker> = {
  name: 'SelectedItems',
  members: {
    Count: { get: ({ picked }) => picked?.length ?? 0 },
    Item: { call: ({ picked }, [index]) => picked?.[Number(index) - 1] ?? null },
  },
};

const FILE_DIALOG: EtType<Picker> = {
  name: 'FileDialog',
  members: {
    AllowMultiSelect: {
      get: ({ multiple }) => multiple,
      set: (picker, value) => {
        picker.multiple = value === true;
      },
    },
    Show: {
      call: (picker, _args, et) => {
        if (et.quirks.silentDialogs) return 0;
        picker.picked = et.picks.shift() ?? null;
        et.shown();
        return picker.picked === null ? 0 : -1;
      },
    },
    SelectedItems: { get: (picker, et) => etObject(SELECTED_ITEMS, picker, et) },
  },
};

const FILE_SYSTEM: EtType<EmulatedEt> = {
  name: 'FileSystem',
  members: {
    ReadFileAsArrayBuffer: {
      call: (et, [path]) => {
        const file = et.files.get(String(path));
        if (file !== undefined && file.isHeld !== true) return file.bytes.slice().buffer;
        if (et.quirks.failedRead === 'undefined') return undefined;
        throw new Error('The file cannot be read');
      },
    },
    writeAsBinaryString: {
      call: (et, [path, text]) => {
        const bytes = Uint8Array.from(String(text), (character) => character.charCodeAt(0) & 255);
        et.files.set(String(path), { bytes });
        return true;
      },
    },
    readdirSync: { call: (et, [folder]) => et.list(String(folder)) },
  },
};

interface TaskPane {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  visible: boolean;
  dock: number;
}

const TASK_PANE: EtType<TaskPane> = {
  name: 'TaskPane',
  members: {
    ID: { get: ({ id }) => id },
    Visible: {
      get: ({ visible }) => visible,
      set: (pane, value) => {
        pane.visible = value === true;
      },
    },
    DockPosition: {
      get: ({ dock }) => dock,
      set: (pane, value) => {
        pane.dock = Number(value);
      },
    },
    Delete: {
      call: (pane, _args, et) => {
        et.panes.splice(et.panes.indexOf(pane), 1);
      },
    },
  },
};

export type { TaskPane };

/** A property of the application that a script changes and has to put back. */
function setting(
  key: 'screenUpdating' | 'enableEvents' | 'displayAlerts' | 'statusBar' | 'calculation',
): EtMember<EmulatedEt> {
  return {
    get: (et) => et[key],
    set: (et, value) => {
      Object.assign(et, { [key]: value });
    },
  };
}

const APPLICATION: EtType<EmulatedEt> = {
  name: 'Application',
  members: {
    Version: { get: () => '12.0' },
    Build: { get: () => '28022' },
    Workbooks: { get: (et) => etObject(WORKBOOKS, et, et) },
    ActiveWorkbook: { get: (et) => workbook(et.activeBook, et) },
    ActiveCell: {
      get: (et) => {
        const model = et.activeBook?.model;
        if (model === undefined) return null;
        const { top, left } = model.selected ?? { top: 0, left: 0 };
        return range(
          { book: model, sheet: model.activeSheet, areas: [{ top, left, bottom: top, right: left }] },
          et,
        );
      },
    },
    ActiveWindow: { get: (et) => etObject(WINDOW, et, et) },
    ScreenUpdating: setting('screenUpdating'),
    EnableEvents: setting('enableEvents'),
    DisplayAlerts: setting('displayAlerts'),
    StatusBar: setting('statusBar'),
    Calculation: setting('calculation'),
    PluginStorage: { get: (et) => etObject(PLUGIN_STORAGE, et.pluginStorage, et) },
    ApiEvent: { get: (et) => etObject(API_EVENT, et, et) },
    FileSystem: { get: (et) => etObject(FILE_SYSTEM, et, et) },
    FileDialog: {
      call: (et, [kind]) => {
        if (kind !== 3 && kind !== 4) throw new Error(`No such dialog: ${String(kind)}`);
        return etObject(FILE_DIALOG, { picked: null, multiple: false }, et);
      },
    },
    CreateTaskPane: {
      call: (et, [url, title]) => {
        const pane: TaskPane = {
          id: et.nextPane++,
          url: String(url),
          title: textOf(title),
          visible: false,
          dock: 2,
        };
        et.panes.push(pane);
        return etObject(TASK_PANE, pane, et);
      },
    },
    GetTaskPane: {
      call: (et, [id]) => {
        const pane = et.panes.find((one) => one.id === id);
        return pane === undefined ? null : etObject(TASK_PANE, pane, et);
      },
    },
  },
};

export function application(et: EmulatedEt): object {
  return etObject(APPLICATION, et, et);
}
