import type { FindingParams } from '../../rubric/finding';
import type { UnreadableReason } from '../../locale/messages';

type FaultCode = 'file/unreadable' | 'file/encrypted' | 'file/too-large' | 'file/unsupported';

/** Codes a whole file can fail with, each with the figures and words of its sentence. */
export type FileFaultCause = {
  [C in FaultCode]: { readonly code: C; readonly params: FindingParams<C> };
}[FaultCode];

/**
 * Thrown inside the file host when the bytes cannot be taken further. It never leaves the host: `readFile` turns it
 * into the one finding that the file gets.
 */
export class FileFault extends Error {
  constructor(
    readonly fault: FileFaultCause,
    options?: { cause?: unknown },
  ) {
    super(fault.code, options);
    this.name = 'FileFault';
  }
}

/** A fault of the kind `file/unreadable`; `detail` names the part or the place. */
export function unreadable(reason: UnreadableReason, detail?: string, cause?: unknown): FileFault {
  const params = detail === undefined ? { reason } : { reason, detail };
  return new FileFault({ code: 'file/unreadable', params }, cause === undefined ? undefined : { cause });
}
