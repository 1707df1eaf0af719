import { NOTE_AUTHOR, noteBlock, noteBlockRanges } from '../../../plan/marks';
import type { CellRef } from '../../../rubric/finding';
import { cellAddress, parseCell } from '../../../sheet/address';
import { decodeText } from '../xmlText';
import { applySplices } from './splice';
import type { Splice } from './splice';
import {
  appendInside,
  attributeOf,
  childNamed,
  contentOf,
  escapeXstring,
  insertChild,
  parseXml,
  removeElement,
} from './xmlTree';
import type { XmlElement } from './xmlTree';

/** A `t` element's characters, each with the place in the part where it is written. */
interface Segment {
  /** What goes when nothing of the text is left: the run, or null where the `t` stands alone. */
  readonly run: XmlElement | null;
  readonly chars: readonly { readonly char: string; readonly from: number; readonly to: number }[];
}

export interface Comment extends CellRef {
  readonly author: string;
  readonly element: XmlElement;
  readonly body: XmlElement | undefined;
  readonly plain: string;
}

const TOKEN = /_x[0-9a-fA-F]{4}_|&[^;<]*;|\r\n?|[^]/g;

function decodeToken(token: string): string {
  if (token.length > 5 && token.startsWith('_x')) return String.fromCharCode(parseInt(token.slice(2, 6), 16));
  return token.length === 1 && token !== '\r' ? token : decodeText(token, 0, token.length);
}

function segmentsOf(text: string, body: XmlElement): Segment[] {
  const textsOf = (parent: XmlElement, run: XmlElement | null): Segment[] =>
    parent.children
      .filter(({ local }) => local === 't')
      .map((t) => {
        const raw = text.slice(t.openEnd, t.closeStart);
        // A CDATA section is no writer's way to keep our block; its text is left to the user.
        const tokens = raw.includes('<') ? [] : [...raw.matchAll(TOKEN)];
        const chars = tokens.map((match) => {
          const from = t.openEnd + match.index;
          return { char: decodeToken(match[0]), from, to: from + match[0].length };
        });
        return { run, chars };
      });
  return body.children.flatMap((child) =>
    child.local === 'r'
      ? textsOf(child, child)
      : child.local === 't'
        ? textsOf({ ...body, children: [child] }, null)
        : [],
  );
}

const plainOf = (segments: readonly Segment[]) =>
  segments.map(({ chars }) => chars.map(({ char }) => char).join('')).join('');

function authorNames(text: string, root: XmlElement): string[] {
  return childNamed(root, 'authors')?.children.map((author) => contentOf(text, author)) ?? [];
}

/** The notes of a comments part, in file order. */
export function readComments(text: string, part: string): Comment[] {
  const root = parseXml(text, part);
  const authors = authorNames(text, root);
  return (childNamed(root, 'commentList')?.children ?? []).flatMap((element) => {
    const cell = parseCell(attributeOf(text, element, 'ref') ?? '');
    if (cell === null) return [];
    const body = childNamed(element, 'text');
    const author = authors[Number(attributeOf(text, element, 'authorId'))] ?? '';
    return [
      { ...cell, author, element, body, plain: body === undefined ? '' : plainOf(segmentsOf(text, body)) },
    ];
  });
}

/** Takes our block out of a note, leaving every other byte of it. */
export function blockRemoval(text: string, comment: Comment): Splice[] {
  const ranges = noteBlockRanges(comment.plain);
  if (ranges.length === 0 || comment.body === undefined) return [];
  const splices: Splice[] = [];
  let at = 0;
  for (const { run, chars } of segmentsOf(text, comment.body)) {
    // One token may decode to two code units (an astral character as a reference).
    const gone = chars.filter(({ char }) => {
      const begin = at;
      at += char.length;
      return ranges.some(({ from, to }) => begin >= from && begin < to);
    });
    if (gone.length === 0) continue;
    if (run !== null && gone.length === chars.length) splices.push(removeElement(run));
    else splices.push(...gone.map(({ from, to }) => ({ from, to, text: '' })));
  }
  return splices;
}

function runXml(p: string, words: string): string {
  const font = `<${p}rPr><${p}sz val="9"/><${p}color indexed="81"/><${p}rFont val="宋体"/><${p}family val="3"/><${p}charset val="134"/></${p}rPr>`;
  return `<${p}r>${font}<${p}t xml:space="preserve">${escapeXstring(words)}</${p}t></${p}r>`;
}

/** Puts our block behind what a user wrote in a note. */
export function blockAddition(text: string, comment: Comment, words: string): Splice {
  const { element, body, plain } = comment;
  const block = `${plain === '' ? '' : '\n'}${noteBlock(words)}`;
  const p = element.prefix;
  if (body === undefined) return appendInside(text, element, `<${p}text>${runXml(p, block)}</${p}text>`);
  const [only] = body.children;
  if (only?.local === 't' && !body.children.some(({ local }) => local === 'r')) {
    return appendInside(text, only, escapeXstring(block));
  }
  return insertChild(text, body, ['t', 'r', 'rPh', 'phoneticPr'], 'r', runXml(p, block));
}

/** Adds notes that are wholly ours. */
export function addComments(
  text: string,
  part: string,
  notes: readonly (CellRef & { readonly text: string })[],
): string {
  const root = parseXml(text, part);
  const p = root.prefix;
  const splices: Splice[] = [];
  const order = ['authors', 'commentList', 'extLst'];
  const names = authorNames(text, root);
  let author = names.indexOf(NOTE_AUTHOR);
  if (author < 0) {
    author = names.length;
    const xml = `<${p}author>${NOTE_AUTHOR}</${p}author>`;
    const authors = childNamed(root, 'authors');
    splices.push(
      authors === undefined
        ? insertChild(text, root, order, 'authors', `<${p}authors>${xml}</${p}authors>`)
        : appendInside(text, authors, xml),
    );
  }
  const xml = notes.map((note) => {
    const body = `<${p}text>${runXml(p, noteBlock(note.text))}</${p}text>`;
    return `<${p}comment ref="${cellAddress(note)}" authorId="${author}">${body}</${p}comment>`;
  });
  const list = childNamed(root, 'commentList');
  splices.push(
    list === undefined
      ? insertChild(text, root, order, 'commentList', `<${p}commentList>${xml.join('')}</${p}commentList>`)
      : appendInside(text, list, xml.join('')),
  );
  return applySplices(text, splices);
}

/** Takes our author out again once it has no note and no other author's number depends on it. */
export function dropUnusedAuthor(text: string, part: string): string {
  const root = parseXml(text, part);
  const authors = childNamed(root, 'authors')?.children ?? [];
  const last = authors[authors.length - 1];
  if (last === undefined || contentOf(text, last) !== NOTE_AUTHOR) return text;
  const used = (childNamed(root, 'commentList')?.children ?? []).some(
    (comment) => attributeOf(text, comment, 'authorId') === String(authors.length - 1),
  );
  return used ? text : applySplices(text, [removeElement(last)]);
}

/** A comments part without notes. */
export function emptyComments(namespace: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors></authors><commentList></commentList></comments>`;
}
