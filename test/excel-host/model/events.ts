/** Numbers of Excel's events on the wire. */
export const EventType = { changed: 10, activated: 11, added: 13, selectionChanged: 14 } as const;

/** Target of an event that is registered for all sheets at once. */
export const ALL_SHEETS = 'Workbook';

/** Minor version that brought `triggerSource`: who changed a cell. */
const TRIGGER_SOURCE_SINCE = 14;

/** One event as it goes to the add-in. */
export interface ExcelEvent {
  readonly type: number;
  /** Id of the sheet it was registered for, or `ALL_SHEETS`. */
  readonly target: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** What the add-in wants to hear of, and the way to it. */
export class EventBoard {
  private readonly registered = new Set<string>();
  /** Minor version of the ExcelApi 1.x that this Excel has. */
  level = Infinity;
  private listener: (event: ExcelEvent) => void = () => undefined;

  /** Where events go from now on. */
  connect(listener: (event: ExcelEvent) => void): void {
    this.listener = listener;
  }

  register(type: number, target: string): void {
    this.registered.add(`${type} ${target}`);
  }

  unregister(type: number, target: string): void {
    this.registered.delete(`${type} ${target}`);
  }

  /** Handlers that the add-in has not taken back. */
  get count(): number {
    return this.registered.size;
  }

  /** Tells what happened on a sheet to those who registered for it or for all. */
  raise(type: number, sheetId: string, all: Readonly<Record<string, unknown>>): void {
    const { triggerSource: _later, ...old } = all;
    const args = this.level >= TRIGGER_SOURCE_SINCE ? all : old;
    for (const target of [sheetId, ALL_SHEETS]) {
      if (this.registered.has(`${type} ${target}`))
        this.listener({ type, target, args: { worksheetId: sheetId, ...args } });
    }
  }
}
