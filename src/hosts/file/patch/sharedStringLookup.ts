import { plainText } from './cellXml';
import type { StringLookup } from './cellXml';
import type { PackageEdit } from './packageEdit';
import type { WorkbookMap } from './workbookEdit';
import { parseXml } from './xmlTree';

/** Texts of the shared strings, read when the first cell asks. The part is never changed: new texts stand in their cells. */
export function sharedStringLookup(pkg: PackageEdit, map: WorkbookMap): StringLookup {
  let strings: readonly string[] | null = null;
  const part = map.sharedStrings;
  return (index) => {
    if (strings === null) {
      strings = [];
      if (part !== null && pkg.has(part)) {
        const text = pkg.text(part);
        const items = parseXml(text, part).children.filter(({ local }) => local === 'si');
        strings = items.map((item) => plainText(text, item));
      }
    }
    return strings[index] ?? null;
  };
}
