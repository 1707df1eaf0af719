import fc from 'fast-check';
import { attainableScores } from '../../src/rubric/attainable';
import type { Attainable } from '../../src/rubric/clause';
import { readCriterion } from '../../src/rubric/criterion';
import { isAttainable, judgeScore, nearestScores } from '../../src/rubric/judge';
import { normalise } from '../../src/rubric/normalise';

const WORDS = [
  '每', '次', '项', '扣', '加', '得', '不', '未', '落实', '的', '1', '2.5', '0', '10', '95%', '分', '、', '，', '；', '。', '-', '至', '最高', '最多',
  '酌情', '扣完为止', '不得分', '得满分', '减半', '分别', '一', '两', '半', '十', '个百分点', '（', '）', '\n', ' ', '按比例', '第一名', '以上', '倒扣',
  '每低于', '超过', '基本分', '封顶', '/', '×', '＝', '８', '价', '为', '无此项任务', '就高', '本项', '累计', '不超过', '降', '%', '篇',
]; // prettier-ignore
const sentence = fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(''));
const anyText = fc.oneof(sentence, fc.string({ unit: 'binary', maxLength: 200 }));
const max = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 2000 }).map((tenths) => tenths / 10),
);

function extremes(attainable: Attainable): number[] {
  if (attainable.kind === 'any') return [];
  const parts = attainable.kind === 'union' ? attainable.parts : [attainable];
  return parts.flatMap((part) => (part.kind === 'list' ? part.scores : [part.from, part.to ?? part.from]));
}

describe('laws of reading', () => {
  it('never throws, keeps its spans inside the text and its scores inside the bounds', () => {
    fc.assert(
      fc.property(anyText, max, fc.boolean(), (text, most, bonus) => {
        const reading = readCriterion(text);
        for (const { start, end } of [...reading.clauses, ...reading.typos]) {
          expect(start >= 0 && start < end && end <= text.length).toBe(true);
        }
        const attainable = attainableScores(reading, { max: most, bonus });
        for (const score of extremes(attainable)) {
          expect(Number.isFinite(score)).toBe(true);
          if (most !== null) expect(score).toBeLessThanOrEqual(most);
        }
        if (attainable.kind === 'list') {
          expect([...attainable.scores].sort((a, b) => b - a)).toEqual(attainable.scores);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a nearest score is attainable, and an attainable score is judged fair', () => {
    fc.assert(
      fc.property(
        sentence,
        max,
        fc.boolean(),
        fc.integer({ min: -200, max: 2200 }),
        (text, most, bonus, tenths) => {
          const reading = readCriterion(text);
          const bounds = { max: most, bonus };
          const attainable = attainableScores(reading, bounds);
          if (attainable.kind === 'any') return;
          for (const near of nearestScores(tenths / 10, attainable, bounds)) {
            expect([near, isAttainable(near, attainable)]).toEqual([near, true]);
            expect(judgeScore(near, reading, attainable, bounds).verdict).toBe('ok');
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('full marks are fair wherever points are only taken off', () => {
    const points = fc.integer({ min: 1, max: 120 }).map((tenths) => tenths / 10);
    const deduction = fc
      .tuple(fc.constantFrom('每次', '每少一项', '未开展的', '每低2%', '发现一起'), points)
      .map(([head, number]) => `${head}扣${number}分`);
    fc.assert(
      fc.property(fc.array(deduction, { minLength: 1, maxLength: 5 }), points, (clauses, most) => {
        const attainable = attainableScores(readCriterion(clauses.join('，')), { max: most, bonus: false });
        expect(isAttainable(most, attainable)).toBe(true);
      }),
    );
  });

  it('reading the same in full-width digits, with spaces or line breaks inside', () => {
    const wide = (text: string) =>
      text.replace(/[0-9.%,;()]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    for (const text of ['每次扣1.5分,最多扣4分', '每低2%扣0.5分;最高得10分', '扣1-3分(酌情)']) {
      const bounds = { max: 10, bonus: false };
      const plain = attainableScores(readCriterion(text), bounds);
      expect(attainableScores(readCriterion(wide(text)), bounds)).toEqual(plain);
      expect(attainableScores(readCriterion([...text].join(' ')), bounds)).toEqual(plain);
      expect(attainableScores(readCriterion([...text].join('\n')), bounds)).toEqual(plain);
    }
  });

  it('maps every character of the plain spelling back into the original', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const normal = normalise(text);
        for (let index = 0; index < normal.text.length; index += 1) {
          const { start, end } = normal.spanOf(index, index + 1);
          expect(start >= 0 && start < end && end <= text.length).toBe(true);
        }
      }),
    );
  });
});

describe('cost', () => {
  const HOSTILE = [
    '每次扣1分，', '每', '按', '扣', '1、', '1-', '一二三', '（(', '1分', '2分、', '根据情况', '得分=', '无此项工作', '每低于上一年度的一个百分点',
    '0.', '1,000', '价2分', '百分之', '每次扣1分最多扣3分', '加2、3分', '最高得', '扣完', '总分', '\n1', '国家级5、', "扣1'", '加5(3、2)', '60×', '每次-1，', '发现一案不结', '未戴2分/次', '得60%，', '1分半', '加1分按50%加分，', '1', '未无不', '‘', '责任单位', '直接责任科室，', '得分=1-数×1', '数×1-', '1≤得分≤', '按1、', '不超过该项分值的', '每项分值1分', '1次×1分', '打八折', '(1分)1分', '1分(', '以上2项最多加1分，', '最多加3次', '每次加1分，最多加3次', '得分=满分-扣分', '最低-1分', '得8成',
  ]; // prettier-ignore

  it.each(HOSTILE)('100,000 characters of %p are read in time', (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    const started = Date.now();
    const reading = readCriterion(text);
    attainableScores(reading, { max: 10, bonus: false });
    // Measured at 10–200 ms; a quadratic reader would take minutes.
    expect(Date.now() - started).toBeLessThan(20_000);
  });

  it.each([
    [1_000_000, '每次扣3分'],
    [1_000_000, '每次酌情扣1-2分，得3分，最多扣7分'],
    [
      10_000,
      Array.from({ length: 200 }, (_, index) => `每次扣${(index % 7) + 0.5}分最多扣${index + 3}分；`).join(
        '',
      ),
    ],
    [199.99, Array.from({ length: 100 }, (_, index) => `得${index + 0.13}分；`).join('')],
    [
      null,
      Array.from({ length: 200 }, (_, index) => `每次加${index + 0.01}分，最高加${index * 3 + 5}分；`).join(
        '',
      ),
    ],
    [null, '每篇加0.000001分'],
  ])('a maximum of %p is worked out in time', (most, text) => {
    const started = Date.now();
    const attainable = attainableScores(readCriterion(text), { max: most, bonus: most === null });
    expect(attainable.kind).not.toBe('any');
    expect(Date.now() - started).toBeLessThan(20_000);
  });

  it('keeps a million points exact where one deduction repeats', () => {
    const attainable = attainableScores(readCriterion('每次扣3分'), { max: 1_000_000, bonus: false });
    expect(isAttainable(999_997, attainable)).toBe(true);
    expect(isAttainable(999_998, attainable)).toBe(false);
  });
});
