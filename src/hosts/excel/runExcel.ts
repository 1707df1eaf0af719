import { HostError } from '../host';
import type { HostErrorCode } from '../host';
import type { OfficeApi } from './officeApi';

/**
 * Runs a batch on the workbook. It waits while the user is typing in a cell, and is one step of Excel's own undo where
 * Excel can do that.
 */
export function runExcel<T>(
  { Excel: excel }: OfficeApi,
  batch: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  return excel.run({ delayForCellEdit: true, mergeUndoGroup: true }, batch);
}

/** Error code of an Office.js fault, '' when it is something else. Duck-typed: the page's error class is not ours. */
export function faultCode(fault: unknown): string {
  const code = (fault as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** Member that an Office.js fault names as its place, such as `CommentCollection.add`; '' when unknown. */
export function faultLocation(fault: unknown): string {
  const info = (fault as { debugInfo?: { errorLocation?: unknown } } | null)?.debugInfo;
  return typeof info?.errorLocation === 'string' ? info.errorLocation : '';
}

/** A fault of Excel as the port's: what happened, as a code with parameters. */
export function hostError(fault: unknown, otherwise: HostErrorCode): HostError {
  if (fault instanceof HostError) return fault;
  const code = faultCode(fault);
  if (code === 'InvalidOperationInCellEditMode') return new HostError('cell-editing', {}, { cause: fault });
  return new HostError(otherwise, code === '' ? {} : { detail: code }, { cause: fault });
}
