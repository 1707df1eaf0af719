import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');
const manifest = fs.readFileSync(path.join(root, 'manifest.xml'), 'utf8');
const all = (pattern: RegExp, text = manifest) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/** Width and height in the header of a PNG. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

interface BuildOptions {
  readonly officejs?: 'cdn';
  readonly host?: string;
}

/** Files that the build puts beside the pane's script, by their names there, and how it changes them. */
function copies(options: BuildOptions): Map<string, [source: string, change?: (text: string) => string]> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const [, pane] = require('../../webpack.config') as [
    unknown,
    (options: BuildOptions) => {
      readonly plugins: readonly { readonly files?: ReturnType<typeof copies> }[];
    },
  ];
  return pane(options).plugins.find(({ files }) => files !== undefined)?.files ?? new Map();
}

describe('manifest.xml', () => {
  it('defines every resource it refers to, once, and refers to every one it defines', () => {
    const defined = all(/<bt:(?:Image|Url|String) id="([^"]+)"/g);
    const used = new Set(all(/\bresid="([^"]+)"/g));
    expect(new Set(defined).size).toBe(defined.length);
    expect([...used].sort()).toEqual([...defined].sort());
    expect(Math.max(...defined.map((id) => id.length))).toBeLessThanOrEqual(32);
  });

  it('has an English text for every Chinese one', () => {
    const texts =
      manifest.match(/<(bt:String|DisplayName|Description) [^>]*DefaultValue=[\s\S]*?<\/\1>/g) ?? [];
    expect(texts.length).toBe(all(/<(bt:String|DisplayName|Description) [^>]*DefaultValue/g).length);
    for (const text of texts) expect(text).toMatch(/Locale="en-US" Value="[\x20-\x7e]+"/);
  });

  it('keeps texts within what Office takes', () => {
    const short = /<bt:ShortStrings>([\s\S]*?)<\/bt:ShortStrings>/.exec(manifest)?.[1] ?? '';
    const long = /<bt:LongStrings>([\s\S]*?)<\/bt:LongStrings>/.exec(manifest)?.[1] ?? '';
    const values = (text: string) => all(/Value="([^"]+)"/g, text).map((value) => value.length);
    expect(Math.max(...values(short))).toBeLessThanOrEqual(125);
    expect(Math.max(...values(long))).toBeLessThanOrEqual(250);
  });

  it('names icons that are there, in the sizes it says', () => {
    const images = [...manifest.matchAll(/<bt:Image size="(\d+)" resid="([^"]+)"/g)];
    expect(images.length).toBe(12);
    for (const [, size, id] of images) {
      const url = new RegExp(`<bt:Image id="${id}" DefaultValue="[^"]*/icons/([^"]+)"`).exec(manifest)?.[1];
      const file = fs.readFileSync(path.join(root, 'assets', 'icons', url ?? ''));
      expect(sizeOf(file)).toEqual([Number(size), Number(size)]);
    }
    for (const [tag, size] of [
      ['IconUrl', 32],
      ['HighResolutionIconUrl', 64],
    ] as const) {
      const name = new RegExp(`<${tag} DefaultValue="[^"]*/icons/([^"]+)"`).exec(manifest)?.[1] ?? '';
      expect(sizeOf(fs.readFileSync(path.join(root, 'assets', 'icons', name)))).toEqual([size, size]);
    }
  });

  it('calls functions that the pane gives the ribbon', () => {
    const ribbon = fs.readFileSync(path.join(root, 'src', 'taskpane', 'ribbon.ts'), 'utf8');
    const names = all(/<FunctionName>([^<]+)<\/FunctionName>/g);
    expect(names).toHaveLength(2);
    for (const name of names) expect(ribbon).toContain(`'${name}'`);
  });

  it('loads everything from one https host', () => {
    const hosts = new Set(all(/(https?:\/\/[^/"<]+)/g).filter((url) => !/schemas\.|www\.w3\./.test(url)));
    expect([...hosts]).toEqual(['https://localhost:3000']);
  });

  it('names only files that are in the build', () => {
    const built = new Set([...copies({}).keys(), 'taskpane.js']);
    const named = all(/https:\/\/localhost:3000\/([^"<]+)/g);
    expect(named.length).toBeGreaterThan(10);
    for (const name of named) expect(built).toContain(name);
  });

  it.each([
    ['https://kaohe.example.gov.cn', 'https://kaohe.example.gov.cn'],
    ['https://oa.example.gov.cn:8443/addin/kaohe/', 'https://oa.example.gov.cn:8443'],
  ])('is written for the add-in at %s when it is built for it', (host, domain) => {
    const [, change] = copies({ host }).get('manifest.xml') ?? [];
    const written = change?.(manifest) ?? '';
    expect(written).not.toContain('localhost');
    expect(all(/<AppDomain>([^<]+)/g, written)).toEqual([domain]);
    expect(written).toContain(`<SourceLocation DefaultValue="${host.replace(/\/$/, '')}/taskpane.html"/>`);
    expect(written.length - manifest.length).toBe(
      (host.replace(/\/$/, '').length - 'https://localhost:3000'.length) *
        (manifest.split('https://localhost:3000').length - 2) +
        domain.length -
        'https://localhost:3000'.length,
    );
  });

  it.each([
    'http://kaohe.example.gov.cn',
    'kaohe.example.gov.cn',
    'https://a.example/?x=1',
    'https://u@a.example',
  ])('is not written for %s', (host) => {
    const [, change] = copies({ host }).get('manifest.xml') ?? [];
    expect(() => change?.(manifest)).toThrow(/https 地址/);
  });

  it('comes with a page that takes Office.js from its own host, or from the CDN where that is wanted', () => {
    const page = fs.readFileSync(path.join(root, 'src', 'taskpane', 'taskpane.html'), 'utf8');
    expect(page).toContain('<script src="office-js/office.js"></script>');
    expect(copies({}).has('office-js/office.js')).toBe(true);
    expect(copies({}).get('taskpane.html')?.[1]).toBeUndefined();

    const fromCdn = copies({ officejs: 'cdn' });
    expect([...fromCdn.keys()].filter((name) => name.startsWith('office-js/'))).toEqual([]);
    const html = fromCdn.get('taskpane.html')?.[1]?.(page) ?? '';
    expect(html).toContain(
      '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>',
    );
    expect(html).toContain("script-src 'self' https://appsforoffice.microsoft.com;");
  });

  it('is read by Microsoft\u2019s own tool', () => {
    const cli = path.join(root, 'node_modules', 'office-addin-manifest', 'cli.js');
    const info = execFileSync(process.execPath, [cli, 'info', 'manifest.xml'], {
      cwd: root,
      encoding: 'utf8',
    });
    for (const line of [
      'Name: 考核',
      'Type: TaskPaneApp',
      'Hosts: Workbook',
      'Permissions: ReadWriteDocument',
    ])
      expect(info).toContain(line);
  });

  const schemas = process.env['OFFICE_MANIFEST_XSD'] ?? path.join(root, '..', 'shared', 'manifest-xsd');
  const canValidate =
    fs.existsSync(schemas) && spawnSync('xmllint', ['--version'], { stdio: 'ignore' }).status === 0;
  if (!canValidate) {
    process.stderr.write(
      'Skipped: manifest.xml against its schemas, which OFFICE_MANIFEST_XSD may name (with xmllint)\n',
    );
  }
  (canValidate ? it : it.skip)('is valid by its schemas', () => {
    // The schemas of 2019 do not know the shared runtime.
    const known = manifest.replace(/<Runtimes>[\s\S]*?<\/Runtimes>/, '');
    const schema = path.join(schemas, 'OfficeAppManifestV1_1.xsd');
    const judged = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schema, '-'], {
      input: known,
      encoding: 'utf8',
    });
    expect(judged.stderr.trim()).toBe('- validates');
  });
});
