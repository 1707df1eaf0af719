import type { Note } from '../model/sheet';
import { Remote } from '../wire/remote';
import type { RemoteType } from '../wire/remote';
import { cellArgument, locationOf } from './comments';
import type { OfSheet } from './comments';
import { invalidArgument, itemNotFound, mayDo, textArgument } from './guards';

interface OfNote extends OfSheet {
  readonly note: Note;
}

const NOTE: RemoteType<OfNote> = {
  name: 'Note',
  properties: {
    AuthorName: { get: ({ note }) => note.author },
    Content: {
      get: ({ note }) => note.content,
      set: ({ sheet, note }, value) => {
        mayDo(sheet, 'allowEditObjects');
        note.content = textArgument(value, 'The content');
      },
    },
    Visible: {
      get: ({ note }) => note.visible,
      set: ({ note }, value) => {
        note.visible = value === true;
      },
    },
    Width: {
      get: ({ note }) => note.width,
      set: ({ note }, value) => {
        note.width = Number(value);
      },
    },
    Height: {
      get: ({ note }) => note.height,
      set: ({ note }, value) => {
        note.height = Number(value);
      },
    },
  },
  methods: {
    GetLocation: (at) => locationOf(at, at.note),
    Delete: ({ sheet, note }) => {
      mayDo(sheet, 'allowEditObjects');
      sheet.notes = sheet.notes.filter((other) => other !== note);
    },
  },
};

function noteAt(at: OfSheet, key: unknown): Remote<OfNote> | null {
  const { row, column } = cellArgument(key);
  const note = at.sheet.notes.find((other) => other.row === row && other.column === column);
  return note === undefined ? null : new Remote(NOTE, { ...at, note });
}

export const NOTES: RemoteType<OfSheet> = {
  name: 'NoteCollection',
  items: (at) => at.sheet.notes.map((note) => new Remote(NOTE, { ...at, note })),
  item: (at, key) => {
    const note = noteAt(at, key);
    if (note === null) throw itemNotFound();
    return note;
  },
  methods: {
    GetItemOrNullObject: (at, [key]) => noteAt(at, key),
    GetItemAt: (at, [index]) => {
      const note = at.sheet.notes[Number(index)];
      if (note === undefined) throw itemNotFound();
      return new Remote(NOTE, { ...at, note });
    },
    Add: (at, [cell, content]) => {
      mayDo(at.sheet, 'allowEditObjects');
      const { row, column } = cellArgument(cell);
      const taken = [...at.sheet.comments, ...at.sheet.notes].some(
        (other) => other.row === row && other.column === column,
      );
      if (taken) throw invalidArgument('There is a comment or note on this cell already');
      const text = textArgument(content, 'The content');
      const note: Note = {
        row,
        column,
        content: text,
        author: '审核人',
        visible: false,
        width: 100,
        height: 60,
      };
      at.sheet.notes.push(note);
      return new Remote(NOTE, { ...at, note });
    },
  },
};
