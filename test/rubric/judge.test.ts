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

  it('quotes no more than the condition that stands nearest to the points', () => {
    const quote = (max: number | null, text: string, score: number) => judged(max, text, score).clause;
    expect(quote(null, '特色创新工作在市、省、国家主流媒体发表的，\n分别加2、5、8分', 3)).toBe(
      '特色创新工作在市、省、国家主流媒体发表的，分别加2、5、8分',
    );
    const long = '对照方案逐条落实责任，建立健全各项规章制度并且做到上墙公示、资料齐全、专人管理、定期更新的';
    expect(quote(10, `${long}，未达到上述各项要求并且拒不按期整改的，每次扣3分`, 9)).toBe(
      '未达到上述各项要求并且拒不按期整改的，每次扣3分',
    );
    expect(quote(10, `未做到${long.replace('，', '')}每次扣3分`, 9)).toMatch(/^….{35}每次扣3分$/);
    expect(quote(10, `未落实的每次扣3分，${long}每次加1.5分`, 9.2)).toBe('未落实的每次扣3分');
  });

  it('is silent where the text leaves the score open, and says so where nothing was read', () => {
    expect(judged(5, '全年无事故的得满分。', 3).verdict).toBe('ok');
    expect(judged(5, '无此项任务的不扣分。', 3).verdict).toBe('ok');
    expect(judged(5, '按比例得分。', 3.21).verdict).toBe('ok');
    expect(judged(5, '规章制度健全（5分）', 3).verdict).toBe('ok');
    expect(judged(5, '发生重大事故的一票否决。', 3).verdict).toBe('unread');
    expect(judged(5, '全年无事故。', 3).verdict).toBe('unread');
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
