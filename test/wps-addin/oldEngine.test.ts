import { describeAddin } from './addinBrowser';
import { ON_DISKS } from './builds';
import type { Surroundings } from './builds';

jest.setTimeout(240_000);

const TABS = ['校验', '下发', '汇总', '设置', '自检'];

/** CSS newer than Chromium 80 without which something looks or lies otherwise; gaps are looked at where they lie. */
const NEWER_CSS =
  /:focus-visible|:is\(|:where\(|:has\(|:not\([^)]*,|@layer|@container|@property|aspect-ratio|[{;]\s*inset(?:-inline|-block)?\s*:|(?:padding|margin)-(?:inline|block)\s*:|color-mix\(|oklch\(|\b[sdl]v[hw]\b|[{;\s]overflow:\s*clip/;

/** Boxes in a row or a column, by their place in the page: what lies between each and the next that is seen. */
interface Neighbours {
  readonly place: string;
  readonly gap: number;
  readonly wraps: boolean;
  readonly distances: readonly number[];
}

/** Runs in the page. */
function neighbours(): Neighbours[] {
  const placeOf = (element: Element): string => {
    const parent = element.parentElement;
    return parent === null ? '' : `${placeOf(parent)}/${Array.from(parent.children).indexOf(element)}`;
  };
  return Array.from(document.querySelectorAll('#pane *')).flatMap((box) => {
    const style = getComputedStyle(box);
    if (!/flex/.test(style.display)) return [];
    // Words without an element of their own are boxes too.
    const rects = Array.from(box.childNodes, (child) => {
      const range = document.createRange();
      range.selectNode(child);
      return child instanceof Element ? child.getBoundingClientRect() : range.getBoundingClientRect();
    }).filter(({ width, height }) => width > 0 && height > 0);
    const distances = rects.slice(1).flatMap((rect, index) => {
      const last = rects[index];
      return last === undefined ? [] : [Math.max(rect.left - last.right, rect.top - last.bottom)];
    });
    const gap = Number.parseFloat(style.rowGap) || 0;
    return [{ place: placeOf(box), gap, wraps: style.flexWrap === 'wrap', distances }];
  });
}

describeAddin('the built add-in in an engine that knows ES2017 and the styles of Chromium 80', (addin) => {
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

  it('lays every view out with the same distances', async () => {
    const [inNew, inOld] = ON_DISKS;
    if (inNew === undefined || inOld === undefined) throw new Error('A new and an old one are needed');
    const views = async () => {
      const seen: Neighbours[][] = [];
      for (const name of TABS) {
        await addin.page.getByRole('tab', { name }).click();
        await addin.page.getByRole('tabpanel', { name }).getByRole('button').first().waitFor();
        await addin.idle();
        seen.push(await addin.page.evaluate(neighbours));
      }
      return seen;
    };
    await checked(inNew);
    const wanted = await views();
    await addin.verdict();
    await checked(inOld);
    const given = await views();

    const rules = await addin.page.evaluate<readonly string[]>('window.insertedRules');
    expect(rules.length).toBeGreaterThan(300);
    expect(rules.filter((rule) => NEWER_CSS.test(rule))).toEqual([]);

    const withGap = wanted.flat().filter(({ gap, distances }) => gap > 0 && distances.length > 0);
    expect(withGap.length).toBeGreaterThan(30);
    const differences = wanted.flatMap((boxes, view) => {
      const old = new Map(given[view]?.map((one) => [one.place, one]));
      return boxes.flatMap(({ place, gap, wraps, distances }) => {
        if (gap === 0 || distances.length === 0) return [];
        const inOldOne = old.get(place)?.distances ?? [];
        // Where rows wrap they may wrap elsewhere, but nothing comes closer.
        const isSame =
          inOldOne.length === distances.length &&
          distances.every(
            (distance, index) => Math.abs((wraps ? gap : distance) - (inOldOne[index] ?? 0)) < 1,
          );
        return isSame ? [] : [{ view: TABS[view], place, gap, wraps, distances, inOldOne }];
      });
    });
    expect(differences).toEqual([]);
  });
});
