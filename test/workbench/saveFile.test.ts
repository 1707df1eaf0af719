import fs from 'node:fs';
import { BenchBrowser, cellOf, FAULTY, inChromium, samplePath } from './benchBrowser';

jest.setTimeout(120_000);

/**
 * Stands in for the browser's own window, which no test can answer: it gives a file of the page's private folder, a real one
 * that is written like any other. Runs in the page.
 */
function standInForPicker(): void {
  const asked: unknown[] = [];
  const showSaveFilePicker = async (options: { suggestedName: string }) => {
    asked.push(options);
    const { answer } = window as unknown as { answer?: string };
    if (answer !== undefined) throw new DOMException('told to', answer);
    const folder = await navigator.storage.getDirectory();
    return folder.getFileHandle(options.suggestedName, { create: true });
  };
  Object.assign(window, { asked, showSaveFilePicker });
}

/** Bytes of a file of the private folder. Runs in the page. */
async function savedBytes(name: string): Promise<number[]> {
  const folder = await navigator.storage.getDirectory();
  const file = await (await folder.getFileHandle(name)).getFile();
  return Array.from(new Uint8Array(await file.arrayBuffer()));
}

inChromium('saving where the browser lets a page write files', () => {
  const bench = new BenchBrowser();

  beforeAll(() => bench.start(), 300_000);
  afterAll(() => bench.close());
  beforeEach(async () => {
    await bench.openSample();
    await bench.page.evaluate(standInForPicker);
  });
  afterEach(async () => {
    expect(await bench.endPage()).toEqual({ foreign: [], complaints: [] });
  });

  const save = () => bench.page.keyboard.press('Control+s');
  const asked = () => bench.page.evaluate<readonly unknown[]>('asked');
  const answerWith = (name: string) => bench.page.evaluate(`window.answer = ${JSON.stringify(name)}`);
  const saved = async () => new Uint8Array(await bench.page.evaluate(savedBytes, FAULTY));

  it('asks once where to, under the name of the file, and writes there from then on', async () => {
    await save();
    await bench.page.getByText(`已保存到“${FAULTY}”`).waitFor();
    expect(await saved()).toEqual(new Uint8Array(fs.readFileSync(samplePath(FAULTY))));
    await bench.type('E5', '8');
    await save();
    await bench.page.waitForFunction((title) => document.title === title, `${FAULTY} - 考核`);
    expect((await cellOf(await saved(), '附件1', 4, 4))?.value).toBe(8);
    expect(await asked()).toEqual([
      expect.objectContaining({
        suggestedName: FAULTY,
        types: [
          { accept: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'] } },
        ],
      }),
    ]);
  });

  it('says nothing and keeps the changes as unsaved when the person thinks better of it', async () => {
    await bench.type('E5', '8');
    await answerWith('AbortError');
    await save();
    await bench.page.waitForFunction(() => (window as unknown as { asked: unknown[] }).asked.length === 1);
    expect(await bench.page.title()).toBe(`• ${FAULTY} - 考核`);
    expect(await bench.page.getByText(/已保存到|没有存成/).count()).toBe(0);
  });

  it('says why the file could not be written, and the changes stay', async () => {
    await bench.type('E5', '8');
    await answerWith('NotAllowedError');
    await save();
    await bench.page.getByText(/没有存成.*改动还在/).waitFor();
    expect(await bench.page.title()).toBe(`• ${FAULTY} - 考核`);
  });

  it('puts the file into the download folder where the page may not ask, as in a frame', async () => {
    await answerWith('SecurityError');
    const { name, bytes } = await bench.save();
    expect(name).toBe(FAULTY);
    expect(bytes).toEqual(new Uint8Array(fs.readFileSync(samplePath(FAULTY))));
    await bench.page.getByText('已存为').waitFor();
  });
});
