import { HostError } from '../../host';
import type { EtApplication } from '../etApi';
import { faultOf } from '../faults';

/**
 * The bytes of a file. Only this one way is known to leave each byte as it is; the others are for text.
 * @throws HostError
 */
export function readBytes(application: EtApplication, path: string): Uint8Array {
  let given: unknown;
  try {
    given = application.FileSystem?.ReadFileAsArrayBuffer?.(path);
  } catch (fault) {
    throw faultOf(fault, 'read-failed');
  }
  // It may be another page's: then it is no instance of this page's ArrayBuffer.
  if (!isBuffer(given)) throw new HostError('read-failed', { detail: 'ReadFileAsArrayBuffer' });
  return new Uint8Array(given);
}

function isBuffer(value: unknown): value is ArrayBuffer {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { byteLength?: unknown }).byteLength === 'number'
  );
}
