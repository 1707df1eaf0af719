import type { PageSetup } from '../../../../plan/sheetContent';
import type { PackageEdit } from '../packageEdit';
import { applySplices } from '../splice';
import type { Splice } from '../splice';
import { WORKBOOK_ORDER } from '../workbookEdit';
import type { WorkbookMap } from '../workbookEdit';
import {
  appendInside,
  attributeOf,
  childNamed,
  contentOf,
  escapeText,
  insertChild,
  parseXml,
  removeElement,
} from '../xmlTree';
import { quotedSheet } from './links';

const PRINT_TITLES = '_xlnm.Print_Titles';

/**
 * Rows that are repeated on each page are a name that belongs to the sheet. The other names that a program keeps for a
 * sheet (its print area, its filter) spoke of the old content and go; names that users gave stay.
 */
export function setPrintTitles(
  pkg: PackageEdit,
  map: WorkbookMap,
  tab: { readonly name: string; readonly index: number },
  rows: PageSetup['titleRows'],
): void {
  const text = pkg.text(map.part);
  const root = parseXml(text, map.part);
  const list = childNamed(root, 'definedNames');
  const wanted = rows === null ? null : `${quotedSheet(tab.name)}!$${rows.from + 1}:$${rows.to + 1}`;
  const own = (list?.children ?? []).filter(
    (name) =>
      attributeOf(text, name, 'localSheetId') === String(tab.index) &&
      /^_xlnm\./i.test(attributeOf(text, name, 'name') ?? ''),
  );
  const standing = own.find(
    (name) => attributeOf(text, name, 'name') === PRINT_TITLES && contentOf(text, name) === wanted,
  );
  const splices: Splice[] = own.filter((name) => name !== standing).map(removeElement);
  if (wanted !== null && standing === undefined) {
    const p = root.prefix;
    const xml = `<${p}definedName name="${PRINT_TITLES}" localSheetId="${tab.index}">${escapeText(wanted)}</${p}definedName>`;
    splices.push(
      list === undefined
        ? insertChild(
            text,
            root,
            WORKBOOK_ORDER,
            'definedNames',
            `<${p}definedNames>${xml}</${p}definedNames>`,
          )
        : appendInside(text, list, xml),
    );
  } else if (list !== undefined && own.length > 0 && splices.length === list.children.length) {
    // An empty list of names is no valid one.
    pkg.setText(map.part, applySplices(text, [removeElement(list)]));
    return;
  }
  pkg.setText(map.part, applySplices(text, splices));
}
