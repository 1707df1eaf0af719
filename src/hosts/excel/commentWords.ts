import type { Note } from '../../plan/edits';
import { noteBlock, noteBlockOf, withoutNoteBlock } from '../../plan/marks';
import { cellAddress } from '../../sheet/address';
import { cellKey } from '../blocks';
import type { SheetWords, WordsBefore } from './words';

const PLACE = 'rowIndex,columnIndex';

/**
 * Words as comments (ExcelApi 1.10, where notes cannot be reached). A cell without a conversation gets a comment of
 * ours; where users converse, ours is a reply, and what they wrote is never touched. A comment of ours that users have
 * answered is theirs now and stays.
 */
export class CommentWords implements SheetWords {
  private readonly comments: Excel.CommentCollection;
  private readonly places = new Map<string, Excel.Range>();

  /** @param knownIds comments that are known to be there: where they stand is asked at once. */
  constructor(
    private readonly sheet: Excel.Worksheet,
    knownIds: readonly string[],
  ) {
    this.comments = sheet.comments;
    this.comments.load('items/id,items/content,items/replies/items/id,items/replies/items/content');
    for (const id of knownIds) this.askPlace(id);
  }

  get needsPlaces(): boolean {
    return this.comments.items.some(({ id }) => !this.places.has(id));
  }

  askPlaces(): void {
    for (const { id } of this.comments.items) if (!this.places.has(id)) this.askPlace(id);
  }

  get hasOwn(): boolean {
    return this.comments.items.some((comment) => isOwn(comment) || ownReplies(comment).length > 0);
  }

  write(notes: readonly Note[]): () => readonly WordsBefore[] {
    const before = this.removeOwn();
    this.add(notes.map((note) => ({ ...note, text: noteBlock(note.text) })));
    return () => before;
  }

  restore(before: readonly WordsBefore[]): void {
    this.removeOwn();
    this.add(before);
  }

  private askPlace(id: string): void {
    const place = this.comments.getItem(id).getLocation();
    place.load(PLACE);
    this.places.set(id, place);
  }

  private add(words: readonly WordsBefore[]): void {
    const conversations = new Map(
      this.comments.items
        .filter((comment) => !isOwn(comment))
        .map((comment) => [this.keyOf(comment), comment]),
    );
    for (const { text, ...cell } of words) {
      if (text === null) continue;
      const conversation = conversations.get(cellKey(cell));
      if (conversation !== undefined) conversation.replies.add(text);
      // An address would need the sheet's name in front.
      else this.sheet.comments.add(this.sheet.getRange(cellAddress(cell)), text);
    }
  }

  private removeOwn(): WordsBefore[] {
    const removed: WordsBefore[] = [];
    for (const comment of this.comments.items) {
      const place = this.places.get(comment.id);
      if (place === undefined) continue;
      const cell = { row: place.rowIndex, column: place.columnIndex };
      if (isOwn(comment)) {
        removed.push({ ...cell, text: comment.content });
        comment.delete();
        continue;
      }
      for (const reply of ownReplies(comment)) {
        removed.push({ ...cell, text: reply.content });
        reply.delete();
      }
    }
    return removed;
  }

  private keyOf(comment: Excel.Comment): string {
    const place = this.places.get(comment.id);
    return place === undefined ? '' : cellKey({ row: place.rowIndex, column: place.columnIndex });
  }
}

/** Wholly ours: nothing but our block, and no answer to it. */
function isOwn(comment: Excel.Comment): boolean {
  const { items } = comment.replies;
  return isOurText(comment.content) && items.every(({ content }) => isOurText(content));
}

function ownReplies(comment: Excel.Comment): Excel.CommentReply[] {
  return comment.replies.items.filter(({ content }) => isOurText(content));
}

function isOurText(text: string): boolean {
  return noteBlockOf(text) !== null && withoutNoteBlock(text) === '';
}
