import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../support/folder';

interface Done {
  readonly changed: boolean;
  readonly backup: string | null;
}

const { addinsFolder, installOffline, installOnline, uninstall } = jest.requireActual<{
  readonly addinsFolder: (platform: string, env: Readonly<Record<string, string>>, home: string) => string;
  readonly installOffline: (addins: string, built: string) => Done;
  readonly installOnline: (addins: string, url: string) => Done;
  readonly uninstall: (addins: string) => Done;
}>('../../scripts/wps/install');

const OTHERS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<jsplugins>
  <!-- <jsplugin name="kaohe" type="et" url="kaohe_0.0.1"/> -->
  <jspluginonline  name="oa-助手" url="http://10.0.0.1/oa/?a=1&amp;b=2" type="wps" enable="enable_dev" customDomain=''/>
\t<jsplugin name="报表" type="et" url="报表_2.0.0" version="2.0.0" enable="enable_dev" install="null"></jsplugin>
</jsplugins>
`;
const OURS = (version: string) =>
  `<jsplugin name="kaohe" type="et" url="kaohe_${version}" version="${version}" enable="enable_dev" install="null" customDomain=""/>`;

let folder: ReturnType<typeof temporaryFolder>;
let addins: string;

beforeEach(() => {
  folder = temporaryFolder();
  addins = path.join(folder.path, 'jsaddons');
});
afterEach(() => folder.remove());

/** A built folder of this version, with something in it that tells it from others. */
function built(version: string): string {
  const made = path.join(folder.path, 'dist', `kaohe_${version}`);
  fs.mkdirSync(path.join(made, 'icons'), { recursive: true });
  for (const name of ['ribbon.xml', 'index.html']) fs.writeFileSync(path.join(made, name), version);
  return made;
}

const publish = () => path.join(addins, 'publish.xml');
const text = () => fs.readFileSync(publish(), 'utf8');
const names = () => fs.readdirSync(addins).sort();

function withPublish(content: string | Uint8Array): void {
  fs.mkdirSync(addins, { recursive: true });
  fs.writeFileSync(publish(), content);
}

describe('publish.xml', () => {
  it('is made where there is none', () => {
    const done = installOffline(addins, built('1.0.0'));
    expect(done).toMatchObject({ changed: true, backup: null });
    expect(text()).toBe(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<jsplugins>\n  ${OURS('1.0.0')}\n</jsplugins>\n`,
    );
    expect(names()).toEqual(['kaohe_1.0.0', 'publish.xml']);
    expect(fs.readFileSync(path.join(addins, 'kaohe_1.0.0', 'ribbon.xml'), 'utf8')).toBe('1.0.0');
  });

  it.each([
    ['', OTHERS],
    [' with line ends of Windows', OTHERS.replace(/\n/g, '\r\n')],
    [' with a mark at its beginning', `\ufeff${OTHERS}`],
  ])('keeps the others byte for byte%s, with a backup beside it', (_how, others) => {
    withPublish(others);
    const { backup } = installOffline(addins, built('1.0.0'));
    const lineEnd = others.includes('\r\n') ? '\r\n' : '\n';
    expect(text()).toBe(others.replace('</jsplugins>', `  ${OURS('1.0.0')}${lineEnd}</jsplugins>`));
    expect(fs.readFileSync(backup ?? '', 'utf8')).toBe(others);
  });

  it('is left alone by a second installation, and uninstalling brings it back as it was', () => {
    withPublish(OTHERS);
    installOffline(addins, built('1.0.0'));
    const once = text();
    const again = installOffline(addins, built('1.0.0'));
    expect(again).toMatchObject({ changed: false, backup: null });
    expect(text()).toBe(once);
    uninstall(addins);
    expect(text()).toBe(OTHERS);
    expect(names().filter((name) => name.startsWith('kaohe'))).toEqual([]);
  });

  it('gets the new version in the place of older ones of ours, and their folders go', () => {
    const older = OTHERS.replace('<!--', `${OURS('0.9.0')}\n  <!--`).replace(
      '</jsplugins>',
      `${OURS('0.8.0')}</jsplugins>`,
    );
    withPublish(older);
    for (const name of ['kaohe_0.9.0', 'kaohe_0.8.0', '报表_2.0.0', 'kaohe_备份']) {
      fs.mkdirSync(path.join(addins, name));
    }
    installOffline(addins, built('1.0.0'));
    expect(text()).toBe(OTHERS.replace('<!--', `${OURS('1.0.0')}\n  <!--`));
    expect(names().filter((name) => !name.startsWith('publish'))).toEqual([
      'kaohe_1.0.0',
      'kaohe_备份',
      '报表_2.0.0',
    ]);
  });

  it('names a server instead, and each replaces the other', () => {
    withPublish(OTHERS);
    installOffline(addins, built('1.0.0'));
    installOnline(addins, 'http://10.0.0.9/kaohe/');
    expect(text()).toBe(
      OTHERS.replace(
        '</jsplugins>',
        '  <jspluginonline name="kaohe" type="et" url="http://10.0.0.9/kaohe/" debug="" enable="enable_dev" install="null" customDomain=""/>\n</jsplugins>',
      ),
    );
    expect(names()).not.toContain('kaohe_1.0.0');
    expect(() => installOnline(addins, 'http://10.0.0.9/kaohe')).toThrow('以 / 结尾');
    installOffline(addins, built('1.0.0'));
    expect(text()).not.toContain('10.0.0.9');
  });

  it.each([
    ['an element that is not closed', OTHERS.replace('</jsplugins>', '')],
    ['an attribute without quotes', OTHERS.replace('type="wps"', 'type=wps')],
    ['another document', '<html></html>'],
    ['no UTF-8', Uint8Array.from([0xff, 0xfe, 0x3c, 0x00])],
  ])('is left alone where it is broken, and it is said: %s', (_what, content) => {
    withPublish(content);
    const before = fs.readFileSync(publish());
    for (const attempt of [
      () => installOffline(addins, built('1.0.0')),
      () => installOnline(addins, 'http://10.0.0.9/kaohe/'),
      () => uninstall(addins),
    ]) {
      expect(attempt).toThrow(/没有改动/);
    }
    expect(fs.readFileSync(publish()).equals(before)).toBe(true);
    expect(names()).toEqual(['publish.xml']);
  });

  it('is left alone where it is read-only, and it is said', () => {
    withPublish(OTHERS);
    fs.chmodSync(publish(), 0o444);
    expect(() => installOffline(addins, built('1.0.0'))).toThrow(/只读/);
    expect(text()).toBe(OTHERS);
    expect(names()).toEqual(['publish.xml']);
  });

  it('an empty list in one tag takes a node too', () => {
    withPublish('<jsplugins/>');
    installOffline(addins, built('1.0.0'));
    expect(text()).toBe(`<jsplugins>\n  ${OURS('1.0.0')}\n</jsplugins>`);
  });

  it('of a user who has none is not made by uninstalling', () => {
    expect(uninstall(addins)).toMatchObject({ changed: false });
    expect(fs.existsSync(addins)).toBe(false);
  });
});

it('the folder is where WPS has it, on Windows and on Linux', () => {
  expect(addinsFolder('win32', { APPDATA: 'C:\\Users\\张三\\AppData\\Roaming' }, 'C:\\Users\\张三')).toBe(
    'C:\\Users\\张三\\AppData\\Roaming\\kingsoft\\wps\\jsaddons',
  );
  expect(addinsFolder('linux', {}, '/home/zhang')).toBe('/home/zhang/.local/share/Kingsoft/wps/jsaddons');
});

describe('npm run install:wps', () => {
  const script = path.join(__dirname, '..', '..', 'scripts', 'install-wps.js');

  it('says what it did and what is left to do', () => {
    const said = execFileSync(
      process.execPath,
      [script, '--online', 'http://127.0.0.1:3890/kaohe/', '--folder', addins],
      { encoding: 'utf8' },
    );
    expect(said).toContain('已安装：http://127.0.0.1:3890/kaohe/');
    expect(said).toContain('信任');
    expect(text()).toContain('jspluginonline');
  });

  it('ends with 2 and a sentence where it cannot', () => {
    withPublish('<jsplugins>');
    const run = spawnSync(process.execPath, [script, '--uninstall', '--folder', addins], {
      encoding: 'utf8',
    });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('没有改动');
  });
});
