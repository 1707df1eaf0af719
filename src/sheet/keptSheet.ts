const KEPT = /^_考核_旧表(\d+)$/;

/**
 * Name of the hidden sheet under which a running spreadsheet keeps what a whole sheet of ours has replaced, so that 撤销 can
 * bring it back: 1, 2, …
 */
export function keptSheetName(number: number): string {
  return `_考核_旧表${number}`;
}

/** Number of such a sheet, null for any other. They are no part of the workbook for anybody: readers pass them over. */
export function keptSheetNumber(name: string): number | null {
  const digits = KEPT.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}
