import type { Note } from '../../plan/edits';
import { INPUT_MESSAGE_TITLE, inputMessage } from '../../plan/marks';
import type { CellRef } from '../../rubric/finding';
import { cellAddress, parseCell } from '../../sheet/address';
import type { Rect } from '../../sheet/grid';
import { askBlocks, ownFormats } from './highlights';
import type { ExcelCapabilities } from './officeApi';
import type { SheetWords, WordsBefore } from './words';

/** A cell's validation, asked for. */
interface AskedCell {
  readonly cell: CellRef;
  readonly validation: Excel.DataValidation;
}

/**
 * Words as input messages of data validation (ExcelApi 1.8 and 1.9, which reach neither notes nor comments): they show
 * while the cell is selected. Only a cell without a validation of its own takes one. Excel lists no validations, but ours
 * stand only where our highlights stand.
 */
export class MessageWords implements SheetWords {
  readonly #asked = new Map<string, AskedCell>();
  /** Blocks of our highlights; null: not asked for. */
  #marked: (() => readonly Rect[])[] | null = null;
  #complete: boolean;
  #unsaid = 0;

  /**
   * @param known addresses of the cells that have our words; null: they have to be found
   * @param highlights the sheet's conditional formats, asked for as well
   */
  constructor(
    private readonly sheet: Excel.Worksheet,
    cells: readonly CellRef[],
    known: readonly string[] | null,
    private readonly highlights: Excel.ConditionalFormatCollection,
    private readonly capabilities: ExcelCapabilities,
  ) {
    for (const cell of cells) this.#ask(cell);
    for (const address of known ?? []) {
      const cell = parseCell(address);
      if (cell !== null) this.#ask(cell);
    }
    this.#complete = known !== null;
  }

  get needsPlaces(): boolean {
    return !this.#complete && ownFormats(this.highlights).length > 0;
  }

  /** First where our highlights are, then what their cells say. */
  askPlaces(): void {
    if (this.#marked === null) {
      this.#marked = ownFormats(this.highlights).map(({ format }) => askBlocks(format, this.capabilities));
      return;
    }
    for (const { top, left, bottom, right } of this.#marked.flatMap((blocks) => blocks())) {
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++) this.#ask({ row, column });
    }
    this.#complete = true;
  }

  get hasOwn(): boolean {
    return this.#own().length > 0;
  }

  get unsaid(): number {
    return this.#unsaid;
  }

  write(notes: readonly Note[]): () => readonly WordsBefore[] {
    const before: WordsBefore[] = [];
    for (const { cell, validation } of this.#own()) {
      before.push({ ...cell, text: validation.prompt.message });
      validation.clear();
    }
    for (const { text, ...cell } of notes) {
      const asked = this.#asked.get(cellAddress(cell));
      if (asked === undefined || hasOther(asked)) {
        this.#unsaid++;
        continue;
      }
      if (!isOwn(asked)) before.push({ ...cell, text: null });
      this.#say(cell, inputMessage(text));
    }
    return () => before;
  }

  restore(before: readonly WordsBefore[]): void {
    for (const { validation } of this.#own()) validation.clear();
    for (const { text, ...cell } of before) {
      const asked = this.#asked.get(cellAddress(cell));
      if (text !== null && asked !== undefined && !hasOther(asked)) this.#say(cell, text);
    }
  }

  #say(cell: CellRef, message: string): void {
    this.sheet.getRange(cellAddress(cell)).dataValidation.prompt = {
      showPrompt: true,
      title: INPUT_MESSAGE_TITLE,
      message,
    };
  }

  #ask(cell: CellRef): void {
    const address = cellAddress(cell);
    if (this.#asked.has(address)) return;
    const { dataValidation } = this.sheet.getRange(address);
    dataValidation.load('type,prompt');
    this.#asked.set(address, { cell, validation: dataValidation });
  }

  #own(): AskedCell[] {
    return [...this.#asked.values()].filter(isOwn);
  }
}

/** Our words and nothing else: with a rule that somebody has added since, it is theirs. */
function isOwn({ validation }: AskedCell): boolean {
  return validation.type === 'None' && validation.prompt.title === INPUT_MESSAGE_TITLE;
}

/** A validation of somebody else's: a rule, or words. */
function hasOther(asked: AskedCell): boolean {
  const { type, prompt } = asked.validation;
  return !isOwn(asked) && (type !== 'None' || prompt.title !== '' || prompt.message !== '');
}
