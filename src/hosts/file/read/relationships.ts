import { PartMemory } from '../partMemory';
import type { ZipArchive } from '../zip';
import { XmlScanner } from '../xml';
import { decodeXml } from '../xmlText';

export interface Relationship {
  readonly id: string;
  /** Last segment of the type, the same in transitional and strict files: `worksheet`, `sharedStrings`, `comments` … */
  readonly type: string;
  /** Part name from the archive's root, without leading slash; the address as written when external. */
  readonly target: string;
  readonly external: boolean;
}

/** Where the relationships of a part lie; '' is the package itself. */
export function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Resolves a relationship target against the part it belongs to: absolute, relative, with `.` and `..` segments. */
export function resolveTarget(part: string, target: string): string {
  const path = target.replace(/\\/g, '/').replace(/#.*$/, '');
  const segments = path.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** Name of the resolved target in the archive: targets are URIs, so a part may be found only after `%20` is undone. */
function inArchive(zip: ZipArchive, target: string): string {
  if (zip.has(target) || !target.includes('%')) return target;
  try {
    const decoded = decodeURIComponent(target);
    return zip.has(decoded) ? decoded : target;
  } catch {
    return target;
  }
}

const memory = new PartMemory<readonly Relationship[]>();

/** Relationships as they stand in the part's own part: targets resolved, but not looked for. */
function relationshipsIn(text: string, part: string): readonly Relationship[] {
  const scanner = new XmlScanner(text, relationshipsPath(part));
  const found: Relationship[] = [];
  while (scanner.next()) {
    if (!scanner.open || !scanner.is('Relationship')) continue;
    const id = scanner.attribute('Id');
    const target = scanner.attribute('Target');
    if (id === undefined || target === undefined) continue;
    const type = (scanner.attribute('Type') ?? '').replace(/^.*\//, '');
    const external = scanner.attribute('TargetMode')?.toLowerCase() === 'external';
    found.push({ id, type, target: external ? target : resolveTarget(part, target.trim()), external });
  }
  return found;
}

/** Relationships of a part by id; empty when it has none. Throws a FileFault when they cannot be read. */
export function readRelationships(zip: ZipArchive, part: string): ReadonlyMap<string, Relationship> {
  const path = relationshipsPath(part);
  const found = new Map<string, Relationship>();
  if (!zip.has(path)) return found;
  const all = zip.made(path, memory, (bytes) => relationshipsIn(decodeXml(bytes, path), part));
  for (const one of all) {
    const target = one.external ? one.target : inArchive(zip, one.target);
    found.set(one.id, target === one.target ? one : { ...one, target });
  }
  return found;
}
