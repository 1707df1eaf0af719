import type { Comment, Reply, SheetModel } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';
import { Remote, isRemote } from '../wire/remote';
import type { AnyRemote, RemoteType } from '../wire/remote';
import { invalidArgument, itemNotFound, mayDo, textArgument } from './guards';
import { areaOf } from './place';
import { placeOf, range } from './range';

export interface OfSheet {
  readonly book: WorkbookModel;
  readonly sheet: SheetModel;
}

interface OfComment extends OfSheet {
  readonly comment: Comment;
}

interface OfReply extends OfComment {
  readonly reply: Reply;
}

/** The one cell that an address or a range argument names. */
export function cellArgument(argument: unknown): { row: number; column: number } {
  const area = isRemote(argument) ? placeOf(argument).area : areaOf(argument);
  if (area.top !== area.bottom || area.left !== area.right) throw invalidArgument('Not a single cell');
  return { row: area.top, column: area.left };
}

/** The range of a comment's or note's cell. */
export function locationOf(at: OfSheet, { row, column }: { row: number; column: number }): AnyRemote {
  return range({ ...at, area: { top: row, left: column, bottom: row, right: column } });
}

const REPLY: RemoteType<OfReply> = {
  name: 'CommentReply',
  id: ({ reply }) => reply.id,
  properties: {
    Id: { get: ({ reply }) => reply.id },
    Content: {
      get: ({ reply }) => reply.content,
      set: ({ reply }, value) => {
        reply.content = textArgument(value, 'The content');
      },
    },
  },
  methods: {
    Delete: ({ sheet, comment, reply }) => {
      mayDo(sheet, 'allowEditObjects');
      comment.replies.splice(comment.replies.indexOf(reply), 1);
    },
  },
};

const REPLIES: RemoteType<OfComment> = {
  name: 'CommentReplyCollection',
  items: (at) => at.comment.replies.map((reply) => new Remote(REPLY, { ...at, reply })),
  item: (at, key) => {
    const reply = at.comment.replies.find(({ id }) => id === key);
    if (reply === undefined) throw itemNotFound();
    return new Remote(REPLY, { ...at, reply });
  },
  methods: {
    Add: (at, [content]) => {
      mayDo(at.sheet, 'allowEditObjects');
      const reply = { id: at.book.newId('reply'), content: textArgument(content, 'The content') };
      at.comment.replies.push(reply);
      return new Remote(REPLY, { ...at, reply });
    },
  },
};

const COMMENT: RemoteType<OfComment> = {
  name: 'Comment',
  id: ({ comment }) => comment.id,
  properties: {
    Id: { get: ({ comment }) => comment.id },
    AuthorName: { get: ({ comment }) => comment.author },
    Content: {
      get: ({ comment }) => comment.content,
      set: ({ sheet, comment }, value) => {
        mayDo(sheet, 'allowEditObjects');
        comment.content = textArgument(value, 'The content');
      },
    },
    Replies: { get: (at) => new Remote(REPLIES, at) },
  },
  methods: {
    GetLocation: (at) => locationOf(at, at.comment),
    Delete: ({ sheet, comment }) => {
      mayDo(sheet, 'allowEditObjects');
      sheet.comments = sheet.comments.filter((other) => other !== comment);
    },
  },
};

export const COMMENTS: RemoteType<OfSheet> = {
  name: 'CommentCollection',
  items: (at) => at.sheet.comments.map((comment) => new Remote(COMMENT, { ...at, comment })),
  item: (at, key) => {
    const comment = at.sheet.comments.find(({ id }) => id === key);
    if (comment === undefined) throw itemNotFound();
    return new Remote(COMMENT, { ...at, comment });
  },
  methods: {
    // A cell holds either a conversation or a note, and only one.
    Add: (at, [cell, content]) => {
      mayDo(at.sheet, 'allowEditObjects');
      const { row, column } = cellArgument(cell);
      const taken = [...at.sheet.comments, ...at.sheet.notes].some(
        (other) => other.row === row && other.column === column,
      );
      if (taken) throw invalidArgument('There is a comment or note on this cell already');
      const comment: Comment = {
        row,
        column,
        id: at.book.newId('comment'),
        content: textArgument(content, 'The content'),
        author: '审核人',
        replies: [],
      };
      at.sheet.comments.push(comment);
      return new Remote(COMMENT, { ...at, comment });
    },
  },
};
