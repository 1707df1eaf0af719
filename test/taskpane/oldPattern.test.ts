import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import ts from 'typescript';
import { LookingBack, oldPattern } from '../../src/taskpane/oldPattern';
import { OFFICIAL_2023 } from '../../src/rubric/official2023';

const SRC = path.join(__dirname, '..', '..', 'src');
const CORE = ['rubric', 'sheet', 'check', 'plan', 'hosts'];
const LOOKS_BACK = /\(\?<[=!]/;

type Pattern = readonly [source: string, flags: string];

const files = CORE.flatMap((folder) =>
  fs
    .readdirSync(path.join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => path.join(SRC, folder, name)),
);

/** The literals that look back. */
function literals(): Pattern[] {
  const found: Pattern[] = [];
  for (const file of files) {
    const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node) && LOOKS_BACK.test(node.text)) {
        const end = node.text.lastIndexOf('/');
        found.push([node.text.slice(1, end), node.text.slice(end + 1)]);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

/** Those that look back and are put together while the modules load. */
function composed(): Pattern[] {
  const found: Pattern[] = [];
  const native = globalThis.RegExp;
  globalThis.RegExp = new Proxy(native, {
    construct(target, [source, flags = ''], self) {
      if (typeof source === 'string' && LOOKS_BACK.test(source)) found.push([source, String(flags)]);
      return Reflect.construct(target, [source, flags], self) as object;
    },
  });
  try {
    jest.isolateModules(() => {
      for (const file of files) jest.requireActual(file);
    });
  } finally {
    globalThis.RegExp = native;
  }
  return found;
}

/** Everything that the program asks of a pattern. */
function asked(pattern: RegExp, text: string): unknown {
  const all = pattern.global ? [...text.matchAll(pattern)] : [pattern.exec(text)];
  return {
    matches: all.map((match) => match && [match.index, ...match]),
    replaced: text.replace(pattern, '<$&>'),
    tested: pattern.test(text),
    // After a search that moves on, it stands where the next one begins.
    last: pattern.lastIndex,
    parts: text.split(pattern),
  };
}

function compare([source, flags]: Pattern, text: string): void {
  expect([text, asked(new LookingBack(source, flags), text)]).toEqual([
    text,
    asked(new RegExp(source, flags), text),
  ]);
}

const SENTENCES = OFFICIAL_2023.flatMap(({ sections }) =>
  sections.flatMap(({ name, items }) => [name, ...items.map(({ criterion }) => criterion)]),
);
const PATTERNS = [...literals(), ...composed()];

/** Pieces of which the patterns' own words are a large part, so that they match, and nearly match, often. */
function pieces(source: string): fc.Arbitrary<string> {
  const own = Array.from(new Set(source.match(/[\u4e00-\u9fff]+|[0-9]|[^\w\s]/g) ?? []));
  const common = ['分', '扣', '加', '得', '0', '5', '.', ',', '。', ' ', '每', '项', '（', '(', '不', '\n'];
  return fc
    .array(fc.oneof(fc.constantFrom(...own), fc.constantFrom(...common)), { maxLength: 12 })
    .map((parts) => parts.join(''));
}

describe('patterns that look back, in an engine that cannot', () => {
  it('there are some, of both kinds', () => {
    expect(literals().length).toBeGreaterThan(15);
    expect(composed().length).toBeGreaterThan(10);
  });

  it.each(PATTERNS)('matches as the engine itself does: %s', (source, flags) => {
    for (const sentence of SENTENCES) compare([source, flags], sentence);
    fc.assert(
      fc.property(pieces(source), (text) => compare([source, flags], text)),
      { numRuns: 300, seed: 1 },
    );
  });

  it.each<Pattern>([
    ['(?<=^|[a-c])x', 'g'],
    ['(?<=^.{0,2})x', 'g'],
    ['a|(?<!b)c|(?<=d)(e)f', 'g'],
    ['(?:q|(?<!b)c(?:d|e))?f', 'g'],
    ['(?=x)(?<=a{2,3})(?<!ba{2})(x)y*', 'g'],
    ['(?<![)\\](])x', 'gi'],
    ['(?<=a|b)x(?=y)', 'y'],
    ['(?<=[^]{1,3}a)', 'g'],
  ])('is exact in the corners: %s', (source, flags) => {
    const letters = fc.array(fc.constantFrom(...'abcdefxyqXA)]('), { maxLength: 9 });
    fc.assert(
      fc.property(letters, (text) => compare([source, flags], text.join(''))),
      { numRuns: 2000, seed: 2 },
    );
  });

  it.each(['a(?<=a)', '(?:a|(?<=b)c)+', '(?!(?<=a)b)c', '(?<=(a))b', '(?<=(?<!a)b)c', '(?:a|)(?<=a)'])(
    'refuses what cannot be done from outside: %s',
    (source) => {
      expect(() => new LookingBack(source)).toThrow(SyntaxError);
    },
  );

  it('takes the engine’s own patterns where it has them, and its own complaints', () => {
    expect(oldPattern('(?<=a)b')).not.toBeInstanceOf(LookingBack);
    expect(oldPattern('(?<=a)b')).toBe(oldPattern('(?<=a)b'));
    expect(oldPattern('(?<=a)b', 'g')).not.toBe(oldPattern('(?<=a)b', 'g'));
    expect(oldPattern(/a/, 'g').flags).toBe('g');
    expect(() => oldPattern('(')).toThrow(SyntaxError);
  });
});
