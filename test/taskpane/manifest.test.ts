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
});
