import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';
import { full } from 'acorn-walk';
import { buildAddin } from './addinBrowser';

jest.setTimeout(600_000);

/** Functions and flags that regular expressions may have: Chromium has had them since 64. */
const REGEX_FLAGS = /^[gimsuy]*$/;
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

  it('has a shell in old JavaScript and a pane in ES2017, in one classic script', () => {
    expect(() => parse(read('shell.js'), { ecmaVersion: 5, sourceType: 'script' })).not.toThrow();
    const source = read('taskpane.js');
    expect(() => parseWithoutRegex(source)).not.toThrow();
    // The check can fail.
    expect(() => parseWithoutRegex('const a = { ...b };')).toThrow();
    expect(() => parseWithoutRegex('a?.b')).toThrow();
    expect(() => parseWithoutRegex('try { a(); } catch { b(); }')).toThrow();
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

/** Parses as ES2017. Regular expressions count by their flags only: no program can lower them. */
function parseWithoutRegex(source: string): void {
  const literals: { start: number; end: number }[] = [];
  const program = parse(source, { ecmaVersion: 'latest', sourceType: 'script' });
  full(program, (node) => {
    const { regex } = node as { regex?: { flags: string } };
    if (regex === undefined) return;
    if (!REGEX_FLAGS.test(regex.flags)) throw new Error(`Flags ${regex.flags}`);
    literals.push(node);
  });
  let plain = source;
  for (const { start, end } of literals.sort((a, b) => b.start - a.start)) {
    plain = `${plain.slice(0, start)}/x/${plain.slice(end)}`;
  }
  parse(plain, { ecmaVersion: 2017, sourceType: 'script' });
}
