import { OlderRules } from '../../src/taskpane/olderRules';

const NOTHING = { flexGap: false, focusVisible: false, inlineSides: false };

/** What comes of these rules, one after the other, in an engine that lacks this. */
const lowered = (lacks: Partial<typeof NOTHING>, ...rules: readonly string[]) => {
  const older = new OlderRules({ ...NOTHING, ...lacks });
  return rules.flatMap((rule) => older.of(rule));
};

describe('style rules for an old engine', () => {
  it('leaves alone what the engine knows', () => {
    const rules = ['.a{gap:8px;}', '.b:focus-visible{outline-style:none;}', '.c{padding-inline:4px;}'];
    expect(lowered({}, ...rules)).toEqual(rules);
  });

  it('makes a gap a margin of all boxes but the last, along the row unless a class says otherwise', () => {
    expect(
      lowered({ flexGap: true }, '.a{gap:var(--s);}', '.c{flex-direction:column;}', '.g{display:grid;}'),
    ).toEqual([
      '.a{gap:var(--s);}',
      '.a > *{--gap-down:0;--gap-along:1}',
      '.a.a > *:not(:last-child):not(legend){margin-bottom:calc(var(--s) * var(--gap-down));margin-right:calc(var(--s) * var(--gap-along))}',
      '.c{flex-direction:column;}',
      '.c.c > *{--gap-down:1;--gap-along:0}',
      '.g{display:grid;}',
      '.g.g.g > *{--gap-down:0;--gap-along:0}',
    ]);
  });

  it('puts half a gap around each box of a row that wraps, whichever rule comes first', () => {
    const around = '.w.a.a.a > *{margin:calc(8px / 2)}';
    expect(lowered({ flexGap: true }, '.a{gap:8px;}', '.w{flex-wrap:wrap;}')).toContain(around);
    expect(lowered({ flexGap: true }, '.w{flex-wrap:wrap;}', '.a{gap:8px;}')).toContain(around);
  });

  it('makes nothing of a gap of nothing, of nowrap, or of rules that hold now and then', () => {
    const rules = [
      '.a{gap:0;}',
      '.a{gap:0px;}',
      '.b{flex-wrap:nowrap;}',
      '@media print{.c{gap:8px;}}',
      '.d:hover{gap:8px;}',
    ];
    expect(lowered({ flexGap: true }, ...rules)).toEqual(rules);
  });

  it('takes the mark of Fluent UI for a focus that shows, and takes the engine’s own ring away', () => {
    expect(
      lowered(
        { focusVisible: true },
        '.a:hover:active,.a:active:focus-visible{color:red;}',
        '.a:focus-visible{outline-style:none;}',
      ),
    ).toEqual([
      '.a:hover:active,.a:active[data-fui-focus-visible]{color:red;}',
      '.a:focus{outline-style:none;}',
    ]);
  });

  it('names the sides in a row', () => {
    expect(
      lowered({ inlineSides: true }, '.a{padding-inline:calc(1px + 2px) 3px;}', '.b{margin-inline:0;}'),
    ).toEqual(['.a{padding-left:calc(1px + 2px);padding-right:3px;}', '.b{margin-left:0;margin-right:0;}']);
  });
});
