import type { CellRef } from '../../rubric/finding';
import { parseRect } from '../../sheet/address';
import type { HostEvent } from '../host';
import { firstCell } from './areas';
import type { ExcelCapabilities, OfficeApi } from './officeApi';
import type { OwnWrites } from './ownWrites';
import { runExcel } from './runExcel';

type Handler = OfficeExtension.EventHandlerResult<unknown>;

/** A cell of a sheet, or whichever cell is active. */
type Place = { readonly sheetId: string; readonly cell: CellRef } | 'active';

/** What happened and has not been told yet. Excel names sheets by their ids only; the names have to be asked. */
interface Pending {
  /** Where the person went last. */
  place: Place | null;
  readonly edited: Set<string>;
}

/**
 * Tells what a person does in the workbook. From ExcelApi 1.9 on all sheets are heard at once; before, each by itself, and
 * sheets that come later when they come. While names are asked for, what happens meanwhile is gathered: a quick hand
 * costs one request at a time, and the last place counts.
 */
export class WorkbookWatch {
  readonly #handlers: Handler[] = [];
  #pending: Pending = nothing();
  #telling = false;
  #stopped = false;

  constructor(
    private readonly api: OfficeApi,
    private readonly capabilities: ExcelCapabilities,
    private readonly own: OwnWrites,
    private readonly listener: (event: HostEvent) => void,
  ) {}

  async start(): Promise<void> {
    await runExcel(this.api, async (context) => {
      const { worksheets } = context.workbook;
      const handlers: Handler[] = [worksheets.onActivated.add(async () => this.#went('active'))];
      if (this.capabilities.areas) {
        handlers.push(...this.#hear(worksheets));
      } else {
        worksheets.load('items/id');
        await context.sync();
        handlers.push(
          ...worksheets.items.flatMap((sheet) => this.#hear(sheet)),
          worksheets.onAdded.add(async ({ worksheetId }) => this.#hearNew(worksheetId)),
        );
      }
      await context.sync();
      this.#handlers.push(...handlers);
    });
    await this.#went('active');
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    const contexts = new Set(this.#handlers.map(({ context }) => context));
    for (const context of contexts) {
      await this.api.Excel.run({ delayForCellEdit: true, previousObjects: context }, async () => {
        for (const handler of this.#handlers) if (handler.context === context) handler.remove();
        await context.sync();
      });
    }
  }

  #hear(source: Excel.Worksheet | Excel.WorksheetCollection): Handler[] {
    return [
      source.onSelectionChanged.add(async ({ worksheetId, address }) => {
        const cell = firstCell(address);
        if (cell !== null) await this.#went({ sheetId: worksheetId, cell });
      }),
      source.onChanged.add(async (event) => this.#changed(event)),
    ];
  }

  async #hearNew(sheetId: string): Promise<void> {
    await runExcel(this.api, async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
      sheet.load('id');
      await context.sync();
      if (sheet.isNullObject || this.#stopped) return;
      const handlers = this.#hear(sheet);
      await context.sync();
      this.#handlers.push(...handlers);
    });
  }

  async #changed({ worksheetId, address, triggerSource }: Excel.WorksheetChangedEventArgs): Promise<void> {
    // Excel says whose change it was from 1.14 on.
    const told = triggerSource as string | undefined;
    const ours =
      told === undefined ? this.own.includes(worksheetId, parseRect(address)) : told === 'ThisLocalAddin';
    if (ours) return;
    this.#pending.edited.add(worksheetId);
    await this.#tell();
  }

  async #went(place: Place): Promise<void> {
    this.#pending.place = place;
    await this.#tell();
  }

  async #tell(): Promise<void> {
    if (this.#telling) return;
    this.#telling = true;
    try {
      while (!this.#stopped && (this.#pending.place !== null || this.#pending.edited.size > 0)) {
        const pending = this.#pending;
        this.#pending = nothing();
        for (const event of await this.#named(pending)) if (!this.#stopped) this.listener(event);
      }
    } catch {
      // Excel cannot say where (a chart sheet is in front, the workbook closes): there is nothing to tell.
    } finally {
      this.#telling = false;
    }
  }

  /** Where it happened, by the names that sheets have now; sheets that are gone are left out. */
  #named({ place, edited }: Pending): Promise<HostEvent[]> {
    return runExcel(this.api, async (context) => {
      const { worksheets } = context.workbook;
      const changed = [...edited].map((sheetId) => worksheets.getItemOrNullObject(sheetId));
      const goal = place === null ? null : askPlace(context.workbook, place);
      for (const sheet of [...changed, ...(goal === null ? [] : [goal.sheet])]) sheet.load('name');
      await context.sync();
      const events: HostEvent[] = changed
        .filter((sheet) => !sheet.isNullObject)
        .map(({ name }) => ({ kind: 'edited', sheet: name }));
      if (goal !== null && !goal.sheet.isNullObject) {
        events.push({ kind: 'selected', sheet: goal.sheet.name, cell: goal.cell() });
      }
      return events;
    });
  }
}

interface AskedPlace {
  readonly sheet: Excel.Worksheet;
  readonly cell: () => CellRef;
}

function askPlace(workbook: Excel.Workbook, place: Place): AskedPlace {
  const { worksheets } = workbook;
  if (place !== 'active') {
    return { sheet: worksheets.getItemOrNullObject(place.sheetId), cell: () => place.cell };
  }
  const active = workbook.getActiveCell();
  active.load('rowIndex,columnIndex');
  return {
    sheet: worksheets.getActiveWorksheet(),
    cell: () => ({ row: active.rowIndex, column: active.columnIndex }),
  };
}

function nothing(): Pending {
  return { place: null, edited: new Set() };
}
