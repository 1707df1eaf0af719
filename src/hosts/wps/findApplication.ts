import { attempt } from './etApi';
import type { EtApplication } from './etApi';

/** Where a page may find ET: WPS puts it among the page's globals, under one name or another. */
export interface EtGlobals {
  readonly wps?: unknown;
  readonly Application?: unknown;
}

/** ET itself, null where this page does not run in WPS 表格. */
export function findApplication(globals: EtGlobals): EtApplication | null {
  const wps = attempt(() => globals.wps);
  const candidates: readonly (() => unknown)[] = [
    () => (wps as { EtApplication?: () => unknown } | undefined)?.EtApplication?.(),
    () => globals.Application,
    () => wps,
  ];
  for (const candidate of candidates) {
    const application = attempt(candidate);
    if (hasWorkbooks(application)) return application;
  }
  return null;
}

function hasWorkbooks(candidate: unknown): candidate is EtApplication {
  if (candidate === null || (typeof candidate !== 'object' && typeof candidate !== 'function')) return false;
  const workbooks = attempt(() => (candidate as EtApplication).Workbooks);
  return workbooks !== undefined && workbooks !== null;
}
