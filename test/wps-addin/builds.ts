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

/**
 * As the oldest builds: no Intl, no regular expression that ES2017 does not have, and of styles what Chromium 80 knows: a
 * rule with a selector that it does not know is refused, a property is passed over.
 */
const OLD_ENGINE = `
  window.insertedRules = [];
  const { supports } = CSS;
  CSS.supports = (...asked) => !/focus-visible|-inline/.test(asked.join()) && supports.apply(CSS, asked);
  const { insertRule } = CSSStyleSheet.prototype;
  CSSStyleSheet.prototype.insertRule = function (rule, at) {
    window.insertedRules.push(rule);
    if (rule.includes(':focus-visible')) throw new SyntaxError('Failed to parse the rule');
    return insertRule.call(this, rule.replace(/([{;\\s])(?:gap|(?:padding|margin)-inline):[^;}]+/g, '$1'), at);
  };
  const { setProperty } = CSSStyleDeclaration.prototype;
  CSSStyleDeclaration.prototype.setProperty = function (name, ...value) {
    if (name !== 'row-gap') setProperty.call(this, name, ...value);
  };
  window.refusedPatterns = 0;
  const checked = (parts) => {
    const [source, flags = ''] = parts;
    if (typeof source === 'string' && (/\\(\\?<|\\\\p\\{/.test(source) || /[dsv]/.test(flags))) {
      window.refusedPatterns++;
      throw new SyntaxError('Invalid regular expression: ' + source);
    }
    return parts;
  };
  window.RegExp = new Proxy(RegExp, {
    apply: (target, self, parts) => Reflect.apply(target, self, checked(parts)),
    construct: (target, parts, made) => Reflect.construct(target, checked(parts), made),
  });
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
  before: OLD_ENGINE,
};

const WITHOUT_ARRAYS: Surroundings = {
  name: 'a folder on the disk, in a build without arrays',
  install: 'file',
  setting: { quirks: { arrays: 'none' } },
  before: OLD_ENGINE,
};

/** From a disk, in builds new and old. */
export const ON_DISKS: readonly Surroundings[] = [ON_DISK, OLDER, WITHOUT_ARRAYS];

export const EVERYWHERE: readonly Surroundings[] = [
  ...ON_DISKS,
  { ...ON_DISK, name: 'a folder on an intranet server', install: 'http' },
];
