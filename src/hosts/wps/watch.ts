import type { CellRef } from '../../rubric/finding';
import { parseRect } from '../../sheet/address';
import type { HostEvent } from '../host';
import { attempt } from './etApi';
import type { EtApplication, EtListener, EtRange, EtWorksheet } from './etApi';

/** ET may tell of a script's own writes only after the script has ended: so long they are still taken for its own. */
export const ECHO_MS = 200;

/** What a person does in the workbook. ET tells of a script's writes too; those of ours are not passed on. */
export class WorkbookWatch {
  /** Writes of ours under way, or so fresh that ET may still tell of them. */
  #writing = 0;

  constructor(private readonly application: EtApplication) {}

  /** Runs a write of ours. */
  deaf<T>(write: () => T): T {
    this.#writing++;
    try {
      return write();
    } finally {
      setTimeout(() => {
        this.#writing--;
      }, ECHO_MS);
    }
  }

  /** As `deaf`, for work that takes its time. */
  async deafTo<T>(work: () => Promise<T>): Promise<T> {
    this.#writing++;
    try {
      return await work();
    } finally {
      setTimeout(() => {
        this.#writing--;
      }, ECHO_MS);
    }
  }

  listen(listener: (event: HostEvent) => void): () => Promise<void> {
    const tellPlace: EtListener = (sheet, target) => {
      const place = this.#place(sheet, target);
      if (place !== null) listener({ kind: 'selected', ...place });
    };
    const tellEdit: EtListener = (sheet) => {
      const name = attempt(() => sheet?.Name) ?? this.#activeSheet();
      if (this.#writing === 0 && name !== null) listener({ kind: 'edited', sheet: name });
    };
    // ET passes the sheet that is shown now; where one stands in it, only the application knows.
    const tellSheet: EtListener = () => tellPlace();
    const wanted: readonly (readonly [string, EtListener])[] = [
      ['SheetSelectionChange', tellPlace],
      ['SheetChange', tellEdit],
      ['SheetActivate', tellSheet],
    ];
    const events = attempt(() => this.application.ApiEvent);
    for (const [name, heard] of wanted) attempt(() => events?.AddApiEventListener(name, heard));
    tellPlace();
    return async () => {
      for (const [name, heard] of wanted) attempt(() => events?.RemoveApiEventListener?.(name, heard));
    };
  }

  #place(sheet?: EtWorksheet | null, target?: EtRange | null): { sheet: string; cell: CellRef } | null {
    const name = attempt(() => sheet?.Name) ?? this.#activeSheet();
    const range = target ?? attempt(() => this.application.ActiveCell);
    const [first = ''] = (attempt(() => range?.Address(false, false)) ?? '').split(',');
    const area = parseRect(first);
    return name === null || area === null
      ? null
      : { sheet: name, cell: { row: area.top, column: area.left } };
  }

  #activeSheet(): string | null {
    return attempt(() => this.application.ActiveWorkbook?.ActiveSheet?.Name) ?? null;
  }
}
