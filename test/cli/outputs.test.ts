import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planTargets, writeAtomically } from '../../src/cli/outputs';
import { temporaryFolder } from '../support/folder';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const at = (...parts: string[]) => join(folder.path, ...parts);
const input = (path: string, relative = path) => ({ path, relative });

describe('where results go', () => {
  test('exactly one of -o, --out-dir and --in-place must be given', () => {
    expect(() => planTargets([input('a.xlsx')], {})).toThrow('output-needed');
    expect(() => planTargets([input('a.xlsx')], { out: 'b.xlsx', inPlace: true })).toThrow('output-several');
    expect(() => planTargets([input('a.xlsx'), input('b.xlsx')], { out: 'c.xlsx' })).toThrow('one-output');
  });

  test('an output folder keeps names and subfolders; two inputs of one name get two files', async () => {
    const inputs = [
      input('x/表.xlsx', '表.xlsx'),
      input('y/表.XLSX', '表.xlsx'),
      input('z/街道/表.xls', '街道/表.xls'),
    ];
    const targetOf = planTargets(inputs, { outDir: at('出') });
    const targets = [
      await targetOf(inputs[0]!, '.xlsx'),
      await targetOf(inputs[1]!, '.xlsx'),
      await targetOf(inputs[2]!, '.xls'),
    ];
    expect(targets.map(({ path }) => path)).toEqual([
      at('出', '表.xlsx'),
      at('出', '表 (2).xlsx'),
      at('出', '街道', '表.xlsx'),
    ]);
    expect(targets.map(({ renamed }) => renamed)).toEqual([false, true, false]);
  });

  test('an input is never overwritten unless --in-place says so', async () => {
    writeFileSync(at('原.xlsx'), '');
    const one = input(at('原.xlsx'), '原.xlsx');
    await expect(planTargets([one], { out: at('原.xlsx') })(one, '.xlsx')).rejects.toMatchObject({
      code: 'output-is-input',
    });
    await expect(planTargets([one], { outDir: folder.path })(one, '.xlsx')).rejects.toMatchObject({
      code: 'output-is-input',
    });
    const target = await planTargets([one], { inPlace: true })(one, '.xlsx');
    expect(target.inPlace).toBe(true);
  });

  test('the extension must be that of the format written', async () => {
    const one = input('旧.xls', '旧.xls');
    await expect(planTargets([one], { out: at('新.xls') })(one, '.xls')).rejects.toMatchObject({
      code: 'output-format',
    });
    await expect(planTargets([one], { inPlace: true })(one, '.xls')).rejects.toMatchObject({
      code: 'in-place-format',
    });
    await expect(planTargets([one], { out: at('新.xlsx') })(one, '.xls')).resolves.toMatchObject({
      path: at('新.xlsx'),
    });
  });
});

describe('writing', () => {
  test('replaces a file whole, keeps its rights, leaves nothing beside it', async () => {
    const path = at('深', '层', '表.xlsx');
    await writeAtomically(path, new Uint8Array([1, 2, 3]));
    expect([...readFileSync(path)]).toEqual([1, 2, 3]);
    const before = statSync(path).mode;
    await writeAtomically(path, new Uint8Array([4]));
    expect([...readFileSync(path)]).toEqual([4]);
    expect(statSync(path).mode).toBe(before);
    expect(readdirSync(at('深', '层'))).toEqual(['表.xlsx']);
  });

  test('a place that cannot be written is one clear fault and leaves nothing behind', async () => {
    mkdirSync(at('占用.xlsx'));
    await expect(writeAtomically(at('占用.xlsx'), new Uint8Array([1]))).rejects.toMatchObject({
      code: 'write-failed',
    });
    expect(readdirSync(folder.path).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(existsSync(at('占用.xlsx'))).toBe(true);
  });
});
