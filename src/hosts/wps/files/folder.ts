import { attempt } from '../etApi';

/** Folders within one another: a link may lead back to where it stands. */
const DEEPEST = 12;
/** What is asked for its content at most: a whole drive is no folder of workbooks. */
const MOST_ENTRIES = 20_000;
/** Kinds of files that are met beside workbooks: not worth asking what they hold. */
const NO_FOLDER =
  /\.(?:xlsx?|xlsm|xlsb|et|ett|ods|csv|docx?|wps|pptx?|dps|pdf|ofd|txt|md|jpe?g|png|gif|bmp|zip|rar|7z|lnk|ini|tmp|db)$/i;

/** The last part of a full name, whichever way its parts are divided. */
export function nameIn(full: string): string {
  return full.replace(/[\\/]+$/, '').replace(/^.*[\\/]/, '');
}

/**
 * All files below a folder, each with its full name and with its name from that folder on; hidden ones and locks apart.
 * ET lists names only and does not tell folders from files: what lists something is a folder.
 * @returns null where the folder itself cannot be listed
 */
export function filesBelow(
  folder: string,
  list: (path: string) => unknown,
): { readonly full: string; readonly path: string }[] | null {
  const root = folder.replace(/[\\/]+$/, '');
  const divider = root.includes('\\') ? '\\' : '/';
  const found: { full: string; path: string }[] = [];
  let entries = 0;
  const visit = (names: readonly string[], full: string, path: string, depth: number): void => {
    for (const name of names) {
      if (++entries > MOST_ENTRIES) return;
      const child = { full: `${full}${divider}${name}`, path: `${path}/${name}` };
      const within = NO_FOLDER.test(name) || depth === DEEPEST ? null : listed(list, child.full);
      if (within === null || within.length === 0) found.push(child);
      else visit(within, child.full, child.path, depth + 1);
    }
  };
  const names = listed(list, folder);
  if (names === null) return null;
  visit(names, root, nameIn(root), 1);
  return found;
}

/** Names in a folder, or null where there is no telling. Some builds give names, some objects with a name. */
function listed(list: (path: string) => unknown, path: string): string[] | null {
  const given = attempt(() => list(path));
  if (typeof given !== 'object' || given === null) return null;
  const { length } = given as { length?: unknown };
  if (typeof length !== 'number') return null;
  return Array.from(given as ArrayLike<unknown>).flatMap((entry) => {
    const name = typeof entry === 'string' ? entry : (entry as { name?: unknown } | null)?.name;
    return typeof name === 'string' && name !== '' && !/^(?:\.|~\$)/.test(name) ? [name] : [];
  });
}
