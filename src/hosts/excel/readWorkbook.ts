import type { BookSnapshot, Grid, Rect } from '../../sheet/grid';
import { keptSheetNumber } from '../../sheet/keptSheet';
import { rectOf } from './areas';
import type { ExcelCapabilities } from './officeApi';
import { askContents, askExtent, askSheet, gridOf, remainingPieces } from './readSheet';
import type { AskedBlock, AskedSheet } from './readSheet';

/** Sheets that are asked for at once before it is known how many there are. */
const FIRST_SHEETS = 24;

/** What reading leaves behind for a write that follows at once. */
export interface ReadResult {
  readonly snapshot: BookSnapshot;
  /** Ids of the comments of each sheet, by sheet name: with them a write can ask where they stand in its first request. */
  readonly commentIds: ReadonlyMap<string, readonly string[]>;
}

/**
 * All sheets in one request where they are up to 24 and small: the sheets are walked from the first to the next on
 * Excel's side, past the last one every question is about a null object and costs nothing.
 */
export async function readAtOnce(
  context: Excel.RequestContext,
  capabilities: ExcelCapabilities,
): Promise<ReadResult> {
  const { workbook } = context;
  workbook.load('name');
  workbook.worksheets.load('items/id');
  const chain: Asked[] = [];
  let sheet = workbook.worksheets.getFirst();
  for (let count = 0; count < FIRST_SHEETS; count++) {
    chain.push(ask(sheet, capabilities, true));
    sheet = sheet.getNextOrNullObject();
  }
  await context.sync();
  const first = chain.filter((asked) => !asked.sheet.isNullObject);
  const others = workbook.worksheets.items.slice(first.length).map((item) => ask(item, capabilities, true));
  if (others.length > 0) await context.sync();
  return complete(context, capabilities, [...first, ...others]);
}

/** Sheet by sheet and block by block: for workbooks too large for one answer. */
export async function readPieceByPiece(
  context: Excel.RequestContext,
  capabilities: ExcelCapabilities,
): Promise<ReadResult> {
  const { workbook } = context;
  workbook.load('name');
  workbook.worksheets.load('items/id');
  await context.sync();
  const asked = workbook.worksheets.items.map((item) => ask(item, capabilities, false));
  await context.sync();
  return complete(context, capabilities, asked);
}

interface Asked extends AskedSheet {
  readonly comments: Excel.CommentCollection | null;
}

function ask(sheet: Excel.Worksheet, capabilities: ExcelCapabilities, withContents: boolean): Asked {
  const comments = capabilities.words === 'comments' ? sheet.comments : null;
  comments?.load('items/id');
  return { ...askSheet(sheet, capabilities, withContents), comments };
}

async function complete(
  context: Excel.RequestContext,
  capabilities: ExcelCapabilities,
  sheets: readonly Asked[],
): Promise<ReadResult> {
  const grids: Grid[] = [];
  const commentIds = new Map<string, readonly string[]>();
  for (const asked of sheets) {
    if (keptSheetNumber(asked.sheet.name) !== null) continue;
    const blocks: AskedBlock[] = asked.block === null ? [] : [asked.block];
    for (const piece of await filledPieces(context, asked)) {
      blocks.push(askContents(asked.sheet, piece, capabilities));
      await context.sync();
    }
    grids.push(gridOf(asked, blocks));
    commentIds.set(
      asked.sheet.name,
      (asked.comments?.items ?? []).map(({ id }) => id),
    );
  }
  return { snapshot: { fileName: fileNameOf(context.workbook.name), grids }, commentIds };
}

async function filledPieces(context: Excel.RequestContext, asked: Asked): Promise<Rect[]> {
  const pieces = remainingPieces(asked).map((piece) => askExtent(asked.sheet, piece));
  if (pieces.length > 0) await context.sync();
  return pieces.flatMap((piece) => (piece.isNullObject ? [] : [rectOf(piece)]));
}

/** A workbook never saved has a name without an extension. */
function fileNameOf(name: string): string | null {
  return /\.[A-Za-z]{2,5}$/.test(name) ? name : null;
}
