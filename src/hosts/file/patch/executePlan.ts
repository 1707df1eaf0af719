import type { EditPlan, SheetMarks } from '../../../plan/edits';
import { HostError } from '../../host';
import type { NativeCodec } from '../codec';
import { FileFault } from '../fault';
import { DEFAULT_LIMITS } from '../inflate';
import { openZip } from '../zip';
import { editCells } from './editCells';
import { editHighlights } from './highlights';
import { editNotes } from './editNotes';
import { PackageEdit } from './packageEdit';
import { resultFormat } from './resultFormat';
import { sharedStringLookup } from './sharedStringLookup';
import { writeSheets } from './sheet/writeSheets';
import type { StoredEdit } from './storedContent';
import { highlightFormat } from './styles';
import { dropCalculationChain, mapWorkbook, requestFullCalculation } from './workbookEdit';
import type { WorkbookMap } from './workbookEdit';

export interface Executed extends Counts {
  readonly bytes: Uint8Array;
}

interface Counts {
  /** Cells whose bytes changed. */
  readonly cells: number;
  /** Highlights and notes that stand now, of those the plan names. */
  readonly highlights: number;
  readonly notes: number;
  /** Notes that could not be given. */
  readonly degraded: number;
}

/** A plan for a file, whose cells can hold more than the program itself ever writes. */
export interface FilePlan extends Omit<EditPlan, 'cells'> {
  readonly cells: readonly StoredEdit[];
}

/**
 * Executes a plan on the bytes of an .xlsx or .xlsm: all of it, or a HostError and nothing. Parts that are not edited
 * are copied as they stand; a plan that is carried out already gives the very same bytes. `codec`: the platform's own way
 * to inflate and deflate, where it has one.
 */
export function executePlan(bytes: Uint8Array, plan: FilePlan, codec: NativeCodec | null = null): Executed {
  try {
    const pkg = new PackageEdit(openZip(bytes, DEFAULT_LIMITS, codec));
    const counts = execute(pkg, plan);
    return { bytes: pkg.write(), ...counts };
  } catch (error) {
    throw asHostError(error);
  }
}

/** The same, long parts deflated on other threads where the platform has them, while the next ones are being written. */
export async function executePlanAside(
  bytes: Uint8Array,
  plan: FilePlan,
  codec: NativeCodec,
): Promise<Executed> {
  try {
    const pkg = new PackageEdit(openZip(bytes, DEFAULT_LIMITS, codec), codec.deflateAside);
    const counts = execute(pkg, plan);
    return { bytes: await pkg.writeAside(), ...counts };
  } catch (error) {
    throw asHostError(error);
  }
}

function asHostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  const reason = error instanceof FileFault ? error.fault.code : 'unexpected';
  return new HostError('write-failed', { reason }, { cause: error });
}

function execute(pkg: PackageEdit, plan: FilePlan): Counts {
  const { map, cells: written } = writeSheets(pkg, mapWorkbook(pkg), plan.sheets ?? []);
  const cellsBySheet = groupBySheet(plan.cells);
  const marksBySheet = groupBySheet(plan.marks);
  const parts = new Map(
    [...cellsBySheet.keys(), ...marksBySheet.keys()].map((name) => [name, sheetPart(map, name)]),
  );

  const total = { cells: written, highlights: 0, notes: 0, degraded: 0 };
  const changed = { contents: written > 0, formulas: written > 0 };
  const strings = sharedStringLookup(pkg, map);
  for (const [name, edits] of cellsBySheet) {
    const part = parts.get(name)!;
    const edited = editCells(pkg.text(part), part, edits, strings, (style) => resultFormat(pkg, map, style));
    pkg.setText(part, edited.text);
    total.cells += edited.cells;
    changed.contents ||= edited.contents;
    changed.formulas ||= edited.formulas;
  }
  for (const [name, marks] of marksBySheet) {
    const { highlights, notes, degraded } = writeMarks(pkg, map, parts.get(name)!, marks);
    total.highlights += highlights;
    total.notes += notes;
    total.degraded += degraded;
  }
  if (changed.formulas) dropCalculationChain(pkg, map);
  if (changed.contents) requestFullCalculation(pkg, map);
  return total;
}

function writeMarks(pkg: PackageEdit, map: WorkbookMap, part: string, marks: readonly SheetMarks[]) {
  const highlights = marks.flatMap((sheet) => sheet.highlights);
  const notes = marks.flatMap((sheet) => sheet.notes);
  const text = editHighlights(pkg.text(part), part, highlights, (severity) =>
    highlightFormat(pkg, map, severity),
  );
  pkg.setText(part, text);
  return { highlights: highlights.length, ...editNotes(pkg, map, part, notes) };
}

function sheetPart(map: WorkbookMap, name: string): string {
  const part = map.sheets.get(name);
  if (part === undefined) throw new HostError('sheet-missing', { sheet: name });
  return part;
}

function groupBySheet<T extends StoredEdit | SheetMarks>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.sheet);
    if (group === undefined) groups.set(item.sheet, [item]);
    else group.push(item);
  }
  return groups;
}
