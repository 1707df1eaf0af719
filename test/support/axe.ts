import fs from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong in the page as it stands once its colours have stopped changing: half way
 * through a transition a button shows a colour that nobody chose.
 *
 * @param exclude selectors of parts that are not looked at
 */
export async function violations(page: Page, exclude: readonly string[] = []): Promise<string[]> {
  await page.evaluate(standsStill);
  await page.evaluate(AXE);
  return page.evaluate<string[]>(
    `axe.run({ exclude: ${JSON.stringify(exclude)} }).then((result) => result.violations.map((one) => one.id + ": " + one.nodes.map((node) => node.html).join(" | ")))`,
  );
}

/** Runs in the page: resolves when two frames passed without a transition that ends; a spinner turns for ever. */
async function standsStill(): Promise<void> {
  const ending = () =>
    document
      .getAnimations()
      .filter(
        ({ effect, playState }) =>
          playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
      );
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  do {
    await Promise.all(ending().map(({ finished }) => finished.catch(() => undefined)));
    await frame();
    await frame();
  } while (ending().length > 0);
}
