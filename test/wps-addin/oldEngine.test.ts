import { AddinBrowser, withChromium } from './addinBrowser';
import { ON_DISKS } from './builds';
import type { Surroundings } from './builds';

jest.setTimeout(240_000);

withChromium('the built add-in in an engine that knows no regular expression newer than ES2017', () => {
  let addin: AddinBrowser;

  beforeAll(async () => {
    addin = new AddinBrowser();
    await addin.start();
  }, 600_000);

  afterAll(() => addin?.close());

  afterEach(async () => {
    expect(await addin.verdict()).toEqual({ foreign: [], complaints: [], unknown: [] });
  });

  /** What a check says, and how many patterns the engine refused meanwhile. */
  const checked = async ({ install, setting, before }: Surroundings) => {
    await addin.open('taskpane.html', install, setting, before);
    await addin.press('校验并合计');
    await addin.page.getByRole('listitem').first().waitFor();
    const said = await addin.page.getByRole('listitem').allInnerTexts();
    const refused = await addin.page.evaluate<unknown>('window.refusedPatterns');
    return { said, refused };
  };

  it('reads every rule as in a new one', async () => {
    const [inNew, inOld] = ON_DISKS;
    if (inNew === undefined || inOld === undefined) throw new Error('A new and an old one are needed');
    const { said, refused } = await checked(inNew);
    expect(refused).toBeUndefined();
    await addin.verdict();
    const old = await checked(inOld);
    expect(said.length).toBeGreaterThan(5);
    expect(old.said).toEqual(said);
    expect(old.refused).toBeGreaterThan(30);
  });
});
