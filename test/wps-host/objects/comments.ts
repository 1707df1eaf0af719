import type { Note } from '../../excel-host/model/sheet';
import { textOf } from '../codes';
import { firstArea, mayChange } from '../place';
import type { OfSheet, Place } from '../place';
import { etObject } from '../strict';
import type { EtType } from '../strict';
import { range } from './range';

interface OfNote extends OfSheet {
  readonly note: Note;
}

export function commentAt(place: Place): Note | null {
  const { top, left } = firstArea(place);
  return place.sheet.notes.find(({ row, column }) => row === top && column === left) ?? null;
}

export const COMMENT: EtType<OfNote> = {
  name: 'Comment',
  members: {
    /** Without an argument the text; with one, ET makes it the text. */
    Text: {
      call: ({ sheet, note }, [text], et) => {
        if (
          text !== undefined &&
          et.mayWrite('Comment.Text') &&
          !et.quirks.absent.has('Comment.Text(text)')
        ) {
          mayChange(sheet);
          note.content = textOf(text);
        }
        return note.content;
      },
    },
    Parent: {
      get: ({ book, sheet, note: { row, column } }, et) =>
        range({ book, sheet, areas: [{ top: row, left: column, bottom: row, right: column }] }, et),
    },
    Delete: {
      writes: true,
      call: ({ sheet, note }) => {
        mayChange(sheet);
        sheet.notes = sheet.notes.filter((other) => other !== note);
      },
    },
  },
};

/** All comments of a sheet. */
export const COMMENTS: EtType<OfSheet> = {
  name: 'Comments',
  members: {
    Count: { get: ({ sheet }) => sheet.notes.length },
    Item: {
      call: (at, [index], et) => {
        const note = at.sheet.notes[Number(index) - 1];
        if (note === undefined) throw new Error('No such comment');
        return etObject(COMMENT, { ...at, note }, et);
      },
    },
  },
};
