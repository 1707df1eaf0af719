import { partKey } from '../../zip';
import type { PackageEdit } from '../packageEdit';

/** Parts that a part leads to, near and far, by key: the whole package for ''. The part itself is not among them. */
function reachable(pkg: PackageEdit, from: string, without: string | null): Map<string, string> {
  const found = new Map<string, string>();
  const queue = [from];
  for (let source = queue.pop(); source !== undefined; source = queue.pop()) {
    for (const { part } of pkg.relationships(source)) {
      if (part === null || !pkg.has(part) || partKey(part) === without || found.has(partKey(part))) continue;
      found.set(partKey(part), part);
      queue.push(part);
    }
  }
  return found;
}

/** Parts that hang on this sheet and on nothing else (notes, drawings, charts, printer settings …), by key. */
export function ownParts(pkg: PackageEdit, sheetPart: string): ReadonlyMap<string, string> {
  const own = reachable(pkg, sheetPart, null);
  if (own.size === 0) return own;
  own.delete(partKey(sheetPart));
  for (const key of reachable(pkg, '', partKey(sheetPart)).keys()) own.delete(key);
  return own;
}
