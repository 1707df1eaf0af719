import type { WorkbookModel } from '../excel-host/model/workbook';
import { recalculate } from '../excel-host/model/recalculate';
import type { TaskPane } from './objects/application';
import { application } from './objects/application';
import { range } from './objects/range';
import { worksheet } from './objects/worksheet';
import { firstArea } from './place';
import type { Place } from './place';
import { CURRENT } from './quirks';
import type { EtQuirks } from './quirks';

/** A workbook that is open in ET. */
export interface OpenBook {
  readonly model: WorkbookModel;
  readonly path: string;
  readonly readOnly: boolean;
}

/** A file on the disk that ET can see: its bytes, and the workbook that opening it gives. */
export interface EtFile {
  readonly bytes: Uint8Array;
  readonly model?: () => WorkbookModel;
  /** ET asks the user for a password. */
  readonly isLocked?: boolean;
  /** Another program holds it: no bytes are given. */
  readonly isHeld?: boolean;
}

type Listener = (...args: unknown[]) => void;

/** Setting these changes nothing in a workbook. */
const NO_CONTENT = /^(?:Application|TaskPane|Window|Workbook|FileDialog)\./;
const AUTOMATIC = -4105;
const MANUAL = -4135;

/**
 * WPS 表格 as an add-in sees it, built from what is known of it: synchronous, collections from 1, strict. Nothing here needs
 * Node or a browser: a test in Node and a page that plays ET use it alike.
 */
export class EmulatedEt {
  readonly app: object;
  /** Properties read or set and methods called: each is a hop between two processes. */
  hops = 0;
  readonly books: OpenBook[] = [];
  readonly files = new Map<string, EtFile>();
  /** What the user will pick in the next dialogs; null: cancels. */
  readonly picks: (readonly string[] | null)[] = [];
  /** Members that were asked for and that the emulator does not know: whoever catches the fault is told on here. */
  readonly unknown: string[] = [];
  /** Questions that ET asked the user in the midst of a script. */
  readonly asked: string[] = [];
  /** What the user does when ET asks for a password. */
  knowsPasswords = true;
  /** Files that were opened, and how the settings stood meanwhile. */
  readonly opened: { readonly path: string; readonly events: unknown; readonly alerts: unknown }[] = [];
  readonly panes: TaskPane[] = [];
  readonly pluginStorage = new Map<string, string | number | boolean>();
  /**
   * Asked before each change by its member, as `Range.Value2`: false lets it fail silently, an exception loudly.
   * A test sets it.
   */
  beforeWrite: (member: string) => boolean = () => true;
  /** A dialog has been on the screen: a test lets its clock go on. */
  shown: () => void = () => undefined;
  /** Whether the workbooks are as they were saved. */
  saved: unknown = true;
  /** Defined names, with the sheet that each belongs to; null: to the workbook. */
  readonly names: { readonly name: string; readonly sheet: string | null; readonly refersTo: string }[] = [];
  nextPane = 1;
  screenUpdating: unknown = true;
  enableEvents: unknown = true;
  displayAlerts: unknown = true;
  statusBar: unknown = false;
  calculationMode: unknown = AUTOMATIC;
  private active: OpenBook | null = null;
  private readonly listeners = new Map<string, Set<Listener>>();

  constructor(
    model: WorkbookModel | null,
    readonly quirks: EtQuirks = CURRENT,
  ) {
    this.app = application(this);
    if (model !== null) this.show({ model, path: `C:\\考核\\${model.name}`, readOnly: false });
  }

  get activeBook(): OpenBook | null {
    return this.active;
  }

  get calculation(): unknown {
    return this.calculationMode;
  }

  /** Going back to automatic computes what was entered meanwhile. */
  set calculation(mode: unknown) {
    this.calculationMode = mode;
    if (mode !== MANUAL)
      for (const { model } of this.books) for (const sheet of model.sheets) recalculate(sheet);
  }

  mayWrite(member: string): boolean {
    const may = this.beforeWrite(member);
    if (may && !NO_CONTENT.test(member)) this.saved = false;
    return may;
  }

  show(book: OpenBook): OpenBook {
    this.books.push(book);
    this.active = book;
    return book;
  }

  activate(book: OpenBook): void {
    this.active = book;
  }

  /** Null where this build says nothing of a file that it cannot open. */
  open(path: string, readOnly: boolean): OpenBook | null {
    if (this.books.some((book) => book.path === path)) this.asked.push('reopen');
    this.opened.push({ path, events: this.enableEvents, alerts: this.displayAlerts });
    const file = this.files.get(path);
    const model = this.mayOpen(file) ? file?.model?.() : undefined;
    if (model !== undefined) return this.show({ model, path, readOnly });
    if (this.quirks.failedOpen === 'null') return null;
    throw new Error('The file cannot be opened');
  }

  private mayOpen(file: EtFile | undefined): boolean {
    if (file?.isLocked !== true) return true;
    // With alerts off nobody is asked.
    if (this.displayAlerts === false) return false;
    this.asked.push('password');
    return this.knowsPasswords;
  }

  /** Names in a folder, as the program's own listing gives them; a file lists nothing. */
  list(folder: string): readonly string[] {
    const divider = folder.includes('\\') ? '\\' : '/';
    const prefix = folder.endsWith(divider) ? folder : `${folder}${divider}`;
    const names = [...this.files.keys()].flatMap((path) =>
      path.startsWith(prefix) ? (path.slice(prefix.length).split(divider)[0] ?? []) : [],
    );
    return names.length === 0 ? [] : ['.', '..', ...new Set(names)];
  }

  close(book: OpenBook, save: unknown): void {
    if (save !== false) this.asked.push('save');
    this.books.splice(this.books.indexOf(book), 1);
    if (this.active === book) this.active = this.books[this.books.length - 1] ?? null;
  }

  listen(event: string, listener: Listener): void {
    this.listeners.set(event, (this.listeners.get(event) ?? new Set()).add(listener));
  }

  unlisten(event: string, listener: Listener): void {
    this.listeners.get(event)?.delete(listener);
  }

  /** Cells were changed, by a script or by the user: the listeners hear of both. */
  changed(place: Place): void {
    this.tell('SheetChange', place);
  }

  /** The user selects cells. */
  userSelects(place: Place): void {
    place.book.select(place.sheet, firstArea(place));
    this.tell('SheetSelectionChange', place);
  }

  private tell(event: string, place: Place): void {
    if (this.enableEvents === false && !this.quirks.loudEvents) return;
    const send = () => {
      for (const listener of this.listeners.get(event) ?? [])
        listener(worksheet(place, this), range(place, this));
    };
    if (this.quirks.lateEvents) setTimeout(send, 0);
    else send();
  }
}
