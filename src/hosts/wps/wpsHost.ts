import type { EditPlan } from '../../plan/edits';
import type { CellRef } from '../../rubric/finding';
import { cellAddress } from '../../sheet/address';
import type { BookSnapshot } from '../../sheet/grid';
import type { SelfCheck } from '../selfCheck';
import type { ApplyOptions, HostEvent, HostShortfall, Receipt, WorkbookHost } from '../host';
import type { HostFiles } from '../files';
import { writePlan } from './applyPlan';
import type { EtApplication } from './etApi';
import { faultOf } from './faults';
import { EtFiles } from './files/etFiles';
import { openWorkbook, readWorkbook } from './readWorkbook';
import { tryFile } from './selfCheck/fileTrial';
import { runSelfCheck } from './selfCheck/runSelfCheck';
import { sheetNamed } from './survey';
import { undoWrite } from './undoWrite';
import { WorkbookWatch } from './watch';

/**
 * The workbook that is open in WPS 表格 as a host. ET answers at once and one property at a time, so reading and writing go
 * by whole blocks; the promises are the port's.
 */
export class WpsHost implements WorkbookHost {
  /** Whether ET's own undo takes a script's writes back is not known: 撤销 is ours. */
  readonly shortfalls: readonly HostShortfall[] = ['own-undo-only'];
  readonly files: HostFiles;
  readonly selfCheck: SelfCheck;
  readonly #watch: WorkbookWatch;
  /** Names of hidden sheets that hold what this host has replaced. */
  readonly #kept = new Set<string>();

  constructor(private readonly application: EtApplication) {
    this.files = new EtFiles(application);
    this.#watch = new WorkbookWatch(application);
    this.selfCheck = {
      run: () => this.#watch.deafTo(() => runSelfCheck(application)),
      tryFile: async () => tryFile(application),
    };
  }

  async read(): Promise<BookSnapshot> {
    try {
      return readWorkbook(openWorkbook(this.application));
    } catch (fault) {
      throw faultOf(fault, 'read-failed');
    }
  }

  async apply(plan: EditPlan, options: ApplyOptions = {}): Promise<Receipt> {
    try {
      const book = openWorkbook(this.application);
      const written = this.#watch.deaf(() => writePlan(this.application, book, plan, options, this.#kept));
      let done = false;
      return {
        cells: written.cells,
        highlights: plan.marks.reduce((sum, { highlights }) => sum + highlights.length, 0),
        notes: plan.marks.reduce((sum, { notes }) => sum + notes.length, 0),
        undo: async () => {
          if (done) return;
          try {
            this.#watch.deaf(() => undoWrite(this.application, written));
            done = true;
          } catch (fault) {
            throw faultOf(fault, 'write-failed');
          }
        },
      };
    } catch (fault) {
      throw faultOf(fault, 'write-failed');
    }
  }

  async select(sheet: string, cell: CellRef): Promise<void> {
    try {
      const target = sheetNamed(openWorkbook(this.application), sheet);
      target.Activate();
      target.Range(cellAddress(cell)).Select();
    } catch (fault) {
      throw faultOf(fault, 'read-failed');
    }
  }

  async watch(listener: (event: HostEvent) => void): Promise<() => Promise<void>> {
    return this.#watch.listen(listener);
  }
}
