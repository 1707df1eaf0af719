/** Where a browser lets a page write into a file that the person picked (File System Access). */
interface SavePicker {
  showSaveFilePicker?(options: {
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }): Promise<FileSystemFileHandle>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xlsm': 'application/vnd.ms-excel.sheet.macroEnabled.12',
};

/** The file that a workbook was saved to last, to be written again without asking. */
export type SavedPlace = FileSystemFileHandle | null;

export type Saving =
  | { readonly kind: 'saved'; readonly name: string; readonly place: SavedPlace }
  | { readonly kind: 'downloaded'; readonly name: string }
  | { readonly kind: 'cancelled' };

/**
 * Writes a workbook into the file that the person picks, or picked before; where the browser has no such thing, it goes
 * into its download folder. Throws what the browser throws when the file cannot be written.
 */
export async function saveFile(bytes: Uint8Array, name: string, place: SavedPlace): Promise<Saving> {
  const extension = name.slice(name.lastIndexOf('.'));
  const type = TYPES[extension] ?? '';
  const content = new Blob([new Uint8Array(bytes)], { type });
  const picker = window as unknown as SavePicker;
  if (picker.showSaveFilePicker === undefined) return download(content, name);
  try {
    const types = [{ accept: { [type]: [extension] } }];
    const file = place ?? (await picker.showSaveFilePicker({ suggestedName: name, types }));
    const stream = await file.createWritable();
    await stream.write(content);
    await stream.close();
    return { kind: 'saved', name: file.name, place: file };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (error.name === 'AbortError') return { kind: 'cancelled' };
    // A page in a frame or from a folder may not ask for files.
    if (error.name === 'SecurityError') return download(content, name);
    throw error;
  }
}

/** Puts a file into the download folder. */
export function downloadFile(name: string, bytes: Uint8Array): void {
  download(new Blob([new Uint8Array(bytes)]), name);
}

/** The browser reads the content after the click. */
const KEPT_FOR_MS = 60_000;

function download(content: Blob, name: string): Saving {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR_MS);
  return { kind: 'downloaded', name };
}
