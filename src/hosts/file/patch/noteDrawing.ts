import type { CellRef } from '../../../rubric/finding';
import type { PackageEdit } from './packageEdit';
import { parseSheet } from './sheetCells';
import { SHEET_ORDER } from './sheetOrder';
import { applySplices } from './splice';
import { addShapes, drawsAnything, idBlocks, newDrawing, removeShapes } from './vmlDrawing';
import type { NoteShape } from './vmlDrawing';
import type { WorkbookMap } from './workbookEdit';
import { attributesOf, childNamed, insertChild, prefixedAttributeOf, removeElement } from './xmlTree';

const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** The drawing that a sheet's `legacyDrawing` points to, with the relationship; null when there is none. */
function drawingOf(pkg: PackageEdit, sheetPart: string): { part: string; id: string } | null {
  const text = pkg.text(sheetPart);
  const element = childNamed(parseSheet(text, sheetPart), 'legacyDrawing');
  if (element === undefined) return null;
  const id = prefixedAttributeOf(text, element, 'id') ?? '';
  const part = pkg.relationships(sheetPart).find((relationship) => relationship.id === id)?.part;
  return part && pkg.has(part) ? { part, id } : null;
}

/** Adds boxes for new notes to the sheet's drawing, made where it has none. */
export function addNoteBoxes(
  pkg: PackageEdit,
  map: WorkbookMap,
  sheetPart: string,
  shapes: readonly NoteShape[],
): void {
  const known = drawingOf(pkg, sheetPart);
  if (known !== null) return pkg.setText(known.part, addShapes(pkg.text(known.part), known.part, shapes));
  const folder = map.part.slice(0, map.part.lastIndexOf('/') + 1);
  const part = pkg.freeName(`${folder}drawings/vmlDrawing`, '.vml');
  pkg.setText(part, newDrawing(freeBlock(pkg), shapes));
  if (!pkg.hasDefaultType('vml')) pkg.addContentType(part, VML_TYPE);
  const id = pkg.addRelationship(sheetPart, `${map.relationshipBase}vmlDrawing`, part);
  linkDrawing(pkg, map, sheetPart, id);
}

function linkDrawing(pkg: PackageEdit, map: WorkbookMap, sheetPart: string, id: string): void {
  const before = pkg.text(sheetPart);
  const dangling = childNamed(parseSheet(before, sheetPart), 'legacyDrawing');
  const text = dangling === undefined ? before : applySplices(before, [removeElement(dangling)]);
  const root = parseSheet(text, sheetPart);
  const address = map.relationshipBase.replace(/\/$/, '');
  const bound = attributesOf(text, root).find(
    ([name, value]) => name.startsWith('xmlns:') && value === address,
  );
  const prefix = bound?.[0].slice('xmlns:'.length) ?? 'r';
  const declaration = bound === undefined ? ` xmlns:r="${address}"` : '';
  const xml = `<${root.prefix}legacyDrawing${declaration} ${prefix}:id="${id}"/>`;
  pkg.setText(sheetPart, applySplices(text, [insertChild(text, root, SHEET_ORDER, 'legacyDrawing', xml)]));
}

/** Id blocks must differ between the drawings of a workbook. */
function freeBlock(pkg: PackageEdit): number {
  const drawings = pkg.names().filter((name) => /\.vml$/i.test(name));
  return Math.max(0, ...drawings.flatMap((name) => idBlocks(pkg.text(name)))) + 1;
}

/** Removes the boxes of notes that are gone, and the drawing with its links once it shows nothing any more. */
export function removeNoteBoxes(pkg: PackageEdit, sheetPart: string, cells: readonly CellRef[]): void {
  const known = drawingOf(pkg, sheetPart);
  if (known === null || cells.length === 0) return;
  const vml = removeShapes(pkg.text(known.part), cells);
  if (drawsAnything(vml)) return pkg.setText(known.part, vml);
  const text = pkg.text(sheetPart);
  const link = childNamed(parseSheet(text, sheetPart), 'legacyDrawing');
  if (link !== undefined) pkg.setText(sheetPart, applySplices(text, [removeElement(link)]));
  pkg.removeRelationship(sheetPart, known.id);
  pkg.removePart(known.part);
}
