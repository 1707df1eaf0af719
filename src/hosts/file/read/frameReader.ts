import { MAX_COLUMNS, parseRect } from '../../../sheet/address';
import type { HiddenRuns, Rect } from '../../../sheet/grid';
import type { XmlScanner } from '../xml';
import type { BookMemory, SheetFrame } from './bookMemory';
import { HiddenRunList } from './rowList';

/** Reads what stands before a sheet's rows and behind them; what is known of other sheets is taken as it was there. */
export class FrameReader {
  readonly #frames: SheetFrame[] = [];
  #merges: Rect[] = [];
  #hiddenColumns: { from: number; to: number }[] = [];
  #headPassed = false;

  constructor(
    private readonly scanner: XmlScanner,
    private readonly memory: BookMemory,
  ) {}

  /** Enters the root; false where it is no worksheet. */
  begin(): boolean {
    const { scanner } = this;
    const head = this.memory.heads.find(scanner.text, 0, false);
    if (head === undefined) {
      if (!scanner.next()) throw scanner.broken();
      return scanner.is('worksheet');
    }
    this.#headPassed = true;
    this.#frames.push(head.value);
    scanner.jump(head.text.length, 1);
    return true;
  }

  /** Moves to the start tag of the next `sheetData`; false at the end of the part. */
  nextRows(): boolean {
    const { scanner } = this;
    const from = scanner.end;
    const inRoot = scanner.depth === 1;
    const tail = inRoot ? this.memory.tails.find(scanner.text, from, true) : undefined;
    if (tail !== undefined) {
      this.#frames.push(tail.value);
      scanner.jump(tail.text.length, -1);
      return false;
    }
    while (scanner.next()) {
      if (!scanner.open) continue;
      if (scanner.is('sheetData')) {
        const frame = this.#frame();
        if (!this.#headPassed && scanner.depth === (scanner.empty ? 1 : 2))
          this.memory.heads.keep(scanner.text.slice(0, scanner.start), frame);
        this.#headPassed = true;
        return true;
      }
      if (scanner.is('mergeCells')) scanner.children('mergeCell', () => this.#readMerge());
      else if (scanner.is('cols')) scanner.children('col', () => this.#readColumns());
      else scanner.skip();
    }
    const frame = this.#frame();
    if (inRoot) this.memory.tails.keep(scanner.text.slice(from), frame);
    return false;
  }

  /** All merged areas that were met. */
  merges(): readonly Rect[] {
    const [first, ...more] = this.#frames.map(({ merges }) => merges).filter(({ length }) => length > 0);
    return first === undefined ? [] : more.length === 0 ? first : first.concat(...more);
  }

  hiddenColumns(): HiddenRuns {
    const runs = new HiddenRunList();
    for (const frame of this.#frames) for (const { from, to } of frame.hiddenColumns) runs.add(from, to);
    return runs.sorted();
  }

  /** What was met since the last frame. */
  #frame(): SheetFrame {
    const frame = { merges: this.#merges, hiddenColumns: this.#hiddenColumns };
    this.#merges = [];
    this.#hiddenColumns = [];
    this.#frames.push(frame);
    return frame;
  }

  #readMerge(): void {
    const rect = parseRect(this.scanner.attribute('ref') ?? '');
    if (rect !== null && (rect.top !== rect.bottom || rect.left !== rect.right)) this.#merges.push(rect);
    this.scanner.skip();
  }

  #readColumns(): void {
    const { scanner } = this;
    if (scanner.flag('hidden')) {
      const from = Number(scanner.attribute('min')) - 1;
      const to = Math.min(Number(scanner.attribute('max')), MAX_COLUMNS) - 1;
      if (from >= 0 && to >= from) this.#hiddenColumns.push({ from, to });
    }
    scanner.skip();
  }
}
