import type { CellEdit } from '../../plan/edits';
import type { CellRef } from '../../rubric/finding';
import { cellAddress, rectAddress } from '../../sheet/address';
import type { Rect } from '../../sheet/grid';
import { HostError } from '../host';
import type { SheetPlan } from '../sheetPlan';
import { blocksOf, cellKey } from '../blocks';
import type { CellBefore } from '../cellInput';
import { CommentWords } from './commentWords';
import { askHighlights } from './highlights';
import { AskedLook } from './looks';
import type { CellLook } from './looks';
import { MessageWords } from './messageWords';
import { NoteWords } from './noteWords';
import type { ExcelCapabilities } from './officeApi';
import type { SheetWords } from './words';

/**
 * A sheet as it stands before a write: everything that the write changes, asked for in one request so that nothing is
 * written before it is known whether all can be, and undo knows what was there.
 */
export class SheetSurvey {
  readonly highlights: Excel.ConditionalFormatCollection | null;
  readonly words: SheetWords | null;
  private readonly blocks: readonly { readonly block: Rect; readonly range: Excel.Range }[];
  private readonly looks: ReadonlyMap<string, AskedLook>;
  private readonly read = new Map<string, CellLook>();
  private readonly models: ReadonlyMap<string, CellRef>;

  constructor(
    readonly sheet: Excel.Worksheet,
    readonly plan: SheetPlan,
    capabilities: ExcelCapabilities,
    knownWords: readonly string[] | null,
  ) {
    sheet.load('id,name');
    sheet.protection.load('protected,options');
    this.blocks = blocksOf(plan.cells).map((block) => {
      const range = sheet.getRange(rectAddress(block));
      range.load('formulas,values,valueTypes,numberFormat');
      return { block, range };
    });
    this.models = modelsOf(plan.cells);
    this.looks = askLooks(sheet, plan.cells, capabilities);
    this.highlights = plan.marks === null ? null : askHighlights(sheet);
    this.words =
      plan.marks === null || this.highlights === null
        ? null
        : askWords(sheet, plan.marks.notes, capabilities, knownWords, this.highlights);
  }

  /** @throws HostError when there is no such sheet. */
  mustExist(): void {
    if (this.sheet.isNullObject) throw new HostError('sheet-missing', { sheet: this.plan.name });
  }

  get isProtected(): boolean {
    return this.sheet.protection.protected;
  }

  cell(at: CellRef): CellBefore & { readonly numberFormat: string } {
    const found = this.blocks.find(({ block }) => inside(block, at));
    if (found === undefined) throw new Error(`No survey of ${cellAddress(at)}`);
    const { block, range } = found;
    const pick = (table: unknown[][]): unknown => table[at.row - block.top]?.[at.column - block.left];
    return {
      formula: pick(range.formulas),
      value: pick(range.values),
      type: String(pick(range.valueTypes)),
      numberFormat: String(pick(range.numberFormat)),
    };
  }

  /** Look of a cell that takes or gives one; null for any other. */
  look(at: CellRef): CellLook | null {
    const key = cellKey(at);
    const known = this.read.get(key);
    if (known !== undefined) return known;
    const look = this.looks.get(key)?.read() ?? null;
    if (look !== null) this.read.set(key, look);
    return look;
  }

  /** The look that the plan gives a cell; null where it gives none. */
  modelOf(at: CellRef): CellLook | null {
    const like = this.models.get(cellKey(at));
    return like === undefined ? null : this.look(like);
  }
}

/** Cells of a plan that take the look of another, by their place. */
function modelsOf(cells: readonly CellEdit[]): ReadonlyMap<string, CellRef> {
  return new Map(cells.flatMap((edit) => (edit.like === undefined ? [] : [[cellKey(edit), edit.like]])));
}

function inside(block: Rect, { row, column }: CellRef): boolean {
  return row >= block.top && row <= block.bottom && column >= block.left && column <= block.right;
}

/** The looks of all cells that take one from another, and of those others. */
function askLooks(
  sheet: Excel.Worksheet,
  cells: readonly CellEdit[],
  capabilities: ExcelCapabilities,
): ReadonlyMap<string, AskedLook> {
  const looks = new Map<string, AskedLook>();
  for (const { like, row, column } of cells) {
    for (const cell of like === undefined ? [] : [{ row, column }, like]) {
      const key = cellKey(cell);
      if (!looks.has(key)) looks.set(key, new AskedLook(sheet.getRange(cellAddress(cell)), capabilities));
    }
  }
  return looks;
}

/**
 * @param cells those that get words
 * @param known what is known of words on the sheet: ids of comments, or addresses of cells with a message of ours; null:
 * nothing
 */
export function askWords(
  sheet: Excel.Worksheet,
  cells: readonly CellRef[],
  capabilities: ExcelCapabilities,
  known: readonly string[] | null,
  highlights: Excel.ConditionalFormatCollection,
): SheetWords | null {
  switch (capabilities.words) {
    case 'notes':
      return new NoteWords(sheet, cells);
    case 'comments':
      return new CommentWords(sheet, known ?? []);
    case 'messages':
      return new MessageWords(sheet, cells, known, highlights, capabilities);
    case 'none':
      return null;
  }
}

/** Asks for places until all are known. */
export async function placeWords(
  context: Excel.RequestContext,
  all: readonly (SheetWords | null)[],
): Promise<void> {
  const unplaced = () => all.filter((words) => words?.needsPlaces === true);
  for (let asking = unplaced(); asking.length > 0; asking = unplaced()) {
    for (const words of asking) words?.askPlaces();
    await context.sync();
  }
}
