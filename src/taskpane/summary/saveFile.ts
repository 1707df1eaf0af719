const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Milliseconds after which nobody is still taking the file. */
const TAKEN_AFTER = 60_000;

/** Hands a file to the browser as a download: a workbook where nothing else is said. */
export function saveFile(bytes: Uint8Array, name: string, type = XLSX): void {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_AFTER);
}
