import { FileFault, unreadable } from '../fault';
import { XmlScanner } from '../xml';
import { PartMemory } from '../partMemory';
import { decodeXml } from '../xmlText';
import type { ZipArchive } from '../zip';
import { readRelationships } from './relationships';
import type { Relationship } from './relationships';

/** A worksheet of the workbook and the part it lies in. */
export interface SheetPart {
  readonly name: string;
  readonly path: string;
  /** Relationship id in the workbook part. */
  readonly relationshipId: string;
  readonly hidden: boolean;
}

/** Where everything lies in a workbook's archive: what reading needs and patching builds on. */
export interface WorkbookParts {
  readonly zip: ZipArchive;
  readonly workbookPath: string;
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** Worksheets in tab order; chart, dialog and macro sheets are left out. */
  readonly sheets: readonly SheetPart[];
  /** Null where the workbook names none. The part may still be missing. */
  readonly sharedStringsPath: string | null;
  readonly stylesPath: string | null;
  readonly date1904: boolean;
}

const OTHER_SHEETS: ReadonlySet<string> = new Set([
  'chartsheet',
  'dialogsheet',
  'xlMacrosheet',
  'xlIntlMacrosheet',
]);

/** Documents of the same package format that are no workbooks, by their root element. */
const OTHER_DOCUMENTS: ReadonlyMap<string, string> = new Map([
  ['document', 'docx'],
  ['presentation', 'pptx'],
]);

function unsupported(format: string): FileFault {
  return new FileFault({ code: 'file/unsupported', params: { format } });
}

/** The main part: where the package's relationships point, or where it lies by custom when there are none. */
function findWorkbook(zip: ZipArchive): string {
  const main = [...readRelationships(zip, '').values()].find(({ type }) => type === 'officeDocument');
  const path = main?.target ?? 'xl/workbook.xml';
  if (zip.has(path)) {
    if (path.toLowerCase().endsWith('.bin')) throw unsupported('xlsb');
    return path;
  }
  if (main !== undefined || zip.has('[Content_Types].xml')) throw unreadable('broken-part', path);
  throw unreadable('not-a-workbook');
}

interface Tab {
  readonly name: string;
  readonly id: string;
  readonly hidden: boolean;
}

interface Tabs {
  readonly tabs: readonly Tab[];
  readonly date1904: boolean;
}

const memory = new PartMemory<Tabs>();

function tabsIn(text: string, path: string): Tabs {
  const scanner = new XmlScanner(text, path);
  const tabs: Tab[] = [];
  let date1904 = false;
  if (!scanner.next()) throw scanner.broken();
  if (!scanner.is('workbook')) {
    const other = OTHER_DOCUMENTS.get(scanner.local);
    throw other === undefined ? unreadable('not-a-workbook') : unsupported(other);
  }
  while (scanner.next()) {
    if (!scanner.open) continue;
    if (scanner.is('workbookPr')) date1904 = scanner.flag('date1904');
    if (scanner.is('sheet') && scanner.depth - (scanner.empty ? 0 : 1) === 2) {
      const id = scanner.prefixedAttribute('id');
      const name = scanner.attribute('name');
      if (id === undefined || name === undefined) throw scanner.broken();
      tabs.push({ name, id, hidden: /hidden/i.test(scanner.attribute('state') ?? '') });
    } else if (!scanner.is('sheets')) {
      scanner.skip();
    }
  }
  return { tabs, date1904 };
}

/**
 * Finds the parts of a workbook by its relationships. Throws a FileFault when there is no workbook in the archive, it
 * has no worksheet, or a sheet's relationship points nowhere.
 */
export function locateWorkbook(zip: ZipArchive): WorkbookParts {
  const workbookPath = findWorkbook(zip);
  const { tabs, date1904 } = zip.made(workbookPath, memory, (bytes) =>
    tabsIn(decodeXml(bytes, workbookPath), workbookPath),
  );
  const relationships = readRelationships(zip, workbookPath);
  const sheets: SheetPart[] = [];
  for (const { name, id, hidden } of tabs) {
    const relationship = relationships.get(id);
    if (relationship !== undefined && OTHER_SHEETS.has(relationship.type)) continue;
    if (relationship === undefined || relationship.external || !zip.has(relationship.target))
      throw unreadable('broken-part', relationship?.target ?? name);
    sheets.push({ name, path: relationship.target, relationshipId: id, hidden });
  }
  if (sheets.length === 0) throw unreadable('no-sheets');
  const targetOf = (type: string) =>
    [...relationships.values()].find((r) => r.type === type && !r.external)?.target;
  return {
    zip,
    workbookPath,
    relationships,
    sheets,
    sharedStringsPath: targetOf('sharedStrings') ?? null,
    stylesPath: targetOf('styles') ?? null,
    date1904,
  };
}
