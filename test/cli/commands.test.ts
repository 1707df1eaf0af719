import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/folder';
import { kaohe, SAMPLES } from './support';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const at = (...parts: string[]) => join(folder.path, ...parts);
const sample = (name: string) => join(SAMPLES, name);
const RIGHT = sample('附件1-新碶街道.xlsx');
const WRONG = sample('附件1-小港街道-有错.xlsx');
const OLD = sample('附件1-小港街道-旧格式.xls');

/** The report, as far as these tests look into it. */
interface Report {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly readable: boolean;
    readonly findings: readonly { readonly code: string }[];
    readonly sheets: readonly {
      readonly unit: string | null;
      readonly stage: string;
      readonly totals: { readonly self: { readonly base: number; readonly converted: number } | null };
      readonly findings: readonly {
        readonly code: string;
        readonly cell: string | null;
        readonly message: string;
      }[];
    }[];
  }[];
  readonly counts: { readonly files: number; readonly unreadable: number; readonly errors: number };
}
const reportOf = (text: string) => JSON.parse(text) as Report;

describe('kaohe check', () => {
  test('tells what is wrong cell by cell, what would be right, and the totals, in Chinese', async () => {
    const { code, out } = await kaohe(['check', WRONG]);
    expect(code).toBe(1);
    expect(out).toContain('小港街道');
    expect(out).toMatch(/E5\s.*错误/);
    expect(out).toMatch(/E7\s.*疑问/);
    expect(out).toMatch(/未开展的[^]*每少一次扣2分/);
    expect(out).toMatch(/自评\s.*72\.8\s.*3\s.*75\.8\s.*75\.8/);
    expect(out).toContain('错误 4，疑问 3');
  });

  test('speaks English when asked, and has no colours outside a terminal', async () => {
    const { out } = await kaohe(['check', WRONG, '--lang', 'en']);
    expect(out).toContain('4 errors, 3 warnings');
    expect(out).not.toContain('\u001b[');
  });

  test('a right sheet ends with 0 and nothing but notices', async () => {
    const { code, out } = await kaohe(['check', '--json', RIGHT]);
    expect(code).toBe(0);
    const report = reportOf(out);
    expect(report.version).toBe(1);
    expect(report.files[0]?.sheets[0]).toMatchObject({ unit: '新碶街道', stage: 'review', findings: [] });
    expect(report.files[0]?.sheets[0]?.totals.self).toMatchObject({ base: 96.5, converted: 98.5 });
  });

  test('the same sheet re-saved by LibreOffice gives the same report', async () => {
    const [one, other] = await Promise.all(
      [RIGHT, sample('附件1-新碶街道-LibreOffice另存.xlsx')].map(async (path) =>
        reportOf((await kaohe(['check', '--json', path])).out),
      ),
    );
    expect(other?.files[0]?.sheets).toEqual(one?.files[0]?.sheets);
  });

  test('an .xls gives the findings of the .xlsx it was made from', async () => {
    const [xlsx, xls] = await Promise.all(
      [WRONG, OLD].map(async (path) => reportOf((await kaohe(['check', '--json', path])).out)),
    );
    expect(xls?.files[0]?.sheets[0]?.findings).toEqual(xlsx?.files[0]?.sheets[0]?.findings);
  });

  test('one bad file never stops a batch: it is told and the others are checked', async () => {
    writeFileSync(at('空.xlsx'), '');
    writeFileSync(at('网页.xlsx'), '<html><body>登录</body></html>');
    const { code, out } = await kaohe([
      'check',
      '--json',
      at('空.xlsx'),
      at('网页.xlsx'),
      at('没有.xlsx'),
      RIGHT,
    ]);
    expect(code).toBe(1);
    const { files, counts } = reportOf(out);
    expect(files.map(({ readable }) => readable)).toEqual([false, false, false, true]);
    expect(files.slice(0, 3).map(({ findings }) => findings.map((one) => one.code))).toEqual([
      ['file/unreadable'],
      ['file/unreadable'],
      ['file/unreadable'],
    ]);
    expect(counts).toMatchObject({ files: 4, unreadable: 3 });
  });

  test('nothing readable ends with 2', async () => {
    const { code, out } = await kaohe(['check', at('没有.xlsx')]);
    expect(code).toBe(2);
    expect(out).toContain('没有这个文件');
  });

  test('settings from a file hold, and a setting that does not fit is told', async () => {
    writeFileSync(at('设置.json'), '\uFEFF{"折算满分": 10, "小数位数": 1, "没有这个": 3}');
    const { out } = await kaohe(['check', '--json', '--settings', at('设置.json'), RIGHT]);
    const file = reportOf(out).files[0];
    expect(file?.sheets[0]?.totals.self?.converted).toBe(9.9);
    expect(file?.findings.map(({ code }) => code)).toEqual(['settings/invalid']);
  });

  test('the stage of a settings file holds over the scores that are there, and --stage over both', async () => {
    writeFileSync(at('阶段.json'), '{"评分阶段": "考核"}');
    const stageOf = async (...options: string[]) =>
      reportOf((await kaohe(['check', '--json', ...options, WRONG])).out).files[0]?.sheets[0]?.stage;
    expect(await stageOf()).toBe('self');
    expect(await stageOf('--settings', at('阶段.json'))).toBe('review');
    expect(await stageOf('--settings', at('阶段.json'), '--stage', 'self')).toBe('self');
    expect(await stageOf('--settings', at('阶段.json'), '--stage', 'auto')).toBe('self');
  });

  test('a summary ranks by the stage of the settings file, and by --stage before it', async () => {
    writeFileSync(at('自评.json'), '{"stage": "self"}');
    const rankedBy = async (...options: string[]) => {
      const { out } = await kaohe(['summary', '--json', '-o', at('汇总.xlsx'), ...options, RIGHT]);
      const { summary } = JSON.parse(out) as { summary: { categories: readonly { stage: string }[] } };
      return summary.categories.map(({ stage }) => stage);
    };
    expect(await rankedBy()).toEqual(['review']);
    expect(await rankedBy('--settings', at('自评.json'))).toEqual(['self']);
    expect(await rankedBy('--settings', at('自评.json'), '--stage', 'review')).toEqual(['review']);
  });

  test('--stage wants one of its words', async () => {
    const { code, err } = await kaohe(['check', '--stage', 'final', RIGHT]);
    expect(code).toBe(2);
    expect(err).toContain('self | review | auto');
  });
});

describe('kaohe fill and clear', () => {
  test('fill writes a copy, filling that again changes no byte, clear takes the marks away', async () => {
    const before = readFileSync(WRONG);
    const first = await kaohe(['fill', WRONG, '-o', at('一.xlsx')]);
    expect(first.code).toBe(1);
    expect(first.out).toContain('附件1!E9');
    await kaohe(['fill', at('一.xlsx'), '-o', at('二.xlsx')]);
    expect(readFileSync(at('二.xlsx')).equals(readFileSync(at('一.xlsx')))).toBe(true);
    const cleared = await kaohe(['clear', at('一.xlsx'), '-o', at('三.xlsx')]);
    expect(cleared.code).toBe(0);
    expect(readFileSync(at('三.xlsx')).length).toBeLessThan(readFileSync(at('一.xlsx')).length);
    expect(readFileSync(WRONG).equals(before)).toBe(true);
  });

  test('--in-place replaces the file, and only then', async () => {
    copyFileSync(WRONG, at('原地.xlsx'));
    expect((await kaohe(['fill', at('原地.xlsx'), '-o', at('原地.xlsx')])).code).toBe(2);
    expect(readFileSync(at('原地.xlsx')).equals(readFileSync(WRONG))).toBe(true);
    expect((await kaohe(['fill', '--in-place', at('原地.xlsx')])).code).toBe(1);
    expect(readFileSync(at('原地.xlsx')).equals(readFileSync(WRONG))).toBe(false);
  });

  test('a folder goes into a folder; an .xls becomes an .xlsx and is told; its namesake is kept apart', async () => {
    mkdirSync(at('收', '街道'), { recursive: true });
    copyFileSync(OLD, at('收', '表.xls'));
    copyFileSync(WRONG, at('收', '表.xlsx'));
    copyFileSync(RIGHT, at('收', '街道', '新碶.xlsx'));
    writeFileSync(at('收', '~$表.xlsx'), 'lock');
    const { out } = await kaohe(['fill', at('收'), '--out-dir', at('出')]);
    expect(readdirSync(at('出')).sort()).toEqual(['表 (2).xlsx', '表.xlsx', '街道'].sort());
    expect(existsSync(at('出', '街道', '新碶.xlsx'))).toBe(true);
    expect(out).toContain('.xls 格式不能原样写回');
    const again = await kaohe(['check', '--json', at('出')]);
    expect(reportOf(again.out).counts.unreadable).toBe(0);
  });

  test('other bytes under the name of a workbook are not replaced by what could be read of them', async () => {
    copyFileSync(OLD, at('旧格式.xlsx'));
    const { code, out } = await kaohe(['fill', '--in-place', at('旧格式.xlsx')]);
    expect(code).toBe(2);
    expect(out).toContain('不能原样写回');
    expect(readFileSync(at('旧格式.xlsx')).equals(readFileSync(OLD))).toBe(true);
    expect((await kaohe(['fill', at('旧格式.xlsx'), '-o', at('新格式.xlsx')])).out).toContain(
      '.xls 格式不能原样写回',
    );
  });

  test('a file that could be read but not written is not called unreadable', async () => {
    const { out } = await kaohe(['fill', RIGHT, '-o', at('不对.xls')]);
    expect(out).toContain('共 1 个文件：');
    const { files, counts } = reportOf((await kaohe(['fill', '--json', RIGHT, '-o', at('不对.xls')])).out);
    expect(files[0]?.readable).toBe(true);
    expect(counts.unreadable).toBe(0);
  });

  test('a wrong total that becomes a formula is told with the old figure and the new', async () => {
    const table = [
      '考核内容,分值,评分标准,自评分',
      '组织,10,每次扣1分,9',
      '宣传,10,每次扣1分,8',
      '合计,20,,18',
    ];
    writeFileSync(at('合计.csv'), table.join('\n'));
    const { out } = await kaohe(['fill', at('合计.csv'), '-o', at('合计.xlsx')]);
    expect(out).toContain('有 1 个合计与得分不符，已改成公式：合计!D4 (18 → 17)');
    expect((await kaohe(['fill', at('合计.xlsx'), '-o', at('合计2.xlsx')])).out).not.toContain('已改成公式');
  });

  test('a workbook without a scoring table is told and not written', async () => {
    writeFileSync(at('名单.csv'), '姓名,电话\n张三,1\n');
    const { out } = await kaohe(['fill', at('名单.csv'), '-o', at('名单.xlsx')]);
    expect(out).toContain('没有找到评分表');
    expect(existsSync(at('名单.xlsx'))).toBe(false);
  });
});

describe('kaohe lint', () => {
  test('finds the real slips of the official rubric at their cells and cries wolf nowhere else', async () => {
    const { code, out } = await kaohe([
      'lint',
      '--json',
      sample('附件1-空白.xlsx'),
      sample('附件2-空白.xlsx'),
    ]);
    expect(code).toBe(0);
    const [first, second] = reportOf(out).files;
    expect(first?.sheets[0]?.findings).toEqual([]);
    expect(second?.sheets[0]?.findings.map(({ code: one, cell }) => `${cell} ${one}`)).toEqual([
      'C6 rubric/suspected-typo',
      'A45 rubric/suspected-typo',
      'C58 rubric/suspected-typo',
      'C59 rubric/suspected-typo',
    ]);
  });
});

describe('kaohe explain', () => {
  test('shows clauses, attainable scores and a verdict', async () => {
    const { code, out } = await kaohe([
      'explain',
      '--max',
      '6',
      '未落实的每次扣1分。',
      '--score',
      '5',
      '5.3',
    ]);
    expect(code).toBe(0);
    expect(out).toContain('未落实的每次扣1分');
    expect(out).toContain('5：可得');
    expect(out).toMatch(/5\.3：不符合评分标准.*5 \/ 6/);
  });

  test('takes the criterion also after the scores, and an error verdict ends with 1', async () => {
    const { code, out } = await kaohe([
      'explain',
      '--json',
      '--max',
      '6',
      '--score',
      '7',
      '-1',
      '未落实的每次扣1分。',
    ]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      verdicts: ['error', 'error'],
      attainable: { kind: 'list', scores: [6, 5, 4, 3, 2, 1, 0] },
    });
  });

  test('--stdin answers a line each, in order, and goes on after a line that is no JSON', async () => {
    const lines = [
      '{"max":8,"bonus":false,"criterion":"每次扣1分","scores":[8,7.3]}',
      'nonsense',
      '{"max":null,"bonus":true,"criterion":"分别加2、5、8分","scores":[3,7]}',
      '{"max":5,"criterion":"加强领导","scores":[4]}',
      '{"max":"5","criterion":"每次扣1分"}',
    ];
    const { code, out } = await kaohe(['explain', '--stdin'], `${lines.join('\n')}\n`);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { verdicts?: string[]; error?: string });
    expect(answers.map(({ verdicts, error }) => verdicts ?? error)).toEqual([
      ['ok', 'warning'],
      '第 2 行不是 JSON 对象，已跳过。',
      ['warning', 'ok'],
      ['notice'],
      '第 5 行的 max 写得不对，已跳过。',
    ]);
    expect(code).toBe(2);
  });
});

describe('help and wrong command lines', () => {
  test.each(['check', 'fill', 'clear', 'lint', 'explain'])(
    '%s has help with examples in both languages',
    async (name) => {
      const chinese = await kaohe([name, '--help']);
      expect(chinese).toMatchObject({ code: 0, err: '' });
      expect(chinese.out).toContain('用法：');
      expect(chinese.out).toContain(`kaohe ${name}`);
      expect(chinese.out).toContain('例：');
      const english = await kaohe([name, '--help', '--lang', 'en']);
      expect(english.out).toContain('Examples:');
      expect(english.out).not.toContain('用法');
    },
  );

  test.each([
    [['chekc', 'a.xlsx'], '不认识命令'],
    [['chekc', 'a.xlsx', '--json', '-o', 'b'], '不认识命令 chekc'],
    [['--jsno'], '不认识选项 --jsno'],
    [['explain', '--max', '6', '--score', 'x\u001b[31m', '--', '每次扣1分'], '“x[31m”'],
    [['check', '--jsno', 'a.xlsx'], '--jsno'],
    [['check'], '缺少参数'],
    [['fill', RIGHT], '请说明写到哪里'],
    [['fill', RIGHT, WRONG, '-o', 'x.xlsx'], '--out-dir'],
    [['explain', '每次扣1分'], '--max'],
    [['explain', '--max', 'abc', '每次扣1分'], 'abc'],
    [['check', '--lang', 'fr', RIGHT], 'fr'],
  ])('%j is one clear sentence', async (args, words) => {
    const { code, out, err } = await kaohe(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(words);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('without a command it shows the help and says that nothing was done', async () => {
    const { code, out } = await kaohe([]);
    expect(code).toBe(2);
    expect(out).toContain('命令：');
  });
});
