import { attainableScores } from '../../src/rubric/attainable';
import { readCriterion } from '../../src/rubric/criterion';
import { judgeScore } from '../../src/rubric/judge';

function judged(max: number | null, text: string, score: number, smallestStep = 0.01) {
  const reading = readCriterion(text);
  const bounds = { max, bonus: max === null };
  return judgeScore(score, reading, attainableScores(reading, bounds, smallestStep), bounds, {
    smallestStep,
  });
}

describe('judging one score', () => {
  it('lets fair scores pass, binary noise and all', () => {
    expect(judged(10, '每次扣0.1分', 0.1 + 0.2).verdict).toBe('ok');
    expect(judged(8, '每次扣1分', 7.999999999).verdict).toBe('ok');
    expect(judged(6, '每次扣1分', 0).verdict).toBe('ok');
  });

  it('names the nearest scores and quotes the clause', () => {
    expect(judged(6, '加强领导，落实措施。未落实的每次扣1分。', 5.3)).toEqual({
      verdict: 'unattainable',
      nearest: [5, 6, 4],
      clause: '未落实的每次扣1分',
    });
    expect(judged(8, '未落实的扣2分', 7).nearest).toEqual([8, 6]);
  });

  it('keeps the hard bounds', () => {
    expect(judged(6, '每次扣1分', 7)).toMatchObject({ verdict: 'above-max', nearest: [6, 5, 4] });
    expect(judged(6, '每次扣1分', -1)).toMatchObject({ verdict: 'below-zero', nearest: [0, 1, 2] });
    expect(judged(6, '加强领导。', 7).verdict).toBe('above-max');
    expect(judged(null, '每篇加2分', -1).verdict).toBe('below-zero');
    expect(judged(10, '每次倒扣2分', -2).verdict).toBe('ok');
  });

  it('calls a score too precise only where judgement is fair', () => {
    expect(judged(6, '未开展的酌情扣分', 5.25).verdict).toBe('ok');
    expect(judged(6, '未开展的酌情扣分', 5.255)).toMatchObject({
      verdict: 'too-precise',
      nearest: [5.26, 5.25, 5.27],
    });
    expect(judged(6, '未开展的酌情扣分', 5.25, 0.5)).toMatchObject({
      verdict: 'too-precise',
      nearest: [5.5, 5, 6],
    });
    expect(judged(6, '每次扣1分', 5.255).verdict).toBe('unattainable');
    expect(judged(10, '酌情扣2-6分', 7.123).verdict).toBe('too-precise');
    expect(judged(10, '酌情扣2-6分', 9).verdict).toBe('unattainable');
  });

  it('has nothing to say where nothing could be read', () => {
    expect(judged(6, '加强领导，落实措施。', 5.3)).toEqual({ verdict: 'unread', nearest: [], clause: '' });
  });

  it('finds neighbours in a bonus without an end', () => {
    expect(judged(null, '分别加2、5、8分', 3)).toMatchObject({ verdict: 'unattainable', nearest: [4, 2, 5] });
    expect(judged(null, '分别加2、5、8分', 1234).verdict).toBe('ok');
    expect(judged(null, '分别加2、5、8分', 1234.5)).toMatchObject({
      verdict: 'unattainable',
      nearest: [1235, 1234, 1236],
    });
    expect(judged(null, '每篇加0.5分，最高加3分', 4)).toMatchObject({
      verdict: 'unattainable',
      nearest: [3, 2.5, 2],
    });
  });
});
