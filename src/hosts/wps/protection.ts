import { HostError } from '../host';
import { attempt } from './etApi';
import type { EtWorksheet } from './etApi';

/** What may be done on a protected sheet, in the order in which `Protect` takes it. */
const ALLOWED = [
  'AllowFormattingCells',
  'AllowFormattingColumns',
  'AllowFormattingRows',
  'AllowInsertingColumns',
  'AllowInsertingRows',
  'AllowInsertingHyperlinks',
  'AllowDeletingColumns',
  'AllowDeletingRows',
  'AllowSorting',
  'AllowFiltering',
  'AllowUsingPivotTables',
] as const;

/** A sheet's protection as it was before a write lifted it. */
export interface LiftedProtection {
  readonly sheet: EtWorksheet;
  /** The arguments of `Protect` after the password. */
  readonly options: readonly unknown[];
}

/**
 * Lifts the protection of a sheet without a password.
 * @throws HostError when it has one
 */
export function lift(sheet: EtWorksheet): LiftedProtection {
  const protection = attempt(() => sheet.Protection);
  const allowed = ALLOWED.map((name) => attempt(() => protection?.[name]) === true);
  const drawings = attempt(() => sheet.ProtectDrawingObjects) !== false;
  const scenarios = attempt(() => sheet.ProtectScenarios) !== false;
  // An empty password: without one WPS might ask the user for it.
  attempt(() => sheet.Unprotect(''));
  if (sheet.ProtectContents) throw new HostError('sheet-password', { sheets: sheet.Name });
  return { sheet, options: [drawings, true, scenarios, false, ...allowed] };
}

/** Protects again in the same way. @throws HostError when it stays unprotected */
export function protectAgain({ sheet, options }: LiftedProtection): void {
  if (sheet.ProtectContents) return;
  sheet.Protect('', ...options);
  if (!sheet.ProtectContents) throw new HostError('write-failed', { detail: `Protect ${sheet.Name}` });
}

export function protectedSheets(sheets: readonly EtWorksheet[]): HostError {
  return new HostError('sheet-protected', { sheets: sheets.map(({ Name }) => Name).join('、') });
}
