import { locateWorkbook } from '../read/workbookParts';
import type { PackageEdit } from './packageEdit';
import { applySplices } from './splice';
import { attributeOf, childNamed, insertChild, parseXml, setAttribute } from './xmlTree';

/** Children of `workbook` in schema order (ISO/IEC 29500-1, 18.2.27). */
export const WORKBOOK_ORDER = (
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences ' +
  'definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing ' +
  'fileRecoveryPr webPublishObjects extLst'
).split(' ');

const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

/** Where things are in a workbook package. */
export interface WorkbookMap {
  readonly part: string;
  /** Address that relationship types begin with: transitional and strict packages differ. */
  readonly relationshipBase: string;
  /** Worksheet parts by sheet name. */
  readonly sheets: ReadonlyMap<string, string>;
  /** Null where the workbook names none; the part may be missing. */
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

/** Finds the workbook part, its worksheets and styles. Throws a FileFault where the package is no workbook. */
export function mapWorkbook(pkg: PackageEdit): WorkbookMap {
  const { workbookPath, sheets, sharedStringsPath, stylesPath } = locateWorkbook(pkg.archive);
  const type = pkg.relationships('').find(({ kind }) => kind === 'officeDocument')?.type;
  const byName = new Map<string, string>();
  for (const { name, path } of sheets) if (!byName.has(name)) byName.set(name, path);
  return {
    part: workbookPath,
    relationshipBase: type?.slice(0, type.lastIndexOf('/') + 1) ?? TRANSITIONAL,
    sheets: byName,
    sharedStrings: sharedStringsPath,
    styles: stylesPath,
  };
}

/** Has formulas computed when the book is opened: programs differ in whether they trust cached values. */
export function requestFullCalculation(pkg: PackageEdit, map: WorkbookMap): void {
  const text = pkg.text(map.part);
  const root = parseXml(text, map.part);
  const calcPr = childNamed(root, 'calcPr');
  if (calcPr === undefined) {
    const xml = `<${root.prefix}calcPr fullCalcOnLoad="1"/>`;
    pkg.setText(map.part, applySplices(text, [insertChild(text, root, WORKBOOK_ORDER, 'calcPr', xml)]));
  } else if (!/^(1|true)$/.test(attributeOf(text, calcPr, 'fullCalcOnLoad') ?? '')) {
    pkg.setText(map.part, applySplices(text, setAttribute(text, calcPr, 'fullCalcOnLoad', '1')));
  }
}

/**
 * Removes the calculation chain: it lists the cells with formulas, a list that no longer holds makes Excel repair the
 * file, and every program builds it anew.
 */
export function dropCalculationChain(pkg: PackageEdit, map: WorkbookMap): void {
  for (const { id, kind, part } of pkg.relationships(map.part)) {
    if (kind !== 'calcChain') continue;
    pkg.removeRelationship(map.part, id);
    if (part !== null && pkg.has(part)) pkg.removePart(part);
  }
}
