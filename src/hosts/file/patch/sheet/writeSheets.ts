import type { SheetContent } from '../../../../plan/sheetContent';
import { HostError } from '../../../host';
import { XmlScanner } from '../../xml';
import { partKey } from '../../zip';
import type { NewRelationship, PackageEdit } from '../packageEdit';
import { isTrue } from '../sheetCells';
import { applySplices } from '../splice';
import type { WorkbookMap } from '../workbookEdit';
import {
  appendInside,
  attributeOf,
  childNamed,
  escapeAttribute,
  parseXml,
  prefixedAttributeOf,
} from '../xmlTree';
import { chartXml } from './chartXml';
import { drawingXml } from './drawingXml';
import { linkTarget } from './links';
import { CellLooks } from './looks';
import { ownParts } from './ownParts';
import { setPrintTitles } from './printTitles';
import { sheetXml } from './sheetXml';
import { Vocabulary } from './vocabulary';

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

export interface SheetsWritten {
  /** The workbook with its new sheets. */
  readonly map: WorkbookMap;
  /** Cells of the sheets that were not there, word for word, before. */
  readonly cells: number;
}

/** Writes whole sheets: new ones behind the others, else in place of what stands on the sheet of that name. */
export function writeSheets(
  pkg: PackageEdit,
  map: WorkbookMap,
  sheets: readonly SheetContent[],
): SheetsWritten {
  if (sheets.length === 0) return { map, cells: 0 };
  const parts = new Map(map.sheets);
  const looks = new CellLooks(pkg, map);
  const words = new Vocabulary(pkg, map);
  let cells = 0;
  for (const sheet of sheets) {
    const tab = tabOf(pkg, map, sheet.name) ?? addTab(pkg, map, sheet.name, words);
    // The plan's other edits may name it as the workbook does or as the plan does.
    parts.set(tab.name, tab.part).set(sheet.name, tab.part);
    if (writeSheet(pkg, map, tab.part, sheet, looks, words)) cells += sheet.cells.length;
    setPrintTitles(pkg, map, tab, sheet.page?.titleRows ?? null);
  }
  looks.write();
  return { map: { ...map, sheets: parts }, cells };
}

interface Tab {
  readonly name: string;
  /** Among all tabs, chart sheets too. */
  readonly index: number;
  readonly part: string;
}

function tabOf(pkg: PackageEdit, map: WorkbookMap, name: string): Tab | null {
  const text = pkg.text(map.part);
  const tabs = childNamed(parseXml(text, map.part), 'sheets')?.children ?? [];
  const wanted = name.toLowerCase();
  const index = tabs.findIndex((tab) => attributeOf(text, tab, 'name')?.toLowerCase() === wanted);
  const tab = tabs[index];
  if (tab === undefined) return null;
  const id = prefixedAttributeOf(text, tab, 'id');
  const found = pkg.relationships(map.part).find((relationship) => relationship.id === id);
  // A chart sheet or the like: there are no cells to replace.
  if (found === undefined || found.kind !== 'worksheet' || found.part === null || !pkg.has(found.part))
    throw new HostError('write-failed', { sheet: name, reason: 'not-a-worksheet' });
  return { name: attributeOf(text, tab, 'name') ?? name, index, part: found.part };
}

function addTab(pkg: PackageEdit, map: WorkbookMap, name: string, words: Vocabulary): Tab {
  const folder = map.part.slice(0, map.part.lastIndexOf('/') + 1);
  const part = pkg.freeName(`${folder}worksheets/sheet`, '.xml');
  pkg.putText(part, `<worksheet xmlns="${words.main}"><sheetData/></worksheet>`);
  pkg.addContentType(part, SHEET_TYPE);
  const id = pkg.addRelationship(map.part, `${map.relationshipBase}worksheet`, part);
  const text = pkg.text(map.part);
  const root = parseXml(text, map.part);
  const tabs = childNamed(root, 'sheets');
  if (tabs === undefined) throw new HostError('write-failed', { part: map.part, reason: 'missing' });
  const ids = tabs.children.map((tab) => Number(attributeOf(text, tab, 'sheetId')) || 0);
  const sheetId = Math.max(0, ...ids) + 1;
  const { prefix, declaration } = words.relationshipPrefix(text, root);
  const xml = `<${root.prefix}sheet${declaration} name="${escapeAttribute(name)}" sheetId="${sheetId}" ${prefix}:id="${id}"/>`;
  pkg.setText(map.part, applySplices(text, [appendInside(text, tabs, xml)]));
  return { name, index: tabs.children.length, part };
}

/** Whether anything changed. What belonged to the old sheet alone is dropped; names of parts are kept where they can be. */
function writeSheet(
  pkg: PackageEdit,
  map: WorkbookMap,
  part: string,
  sheet: SheetContent,
  looks: CellLooks,
  words: Vocabulary,
): boolean {
  const owned = ownParts(pkg, part);
  const ownOf = (source: string, kind: string) =>
    pkg
      .relationships(source)
      .flatMap((each) =>
        each.kind === kind && each.part && owned.has(partKey(each.part)) ? [each.part] : [],
      );
  const oldDrawing = ownOf(part, 'drawing')[0];
  const oldCharts = oldDrawing === undefined ? [] : ownOf(oldDrawing, 'chart');
  const before = [oldDrawing, ...oldCharts].map((each) => (each === undefined ? '' : pkg.text(each)));
  const wasSelected = isSelected(pkg, part);

  const folder = map.part.slice(0, map.part.lastIndexOf('/') + 1);
  const relationships: NewRelationship[] = [];
  const types = {
    hyperlink: `${map.relationshipBase}hyperlink`,
    drawing: `${map.relationshipBase}drawing`,
  };
  const relate = (kind: 'hyperlink' | 'drawing', target: string, external: boolean) =>
    `rId${relationships.push({ type: types[kind], target, external })}`;
  const linkIds = sheet.links.map(({ to }) =>
    to.kind === 'file' ? relate('hyperlink', linkTarget(to.path), true) : null,
  );

  let drawingId: string | null = null;
  const kept = new Map<string, string>();
  if (sheet.charts.length > 0) {
    const drawing = oldDrawing ?? pkg.freeName(`${folder}drawings/drawing`, '.xml');
    kept.set(drawing, DRAWING_TYPE);
    pkg.putText(drawing, drawingXml(sheet.charts, words));
    const charts = sheet.charts.map((chart, index) => {
      const chartPart = oldCharts[index] ?? pkg.freeName(`${folder}charts/chart`, '.xml');
      kept.set(chartPart, CHART_TYPE);
      pkg.putText(chartPart, chartXml(chart, sheet, words));
      pkg.putRelationships(chartPart, []);
      return { type: `${map.relationshipBase}chart`, target: chartPart, external: false };
    });
    pkg.putRelationships(drawing, charts);
    drawingId = relate('drawing', drawing, false);
  }
  const keptKeys = new Set([...kept.keys()].map(partKey));
  for (const each of owned.values()) if (!keptKeys.has(partKey(each))) pkg.removePart(each);
  for (const [each, type] of kept) pkg.addContentType(each, type);
  pkg.putRelationships(part, relationships);
  const bytes = sheetXml(sheet, {
    part,
    words,
    styleOf: (look, text) => looks.index(look, text),
    linkIds,
    drawingId,
    wasSelected,
  });
  const isNew = pkg.putBytes(part, bytes);
  const after = [...kept.keys()].map((each) => pkg.text(each));
  return (
    isNew ||
    after.length !== before.filter((text) => text !== '').length ||
    after.some((text, i) => text !== before[i])
  );
}

/** Bytes at the beginning of a sheet in which its views stand: before its rows, which may be a hundred times as much. */
const HEAD = 64 * 1024;

function isSelected(pkg: PackageEdit, part: string): boolean {
  const { text, isWhole } = pkg.beginning(part, HEAD);
  const scanner = new XmlScanner(text, part);
  try {
    while (scanner.next() && !scanner.is('sheetData')) {
      if (scanner.open && scanner.is('sheetView') && isTrue(scanner.attribute('tabSelected'))) return true;
    }
  } catch (error) {
    // Cut off somewhere, it ends where no text may end.
    if (isWhole) throw error;
  }
  return false;
}
