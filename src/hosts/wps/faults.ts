import { HostError } from '../host';
import type { HostErrorCode } from '../host';

/** A fault of ET as the port's: what happened, as a code with parameters. */
export function faultOf(fault: unknown, otherwise: HostErrorCode): HostError {
  if (fault instanceof HostError) return fault;
  const detail = fault instanceof Error ? fault.message : typeof fault === 'string' ? fault : '';
  return new HostError(otherwise, detail === '' ? {} : { detail }, { cause: fault });
}
