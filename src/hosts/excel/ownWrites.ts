import type { CellRef } from '../../rubric/finding';
import type { Rect } from '../../sheet/grid';
import { blocksOf } from '../blocks';

/** How long after a write its events may still be on their way, in milliseconds. */
const LATE = 2_000;

/**
 * What the program itself has written lately. Excel says who changed a cell only from ExcelApi 1.14 on; before, events
 * about these cells during a write and shortly after are taken for the write's own.
 */
export class OwnWrites {
  #running = 0;
  #recent: { readonly sheetId: string; readonly area: Rect; readonly until: number }[] = [];

  async during<T>(write: () => Promise<T>): Promise<T> {
    this.#running++;
    try {
      return await write();
    } finally {
      this.#running--;
    }
  }

  wrote(sheets: readonly { readonly sheetId: string; readonly changes: readonly CellRef[] }[]): void {
    const now = Date.now();
    this.#recent = [
      ...this.#recent.filter(({ until }) => until > now),
      ...sheets.flatMap(({ sheetId, changes }) =>
        blocksOf(changes).map((area) => ({ sheetId, area, until: now + LATE })),
      ),
    ];
  }

  /** @param area what an event says was changed; null: more than one block */
  includes(sheetId: string, area: Rect | null): boolean {
    if (this.#running > 0) return true;
    const now = Date.now();
    return this.#recent.some(
      (own) =>
        own.sheetId === sheetId &&
        own.until > now &&
        area !== null &&
        area.top >= own.area.top &&
        area.bottom <= own.area.bottom &&
        area.left >= own.area.left &&
        area.right <= own.area.right,
    );
  }
}
