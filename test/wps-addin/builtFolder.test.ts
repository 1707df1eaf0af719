import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';
import { unsetColours } from '../support/namedColours';
import { buildAddin } from './addinBrowser';

jest.setTimeout(600_000);

describe('the folder that WPS is given', () => {
  let built: ReturnType<typeof buildAddin>;
  const read = (name: string) => fs.readFileSync(path.join(built.folder, name), 'utf8');

  beforeAll(() => {
    built = buildAddin();
  });
  afterAll(() => built?.remove());

  it('has everything that its files name, and no Office.js', () => {
    expect(fs.readdirSync(built.folder).sort()).toEqual([
      'icons',
      'index.html',
      'manifest.xml',
      'ribbon.xml',
      'shell.js',
      'taskpane.css',
      'taskpane.html',
      'taskpane.js',
      'taskpane.js.LICENSE.txt',
    ]);
    for (const page of ['index.html', 'taskpane.html']) {
      const html = read(page);
      expect(html).not.toMatch(/office/i);
      expect(html).not.toContain('type="module"');
      for (const [, target = ''] of html.matchAll(/(?:src|href)="([^"]*)"/g)) {
        expect(fs.existsSync(path.join(built.folder, target))).toBe(true);
      }
    }
  });

  it('begins its ribbon as WPS wants it, and each button has its function and its icon', () => {
    const ribbon = fs.readFileSync(path.join(built.folder, 'ribbon.xml'));
    expect(ribbon.subarray(0, 9).toString('latin1')).toBe('<customUI');
    const text = ribbon.toString('utf8');
    const shell = read('shell.js');
    for (const [, name = ''] of text.matchAll(/(?:onLoad|onAction|getImage)="([^"]*)"/g)) {
      expect(shell).toMatch(new RegExp(`^function ${name}\\(`, 'm'));
    }
    const ids = [...text.matchAll(/<button id="([^"]*)"/g)].map(([, id = '']) => id);
    expect(ids).toEqual(['kaoheValidate', 'kaoheClear', 'kaoheSummary', 'kaohePane']);
    for (const id of ids) {
      const icon = new RegExp(`${id}: '([^']*)'`).exec(shell)?.[1] ?? '';
      expect(fs.existsSync(path.join(built.folder, icon))).toBe(true);
    }
    expect(read('manifest.xml')).toMatch(
      /^<JsPlugin>\s*<ApiVersion>[\d.]+<\/ApiVersion>\s*<Name>kaohe<\/Name>/,
    );
  });

  it('has a shell in old JavaScript and a pane in ES2017, its regular expressions too, in classic scripts', () => {
    const parsed = (source: string, ecmaVersion: 5 | 2017) => () =>
      parse(source, { ecmaVersion, sourceType: 'script' });
    expect(parsed(read('shell.js'), 5)).not.toThrow();
    const scripts = fs.readdirSync(built.folder).filter((name) => name.endsWith('.js'));
    for (const script of scripts) expect(parsed(read(script), 2017)).not.toThrow();
    // The check can fail.
    const newer = ['const a = { ...b };', 'a?.b', 'try { a(); } catch { b(); }', '/(?<!a)b/', '/a./s'];
    for (const source of [...newer, '/\\p{L}/u', '/(?<name>a)/']) expect(parsed(source, 2017)).toThrow();
  });

  it('asks for no colour that its themes do not set', () => {
    const source = read('taskpane.js');
    expect(source).toContain('colorPaletteRedBorder2');
    expect(unsetColours(source)).toEqual([]);
  });

  it('asks the network for nothing and does without Intl', () => {
    const source = read('taskpane.js');
    expect(source).not.toMatch(/\bfetch\s*\(/);
    expect(source).not.toContain('XMLHttpRequest');
    expect(source).not.toContain('importScripts');
    expect(source).not.toMatch(/\bIntl\./);
    expect(source).not.toMatch(/\.toLocale(Date|Time)?String\s*\(/);
  });
});
