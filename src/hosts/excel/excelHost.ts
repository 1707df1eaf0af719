import type { EditPlan } from '../../plan/edits';
import type { CellRef } from '../../rubric/finding';
import { cellAddress } from '../../sheet/address';
import type { BookSnapshot } from '../../sheet/grid';
import { HostError } from '../host';
import type { ApplyOptions, HostEvent, HostShortfall, Receipt, WorkbookHost } from '../host';
import { writePlan } from './applyPlan';
import type { WriteOutcome } from './applyPlan';
import { capabilitiesOf, officeApiOfPage, shortfallsOf } from './officeApi';
import type { ExcelCapabilities, OfficeApi } from './officeApi';
import { OwnWrites } from './ownWrites';
import { readAtOnce, readPieceByPiece } from './readWorkbook';
import type { ReadResult } from './readWorkbook';
import { faultCode, faultLocation, hostError, runExcel } from './runExcel';
import { undoWrite } from './undoWrite';
import { WorkbookWatch } from './watchWorkbook';
import { markCounts } from './writeSheet';

/**
 * The open workbook as a host, over Office.js. Reading takes one `context.sync()` for a workbook of usual size, writing
 * two, whatever the size of the table.
 */
export class ExcelHost implements WorkbookHost {
  readonly shortfalls: readonly HostShortfall[];
  readonly #api: OfficeApi;
  readonly #capabilities: ExcelCapabilities;
  readonly #ownWrites = new OwnWrites();
  /** What the last reading or write saw of words: a write that follows can ask for their places at once. */
  #knownWords: ReadResult['commentIds'] = new Map();
  /** Sheets hidden by writes that can still be taken back. */
  readonly #keptIds = new Set<string>();

  /** @param api Office.js of the page; a test hands in its own. */
  constructor(api: OfficeApi = officeApiOfPage()) {
    this.#api = api;
    this.#capabilities = capabilitiesOf(api);
    this.shortfalls = shortfallsOf(this.#capabilities);
  }

  async read(): Promise<BookSnapshot> {
    try {
      const { snapshot, commentIds } = await this.#readEither();
      if (this.#capabilities.words === 'comments') this.#knownWords = commentIds;
      return snapshot;
    } catch (fault) {
      throw hostError(fault, 'read-failed');
    }
  }

  async apply(plan: EditPlan, options: ApplyOptions = {}): Promise<Receipt> {
    const outcome = await this.#write(plan, options, this.#capabilities);
    if (outcome.fault === null) return this.#receipt(plan, outcome, this.#capabilities);
    await this.#rollBack(outcome);
    if (!faultLocation(outcome.fault).startsWith('Comment')) throw hostError(outcome.fault, 'write-failed');
    // A cell with an old-style note takes no comment, and this Excel cannot show us its notes: highlights alone, then.
    const silent: ExcelCapabilities = { ...this.#capabilities, words: 'none' };
    const second = await this.#write(plan, options, silent);
    if (second.fault === null) return this.#receipt(plan, second, silent);
    await this.#rollBack(second);
    throw hostError(second.fault, 'write-failed');
  }

  async select(sheet: string, { row, column }: CellRef): Promise<void> {
    try {
      await runExcel(this.#api, (context) => selectCell(context, sheet, row, column));
    } catch (fault) {
      if (faultCode(fault) === 'ItemNotFound') throw new HostError('sheet-missing', { sheet });
      throw hostError(fault, 'read-failed');
    }
  }

  async watch(listener: (event: HostEvent) => void): Promise<() => Promise<void>> {
    const watch = new WorkbookWatch(this.#api, this.#capabilities, this.#ownWrites, listener);
    try {
      await watch.start();
    } catch (fault) {
      throw hostError(fault, 'read-failed');
    }
    return () => watch.stop();
  }

  /** At once, or in pieces where the workbook is too large for one answer. */
  async #readEither(): Promise<ReadResult> {
    try {
      return await runExcel(this.#api, (context) => readAtOnce(context, this.#capabilities));
    } catch (fault) {
      if (faultCode(fault) !== 'ResponsePayloadSizeLimitExceeded') throw fault;
      return runExcel(this.#api, (context) => readPieceByPiece(context, this.#capabilities));
    }
  }

  async #write(
    plan: EditPlan,
    options: ApplyOptions,
    capabilities: ExcelCapabilities,
  ): Promise<WriteOutcome> {
    try {
      const outcome = await this.#ownWrites.during(() =>
        runExcel(this.#api, (context) =>
          writePlan(context, capabilities, plan, options, {
            knownWords: this.#knownWords,
            keptIds: this.#keptIds,
          }),
        ),
      );
      this.#remember(outcome);
      this.#rememberWords(plan, outcome);
      return outcome;
    } catch (fault) {
      throw hostError(fault, 'write-failed');
    }
  }

  /** Nothing stays half written: what was done before the fault is taken back. */
  async #rollBack(outcome: WriteOutcome): Promise<void> {
    try {
      await this.#takeBack(outcome, this.#capabilities);
    } catch (fault) {
      throw new HostError('write-broken-off', { detail: faultCode(fault) }, { cause: outcome.fault });
    }
  }

  async #takeBack(outcome: WriteOutcome, capabilities: ExcelCapabilities): Promise<void> {
    await this.#ownWrites.during(() =>
      runExcel(this.#api, (context) => undoWrite(context, capabilities, outcome)),
    );
    this.#remember(outcome);
    if (capabilities.words === 'messages') this.#knownWords = new Map();
    for (const id of keptBy(outcome)) this.#keptIds.delete(id);
  }

  /** Where our messages stand is known from what was written last. */
  #rememberWords(plan: EditPlan, { fault }: WriteOutcome): void {
    if (this.#capabilities.words !== 'messages' || fault !== null) return;
    const known = new Map(this.#knownWords);
    for (const { sheet, notes } of plan.marks) known.set(sheet, notes.map(cellAddress));
    this.#knownWords = known;
  }

  #remember(outcome: WriteOutcome): void {
    const written = outcome.sheets?.sheets ?? [];
    this.#ownWrites.wrote([
      ...outcome.before,
      ...written.flatMap(({ id, content }) => (id === null ? [] : [{ sheetId: id, changes: content.cells }])),
      ...(outcome.sheets?.referring ?? []).map((cell) => ({ sheetId: cell.sheetId, changes: [cell] })),
    ]);
    for (const id of keptBy(outcome)) this.#keptIds.add(id);
  }

  #receipt(plan: EditPlan, outcome: WriteOutcome, capabilities: ExcelCapabilities): Receipt {
    const { highlights, notes } = markCounts(plan, capabilities);
    const wanted = plan.marks.reduce((sum, sheet) => sum + sheet.notes.length, 0);
    let done = false;
    return {
      cells: outcome.cells,
      highlights,
      notes: notes - outcome.unsaid,
      degraded: wanted - notes + outcome.unsaid,
      undo: async () => {
        if (done) return;
        try {
          await this.#takeBack(outcome, capabilities);
          done = true;
        } catch (fault) {
          throw hostError(fault, 'write-failed');
        }
      },
    };
  }
}

function selectCell(
  context: Excel.RequestContext,
  sheet: string,
  row: number,
  column: number,
): Promise<void> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  worksheet.activate();
  worksheet.getRangeByIndexes(row, column, 1, 1).select();
  return context.sync();
}

/** Sheets that a write has hidden, to be brought back by its undo. */
function keptBy({ sheets }: WriteOutcome): string[] {
  return (sheets?.sheets ?? []).flatMap(({ replaced }) => (replaced === null ? [] : [replaced.id]));
}
