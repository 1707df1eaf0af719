import { checkSnapshot, checkWhileWanted, checkWorkbook } from '../../src/app/checkWorkbook';
import { inTurns } from '../../src/app/inTurns';
import type { WorkbookHost } from '../../src/hosts/host';
import type { BookSnapshot } from '../../src/sheet/grid';
import type { Steps } from '../../src/sheet/steps';
import { gridFromRows } from '../../src/sheet/gridFromRows';

/** Steps of 5 ms each. */
function* steps(count: number, done: number[]): Steps<string> {
  for (let step = 0; step < count; step++) {
    const until = Date.now() + 5;
    while (Date.now() < until);
    done.push(step);
    yield;
  }
  return 'done';
}

describe('work in turns', () => {
  it('lets others have their turn between slices, and ends with the result', async () => {
    const done: number[] = [];
    let seen = 0;
    setTimeout(() => (seen = done.length), 0);
    await expect(inTurns(steps(20, done))).resolves.toBe('done');
    expect(done).toHaveLength(20);
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThan(20);
  });

  it('is dropped when nobody wants it any more', async () => {
    const done: number[] = [];
    await expect(inTurns(steps(200, done), () => done.length < 10)).resolves.toBeNull();
    expect(done.length).toBeGreaterThanOrEqual(10);
    expect(done.length).toBeLessThan(200);
  });
});

describe('a check in slices', () => {
  const header = ['考核内容', '分值', '评分标准', '自查分', '考核分'];
  const rows = Array.from({ length: 400 }, (_, i) => [
    `工作${i}`,
    6,
    `第${i}项未落实的每次扣1分。`,
    i % 9,
    null,
  ]);
  const snapshot: BookSnapshot = { fileName: null, grids: [gridFromRows('表', [header, ...rows])] };
  const host = { read: () => Promise.resolve(snapshot) } as unknown as WorkbookHost;

  it('says what a check in one go says', async () => {
    expect(await checkWorkbook(host, {})).toEqual(checkSnapshot(snapshot, {}));
    expect(await checkWhileWanted(host, {}, () => true)).toEqual(checkSnapshot(snapshot, {}));
  });

  it('reads nothing when it is not wanted by the time the sheet is there', async () => {
    await expect(checkWhileWanted(host, {}, () => false)).resolves.toBeNull();
  });
});
