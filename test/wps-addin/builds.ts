import type { EtSetting } from '../wps-host/browser/etPage';
import type { Install } from './addinBrowser';

/** A way the add-in is installed, and a build of WPS it runs in. */
export interface Surroundings {
  readonly name: string;
  readonly install: Install;
  readonly setting: Partial<EtSetting>;
  /** Runs in the page before everything else. */
  readonly before: string;
}

/** As the oldest builds: no Intl, and one row or column comes flat or nothing comes as an array at all. */
const WITHOUT_INTL = `
  delete window.Intl;
  for (const type of [Number, Date, Array, BigInt]) {
    for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
      if (name in type.prototype) type.prototype[name] = () => { throw new Error(name + ' is broken here'); };
    }
  }`;

const ON_DISK: Surroundings = { name: 'a folder on the disk', install: 'file', setting: {}, before: '' };

const OLDER: Surroundings = {
  name: 'a folder on the disk, in an older build',
  install: 'file',
  setting: { quirks: { arrays: 'flat', constantsAsText: true, lateEvents: true, missingSheet: 'null' } },
  before: WITHOUT_INTL,
};

const WITHOUT_ARRAYS: Surroundings = {
  name: 'a folder on the disk, in a build without arrays',
  install: 'file',
  setting: { quirks: { arrays: 'none' } },
  before: WITHOUT_INTL,
};

/** From a disk, in builds new and old. */
export const ON_DISKS: readonly Surroundings[] = [ON_DISK, OLDER, WITHOUT_ARRAYS];

export const EVERYWHERE: readonly Surroundings[] = [
  ...ON_DISKS,
  { ...ON_DISK, name: 'a folder on an intranet server', install: 'http' },
];
