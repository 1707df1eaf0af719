import { WpsHost } from '../../../src/hosts/wps/wpsHost';
import type { EtApplication } from '../../../src/hosts/wps/etApi';
import { findApplication } from '../../../src/hosts/wps/findApplication';
import type { Grid } from '../../../src/sheet/grid';
import { workbookFrom } from '../../excel-host/loadWorkbook';
import type { SheetModel } from '../../excel-host/model/sheet';
import type { WorkbookModel } from '../../excel-host/model/workbook';
import { EmulatedEt } from '../../wps-host/emulatedEt';
import { CURRENT } from '../../wps-host/quirks';
import type { EtQuirks } from '../../wps-host/quirks';
import { ASSUMED } from '../../wps-host/assumed';

export interface OpenEt {
  readonly et: EmulatedEt;
  readonly book: WorkbookModel;
  readonly host: WpsHost;
  readonly sheet: (name: string) => SheetModel;
}

/** Builds of ET that the tests act out. */
export const BUILDS = {
  'a current build': CURRENT,
  'a build that gives flat arrays': {
    ...CURRENT,
    arrays: 'flat',
    constantsAsText: true,
    missingSheet: 'null',
    lateEvents: true,
  },
  'a build without arrays': { ...CURRENT, arrays: 'none' },
  'a build with nothing that was not seen': {
    ...CURRENT,
    absent: new Set(ASSUMED.filter((name) => name !== 'Application.ActiveWorkbook')),
  },
} as const satisfies Readonly<Record<string, EtQuirks>>;

export type Build = keyof typeof BUILDS;

/** Builds that differ in how values come, but have all members. */
export const WHOLE_BUILDS: readonly Build[] = [
  'a current build',
  'a build that gives flat arrays',
  'a build without arrays',
];

/** An emulated ET with these sheets open, and the host under test on it. */
export function openEt(grids: readonly Grid[], build: Build = 'a current build'): OpenEt {
  const book = workbookFrom({ fileName: '考核.xlsx', grids });
  const et = new EmulatedEt(book, BUILDS[build]);
  const sheet = (name: string) => {
    const found = book.sheet(name);
    if (found === null) throw new Error(`No sheet ${name}`);
    return found;
  };
  return { et, book, host: hostOf(et), sheet };
}

const hosted: EmulatedEt[] = [];

/** The host does without members that a build lacks; one that is in no build at all is a slip. */
afterEach(() => {
  const unknown = hosted.splice(0).flatMap((et) => et.unknown);
  expect(unknown).toEqual([]);
});

export function hostOf(et: EmulatedEt): WpsHost {
  hosted.push(et);
  const application: EtApplication | null = findApplication({ Application: et.app });
  if (application === null) throw new Error('No ET');
  return new WpsHost(application);
}
