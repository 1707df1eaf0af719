import { createDOMRenderer } from '@fluentui/react-components';
import type { GriffelRenderer } from '@fluentui/react-components';
import { OlderRules } from './olderRules';
import type { Lacks } from './olderRules';

/*
 * Style rules for engines from Chromium 80 on, brought down as they are put into the page: what Fluent UI and our own
 * components ask for is written once, for today's.
 */

type Rules = Parameters<GriffelRenderer['insertCSSRules']>[0];
/** A rule, or a rule with what orders it. */
type Entry = NonNullable<Rules['d']>[number];

/** Null where this page's engine lacks nothing of it: the rules stay as they are. */
export function oldStyles(page: Document): GriffelRenderer | null {
  const lacks: Lacks = {
    flexGap: !hasFlexGap(page),
    focusVisible: !CSS.supports('selector(:focus-visible)'),
    inlineSides: !CSS.supports('padding-inline', '1px'),
  };
  if (!lacks.flexGap && !lacks.focusVisible && !lacks.inlineSides) return null;
  const renderer = createDOMRenderer(page);
  const older = new OlderRules(lacks);
  const lowered = (entry: Entry): Entry[] =>
    typeof entry === 'string' ? older.of(entry) : older.of(entry[0]).map((rule): Entry => [rule, entry[1]]);
  return {
    ...renderer,
    insertCSSRules: (rules) => {
      const buckets = Object.entries(rules).map(([name, entries]) => [name, entries.flatMap(lowered)]);
      renderer.insertCSSRules(Object.fromEntries(buckets) as Rules);
    },
  };
}

/** No engine tells of gaps by name: those of grids it has had longer. */
function hasFlexGap(page: Document): boolean {
  const box = page.createElement('div');
  box.style.setProperty('display', 'flex');
  box.style.setProperty('flex-direction', 'column');
  box.style.setProperty('row-gap', '1px');
  box.append(page.createElement('div'), page.createElement('div'));
  page.body.append(box);
  const height = box.scrollHeight;
  box.remove();
  return height === 1;
}
