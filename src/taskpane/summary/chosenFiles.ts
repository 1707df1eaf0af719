import type { HostFile } from '../../hosts/files';
import type { PageFile } from './readFiles';

/** What the program reads; other files of a folder, locks and hidden files are passed over. */
const READABLE = /\.(?:xlsx|xlsm|xls|et|ods|csv)$/i;
export const ACCEPTED = '.xlsx,.xlsm,.xls,.et,.ods,.csv';

/** Files of a folder that is not a folder of workbooks at all, such as a whole drive. */
const MOST_FILES = 20_000;

/** The workbooks among the files of an input, in the order of their names. */
export function fromInput(files: FileList | null): PageFile[] {
  return inOrder(
    Array.from(files ?? []).map((file) => ({ path: file.webkitRelativePath || file.name, content: file })),
  );
}

/** The workbooks among what was dropped, folders gone through. */
export async function fromDrop(data: DataTransfer): Promise<PageFile[]> {
  // To be asked at once: after the event nothing is there any more.
  const entries = Array.from(data.items).flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return fromInput(data.files);
  const found: PageFile[] = [];
  for (const entry of entries) await collect(entry, found);
  return inOrder(found);
}

async function collect(entry: FileSystemEntry, found: PageFile[]): Promise<void> {
  if (found.length >= MOST_FILES) return;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    found.push({ path: entry.fullPath.replace(/^\//, ''), content: file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives a hundred at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    for (const one of some) await collect(one, found);
  }
}

/** The workbooks among what the spreadsheet let the person pick. */
export function fromHost(files: readonly HostFile[]): HostFile[] {
  return inOrder(files);
}

function inOrder<F extends { readonly path: string }>(files: readonly F[]): F[] {
  return files
    .filter(({ path }) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return READABLE.test(name) && !name.startsWith('.') && !name.startsWith('~$');
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
