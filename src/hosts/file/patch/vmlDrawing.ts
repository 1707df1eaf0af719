import type { CellRef } from '../../../rubric/finding';
import { HostError } from '../../host';
import { applySplices } from './splice';
import type { NoteBox } from './noteBox';
import type { Splice } from './splice';

/** One note's box, and the cell it belongs to. */
export type NoteShape = CellRef & NoteBox;

const NAMESPACES = [
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['o', 'urn:schemas-microsoft-com:office:office'],
  ['x', 'urn:schemas-microsoft-com:office:excel'],
] as const;

const NOTE_TYPE = '_x0000_t202';

/** Shape ids come in blocks of this many, one or more blocks a drawing. */
const IDS_A_BLOCK = 1024;

const SHAPE_TYPE =
  `<v:shapetype id="${NOTE_TYPE}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** Any shape's start tag (not a `shapetype`); VML is often no well-formed XML, so it is taken as text. */
const SHAPE = /<((?:\w+:)?)shape(?=[\s/>])(?:[^<>"']|"[^"]*"|'[^']*')*>/g;
const DRAWN = /<(?:\w+:)?(?:shape|rect|group|oval|line|polyline|roundrect|image|arc|curve)(?=[\s/>])/;

function shapeXml(shape: NoteShape, id: number, namespaces: string): string {
  const style = `position:absolute;margin-left:60pt;margin-top:2pt;width:${shape.width}pt;height:${shape.height}pt;visibility:hidden`;
  return (
    `<v:shape${namespaces} id="_x0000_s${id}" type="#${NOTE_TYPE}" style="${style}" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${shape.anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${shape.row}</x:Row><x:Column>${shape.column}</x:Column></x:ClientData></v:shape>`
  );
}

/** Numbers of the id blocks that a drawing claims. */
export function idBlocks(vml: string): number[] {
  const data = /<(?:\w+:)?idmap\b[^>]*\bdata\s*=\s*["']([\d,\s]+)["']/.exec(vml)?.[1] ?? '';
  return data
    .split(',')
    .map(Number)
    .filter((n) => n > 0);
}

/** A drawing of notes only. `block` is the first id block that no other drawing of the workbook claims. */
export function newDrawing(block: number, shapes: readonly NoteShape[]): string {
  const blocks = Array.from({ length: Math.ceil((shapes.length + 1) / IDS_A_BLOCK) }, (_, i) => block + i);
  const root = NAMESPACES.map(([prefix, address]) => ` xmlns:${prefix}="${address}"`).join('');
  const boxes = shapes.map((shape, i) => shapeXml(shape, block * IDS_A_BLOCK + 1 + i, ''));
  return (
    `<xml${root}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join(',')}"/></o:shapelayout>` +
    `${SHAPE_TYPE}${boxes.join('')}</xml>`
  );
}

/** Adds note boxes behind everything in a drawing. */
export function addShapes(vml: string, part: string, shapes: readonly NoteShape[]): string {
  if (shapes.length === 0) return vml;
  const end = vml.lastIndexOf('</');
  const rootTag = /<(?![?!])[^>]*>/.exec(vml)?.[0];
  if (end < 0 || rootTag === undefined)
    throw new HostError('write-failed', { part, reason: 'broken-drawing' });
  const missing = NAMESPACES.filter(([prefix, address]) => !declares(rootTag, prefix, address));
  const namespaces = missing.map(([prefix, address]) => ` xmlns:${prefix}="${address}"`).join('');
  const ids = [...vml.matchAll(/\bid\s*=\s*["']_x0000_s(\d+)["']/g)].map((match) => Number(match[1]));
  const first = ids.reduce((a, b) => Math.max(a, b), (idBlocks(vml)[0] ?? 1) * IDS_A_BLOCK) + 1;
  const type = new RegExp(`\\bid\\s*=\\s*["']${NOTE_TYPE}["']`).test(vml) ? '' : withNamespaces(namespaces);
  const boxes = shapes.map((shape, i) => shapeXml(shape, first + i, namespaces));
  return vml.slice(0, end) + type + boxes.join('') + vml.slice(end);
}

const withNamespaces = (namespaces: string) =>
  SHAPE_TYPE.replace('<v:shapetype', `<v:shapetype${namespaces}`);

function declares(rootTag: string, prefix: string, address: string): boolean {
  return new RegExp(`\\sxmlns:${prefix}\\s*=\\s*["']${address}["']`).test(rootTag);
}

/** Removes the note boxes of these cells; everything else keeps its bytes. */
export function removeShapes(vml: string, cells: readonly CellRef[]): string {
  if (cells.length === 0) return vml;
  const wanted = new Set(cells.map(({ row, column }) => `${row},${column}`));
  const splices: Splice[] = [];
  for (const match of vml.matchAll(SHAPE)) {
    const [tag, prefix = ''] = match;
    if (tag.endsWith('/>')) continue;
    const close = `</${prefix}shape>`;
    const end = vml.indexOf(close, match.index);
    if (end < 0) continue;
    const body = vml.slice(match.index, end);
    const row = /<(?:\w+:)?Row>\s*(\d+)\s*</.exec(body)?.[1];
    const column = /<(?:\w+:)?Column>\s*(\d+)\s*</.exec(body)?.[1];
    if (/\bObjectType\s*=\s*["']Note["']/.test(body) && wanted.has(`${row},${column}`)) {
      splices.push({ from: match.index, to: end + close.length, text: '' });
    }
  }
  return dropUnusedType(applySplices(vml, splices));
}

/** The shape type goes with our last box where it is the one that we put there. */
function dropUnusedType(vml: string): string {
  if (vml.includes(`#${NOTE_TYPE}`)) return vml;
  const own = NAMESPACES.map(([prefix, address]) => `(?: xmlns:${prefix}="${address}")?`).join('');
  const rest = SHAPE_TYPE.slice('<v:shapetype'.length).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return vml.replace(new RegExp(`<v:shapetype${own}${rest}`), '');
}

/** Whether a drawing still shows anything. */
export function drawsAnything(vml: string): boolean {
  return DRAWN.test(vml);
}
