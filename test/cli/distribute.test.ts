import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { temporaryFolder } from '../support/folder';
import { kaohe, SAMPLES } from './support';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const at = (...parts: string[]) => join(folder.path, ...parts);

describe('kaohe distribute', () => {
  test('makes a workbook for every department and one for the sub-districts, and says so', async () => {
    const { code, out, err } = await kaohe(['distribute', '--all', '-o', at('all')]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('35 份');
    expect(out).toMatch(/1 份没有写单位名称.*--roster/);
    const files = readdirSync(at('all'));
    expect(files).toHaveLength(35);
    expect(files).toEqual(expect.arrayContaining(['附件1.xlsx', '附件2-区教育局.xlsx']));
    const checked = await kaohe(['check', at('all', '附件2-区教育局.xlsx'), '--json']);
    expect(checked.out).toContain('"unit":"区教育局"');
  });

  test('writes nothing over another file, and nothing at all then; the same again is fine', async () => {
    const args = ['distribute', '--unit', '教育局', '新碶街道办事处', '-o', at('two')];
    expect((await kaohe(args)).code).toBe(0);
    expect(readdirSync(at('two')).sort()).toEqual(['附件1-新碶街道.xlsx', '附件2-区教育局.xlsx']);
    const before = readFileSync(at('two', '附件1-新碶街道.xlsx'));
    expect((await kaohe(args)).code).toBe(0);
    writeFileSync(at('two', '附件1-新碶街道.xlsx'), 'mine');
    const { code, err } = await kaohe(['distribute', '--all', '-o', at('two')]);
    expect(code).toBe(0);
    expect(err).toBe('');
    const again = await kaohe(args);
    expect(again.code).toBe(2);
    expect(again.err).toContain('没有覆盖');
    expect(readFileSync(at('two', '附件1-新碶街道.xlsx'), 'utf8')).toBe('mine');
    expect(before.length).toBeGreaterThan(1000);
  });

  test('the roster may be a list pasted into a workbook, on a sheet of any name', async () => {
    const book = utils.book_new();
    const rows = [
      ['2024年考核单位名单'],
      ['序号', '单位名称'],
      [1, '新碶街道'],
      [2, '小港街道'],
      ['共2个单位'],
    ];
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Sheet1');
    writeFileSync(at('名单.xlsx'), write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    const { code, err } = await kaohe([
      'distribute',
      '--all',
      '--roster',
      at('名单.xlsx'),
      '-o',
      at('listed'),
    ]);
    expect([code, err]).toEqual([0, '']);
    const streets = readdirSync(at('listed')).filter((name) => name.startsWith('附件1'));
    expect(streets.sort()).toEqual(['附件1-小港街道.xlsx', '附件1-新碶街道.xlsx'].sort());
    const empty = utils.book_new();
    utils.book_append_sheet(empty, utils.aoa_to_sheet([['2024年考核单位名单']]), 'Sheet1');
    writeFileSync(at('空.xlsx'), write(empty, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    const nobody = await kaohe(['distribute', '--all', '--roster', at('空.xlsx'), '-o', at('none')]);
    expect(nobody.code).toBe(2);
    expect(nobody.err).toContain('里面没有单位');
  });

  test('--zip gives one archive; sub-districts come from the roster; the year is the one asked for', async () => {
    writeFileSync(at('roster.json'), JSON.stringify({ 街道: ['新碶街道', '小港街道'] }));
    const args = [
      'distribute',
      '--all',
      '--roster',
      at('roster.json'),
      '--year',
      '2024',
      '-o',
      at('zip'),
      '--zip',
    ];
    const { code, out } = await kaohe(args);
    expect(code).toBe(0);
    expect(out).not.toContain('没有写单位名称');
    const files = unzipSync(readFileSync(at('zip', '考核评分表-2024.zip')));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['附件1-新碶街道.xlsx', '附件1-小港街道.xlsx']),
    );
    const sheet = new TextDecoder().decode(
      unzipSync(files['附件1-小港街道.xlsx']!)['xl/worksheets/sheet1.xml'],
    );
    expect(sheet).toContain('（2024年度）');
    expect((await kaohe([...args.slice(0, -2), at('my.zip'), '--zip'])).code).toBe(0);
    expect(existsSync(at('my.zip'))).toBe(true);
  });

  test('takes the rubric of a workbook', async () => {
    const rubric = join(SAMPLES, '附件1-新碶街道.xlsx');
    const { code } = await kaohe(['distribute', '--unit', '大碶街道', '--rubric', rubric, '-o', at('own')]);
    expect(code).toBe(0);
    const checked = await kaohe(['check', at('own', '附件1-大碶街道.xlsx'), '--json']);
    const report = JSON.parse(checked.out) as {
      files: { sheets: { unit: string; findings: { code: string }[] }[] }[];
    };
    expect(report.files[0]!.sheets[0]!.unit).toBe('大碶街道');
    expect(new Set(report.files[0]!.sheets[0]!.findings.map(({ code: c }) => c))).toEqual(
      new Set(['score/missing']),
    );
  });

  test.each([
    [['distribute', '-o', 'x'], '--all'],
    [['distribute', '--all', '--unit', '区教育局', '-o', 'x'], '只能用其中一个'],
    [['distribute', '--all'], '-o'],
    [['distribute', '--unit', '某某局', '区教育局', '-o', 'x'], '某某局'],
    [['distribute', '--all', '--year', '20xx', '-o', 'x'], '20xx'],
    [['distribute', '--all', '--rubric', 'missing.xlsx', '-o', 'x'], 'missing.xlsx'],
    [['distribute', '--all', '--roster', 'missing.json', '-o', 'x'], 'missing.json'],
  ])('%j is told in one sentence', async (args, words) => {
    const { code, err } = await kaohe(args);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect((await kaohe([...args, '--lang', 'en'])).code).toBe(2);
    expect(existsSync('x')).toBe(false);
  });
});
