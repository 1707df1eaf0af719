import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openFileHost } from '../../src/hosts/file/fileHost';
import { openZip } from '../../src/hosts/file/zip';
import { cellAddress } from '../../src/sheet/address';
import type { CellValue, Grid } from '../../src/sheet/grid';
import { ROSTER_2023 } from '../../src/rubric/roster2023';
import { kaohe } from '../cli/support';
import { temporaryFolder } from '../support/folder';
import { layout } from '../support/grid';
import { allThroughLibreOffice, withLibreOffice } from '../support/libreOffice';
import { blankAsText, formulaValues, withoutCachedValues } from '../support/recalculated';
import {
  bookBytes,
  encryptedBytes,
  filledSheet,
  itemsOf,
  oldFormatBytes,
  randomSource,
  rosterJson,
  STREETS,
} from '../support/round';
import type { Filled, FillOptions } from '../support/round';

const MISSING = '区审计局';
const ENCRYPTED = '区统计局';
const OTHER_WEIGHT = '区财政局';
const YEAR = ['年度', 2023] as const;
const HALF = [YEAR, ['折算满分', 10], ['折算基数', 100], ['小数位数', 3]] as const;

/** What was done to the sheet of a unit on purpose. */
const PLANTED: Readonly<Record<string, Omit<FillOptions, 'pick'>>> = {
  大碶街道: { enter: (section, index) => (section.name === '基础工作' && index === 0 ? 99 : undefined) },
  区教育局: { enter: (section, index) => (section.name === '基础工作' && index === 0 ? '无分' : undefined) },
  区民政局: {
    change: (section, item, index) =>
      section.name === '基础工作' && index === 1
        ? { ...item, criterion: `${item.criterion}另有要求的从其规定。` }
        : item,
  },
  区司法局: {
    change: (section, item, index) =>
      section.name === '基础工作' && index === 0 && item.max !== null ? { ...item, max: item.max + 1 } : item,
  },
  区妇联: { change: (section, item, index) => (section.name === '基础工作' && index === 2 ? null : item) },
  霞浦街道: { title: '2019年街道流动人口服务管理目标责任制考核评分细则' },
};

interface Round {
  readonly folder: string;
  readonly out: string;
  readonly roster: string;
  readonly filled: ReadonlyMap<string, Filled>;
}

/** Hands in a round: everybody but one, one twice, one with a password, one in the old format, and all that was planted. */
function handIn(folder: string): Round {
  const pick = randomSource(20231126);
  const filled = new Map<string, Filled>();
  const write = (name: string, bytes: Uint8Array | string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  };
  for (const unit of [...STREETS, ...ROSTER_2023.units.map(({ name }) => name)]) {
    if (unit === MISSING) continue;
    if (unit === ENCRYPTED) {
      write(`回收/${unit}.xlsx`, encryptedBytes());
      continue;
    }
    if (unit === '小港街道') write('回收/附件1-小港街道.xls', oldFormatBytes());
    const one = filledSheet(unit, { pick, ...PLANTED[unit] });
    filled.set(unit, one);
    write(`回收/${unit}.xlsx`, bookBytes([one.grid], settingsOf(unit)));
  }
  const stranger = filledSheet('新契街道', { pick });
  write(
    '回收/新契街道.xlsx',
    bookBytes([filledSheet('新碶街道', { pick }).grid].map((grid) => renamed(grid, stranger.unit))),
  );
  write('名册.json', rosterJson());
  return {
    folder: join(folder, '回收'),
    out: join(folder, '汇总.xlsx'),
    roster: join(folder, '名册.json'),
    filled,
  };
}

function settingsOf(unit: string) {
  if (unit === OTHER_WEIGHT) return HALF;
  return unit === '霞浦街道' ? [] : [YEAR];
}

function renamed(grid: Grid, unit: string): Grid {
  const rows = grid.rows.map((row) =>
    row.index === 1 ? { ...row, cells: [{ column: 0, value: `填报单位：${unit}`, formula: null }] } : row,
  );
  return { ...grid, rows };
}

async function gridsOf(path: string): Promise<readonly Grid[]> {
  const opened = await openFileHost(readFileSync(path), path);
  if (!opened.ok) throw new Error(JSON.stringify(opened.finding));
  return (await opened.host.read()).grids;
}

function shown(value: CellValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
}

/** Rows of a sheet below its head, by the words of the head. */
function recordsOf(grids: readonly Grid[], sheet: string): Record<string, CellValue>[] {
  const grid = grids.find(({ name }) => name === sheet);
  const head = grid?.rows.find(({ cells }) => cells[0]?.value === '序号');
  if (grid === undefined || head === undefined) throw new Error(`No table on ${sheet}`);
  const names = new Map(head.cells.map(({ column, value }) => [column, shown(value)]));
  return grid.rows
    .filter(({ index, cells }) => index > head.index && typeof cells[0]?.value === 'number')
    .map(({ cells }) =>
      Object.fromEntries(cells.map(({ column, value }) => [names.get(column) ?? '', value])),
    );
}

/** The round's totals, from what was entered, in hundredths: nothing of the program is used. */
function expected(
  filled: ReadonlyMap<string, Filled>,
): Map<string, { base: number; bonus: number; converted: number }> {
  return new Map(
    [...filled].map(([unit, { sums }]) => {
      const { base, bonus } = sums.review;
      const total = (base + bonus) / 100;
      const converted = unit === OTHER_WEIGHT ? Math.round((total / 100) * 10 * 1000) / 1000 : total;
      return [unit, { base: base / 100, bonus: bonus / 100, converted }];
    }),
  );
}

describe('a round handed in', () => {
  const temporary = temporaryFolder();
  let round: Round;
  let grids: readonly Grid[];
  let report: {
    files: { path: string; findings: Found[]; sheets: { name: string; findings: Found[] }[] }[];
    findings: Found[];
    counts: { files: number; unreadable: number };
  };
  interface Found {
    readonly code: string;
    readonly cell: string | null;
    readonly sheet: string | null;
    readonly message: string;
  }

  beforeAll(async () => {
    round = handIn(temporary.path);
    const args = ['summary', round.folder, '-o', round.out, '--roster', round.roster, '--date', '2026-01-15'];
    expect((await kaohe(args)).code).toBe(1);
    grids = await gridsOf(round.out);
    report = JSON.parse((await kaohe([...args, '--json'])).out);
  });
  afterAll(() => temporary.remove());

  it('has every total right', () => {
    const rows = recordsOf(grids, '考核汇总');
    const wanted = expected(round.filled);
    const seen = rows.filter((row) => row['来源文件'] === `${shown(row['考核单位'])}.xlsx`);
    expect(seen).toHaveLength(wanted.size + 1);
    for (const row of seen) {
      const own = wanted.get(shown(row['考核单位']));
      if (own === undefined) continue;
      const total = Math.round((own.base + own.bonus) * 100) / 100;
      expect(row).toMatchObject({
        考核基本分: own.base,
        考核加分: own.bonus,
        考核总分: total,
        折合得分: own.converted,
      });
    }
  });

  it('ranks each category by itself, ties sharing a rank, and no unit that reported twice', () => {
    const wanted = expected(round.filled);
    for (const category of ['街道', '责任单位']) {
      const rows = recordsOf(grids, '考核汇总').filter((row) => row['类别'] === category);
      const ranked = rows.filter((row) => typeof row['排名'] === 'number');
      const scores = ranked.map(
        (row) => wanted.get(shown(row['考核单位']))?.converted ?? Number(row['折合得分']),
      );
      ranked.forEach((row, index) => {
        const better = scores.filter((score) => score > scores[index]!).length;
        expect([row['考核单位'], row['排名']]).toEqual([row['考核单位'], better + 1]);
      });
      const others = rows.filter((row) => typeof row['排名'] !== 'number');
      expect(others.map((row) => [row['考核单位'], row['排名']])).toEqual(
        category === '街道'
          ? [
              ['小港街道', '重复待核'],
              ['小港街道', '重复待核'],
            ]
          : [],
      );
    }
  });

  it('lists who has not reported, and a file that could not be read beside its unit', () => {
    const rows = recordsOf(grids, '未报送');
    expect(rows.map((row) => [row['考核单位'], row['类别'], row['说明']])).toEqual(
      [
        [ENCRYPTED, '责任单位', `收到“${ENCRYPTED}.xlsx”，但读不出评分表`],
        [MISSING, '责任单位', '没有收到'],
      ].sort((a, b) => order(a[0]!) - order(b[0]!)),
    );
    expect(report.findings.filter(({ code }) => code === 'summary/unit-missing')).toHaveLength(2);
    expect(report.counts).toMatchObject({ files: round.filled.size + 3, unreadable: 1 });
  });

  const order = (unit: string) => ROSTER_2023.units.findIndex(({ name }) => name === unit);

  const cellOf = (unit: string, text: string | number): string => {
    const grid = round.filled.get(unit)!.grid;
    for (const row of grid.rows)
      for (const cell of row.cells)
        if (cell.value === text) return cellAddress({ row: row.index, column: cell.column });
    throw new Error(`${text} does not stand on the sheet of ${unit}`);
  };

  it.each([
    ['大碶街道.xlsx', 'score/above-max', () => cellOf('大碶街道', 99)],
    ['区教育局.xlsx', 'score/not-a-number', () => cellOf('区教育局', '无分')],
    [
      '区民政局.xlsx',
      'summary/rubric-differs',
      () => cellOf('区民政局', `${itemsOf('department', '基础工作')[1]!.criterion}另有要求的从其规定。`),
    ],
    ['区司法局.xlsx', 'summary/rubric-differs', () => 'D4'],
    ['区妇联.xlsx', 'summary/rubric-differs', () => 'A4'],
    ['霞浦街道.xlsx', 'summary/year-differs', () => null],
    ['新契街道.xlsx', 'summary/unit-unknown', () => null],
    [`${OTHER_WEIGHT}.xlsx`, 'summary/conversion-differs', () => null],
    ['小港街道.xlsx', 'summary/unit-duplicate', () => null],
    ['附件1-小港街道.xls', 'summary/unit-duplicate', () => null],
    [`${ENCRYPTED}.xlsx`, 'file/encrypted', () => null],
  ])('names what is wrong in %s: %s', (name, code, cell) => {
    const file = report.files.find(({ path }) => path === join(round.folder, name));
    const found = [...(file?.findings ?? []), ...(file?.sheets ?? []).flatMap((sheet) => sheet.findings)];
    const own = found.filter((one) => one.code === code);
    expect(own).not.toEqual([]);
    const wanted = cell();
    if (wanted !== null) expect(own.map((one) => one.cell)).toContain(wanted);
    const listed = recordsOf(grids, '问题清单').filter((row) => row['文件'] === name);
    const place = wanted === null ? listed : listed.filter((row) => row['单元格'] === wanted);
    expect(place).not.toEqual([]);
  });

  it('says nothing of files in which nothing was planted', () => {
    const planted = new Set([...Object.keys(PLANTED), OTHER_WEIGHT, ENCRYPTED, '小港街道', '新契街道']);
    const problems = recordsOf(grids, '问题清单').filter(
      (row) => row['文件'] !== undefined && !planted.has(shown(row['文件']).replace(/^附件1-|\.xlsx?$/g, '')),
    );
    const codes = problems.map((row) => `${shown(row['文件'])} ${shown(row['级别'])} ${shown(row['问题'])}`);
    expect(codes.filter((line) => / (?:错误|疑问) /.test(line))).toEqual([]);
  });

  it('lists each unit and item, what differs most first', () => {
    const rows = recordsOf(grids, '分项得分');
    const differences = rows.map((row) => Math.abs(Number(row['考核与自评之差'] ?? 0)));
    expect([...differences].sort((a, b) => b - a)).toEqual(differences);
    for (const row of rows) {
      const [self, review, max] = ['自评分', '考核分', '分值'].map((head) => row[head]);
      if (typeof self === 'number' && typeof review === 'number')
        expect(row['考核与自评之差']).toBeCloseTo(review - self, 6);
      if (typeof max === 'number' && typeof review === 'number' && typeof row['失分'] === 'number')
        expect(row['失分']).toBeCloseTo(max - review, 6);
    }
  });

  it('replaces its own sheets only when it runs again, and never reads its own output', async () => {
    const before = readFileSync(round.out);
    const inside = join(round.folder, '汇总.xlsx');
    const mine = bookBytes([
      layout('我的记录', [
        ['联系人', '电话'],
        ['张三', '8601'],
      ]),
    ]);
    writeFileSync(inside, mine);
    const args = ['summary', round.folder, '-o', inside, '--roster', round.roster, '--date', '2026-01-15'];
    await kaohe(args);
    const once = readFileSync(inside);
    await kaohe(args);
    expect(readFileSync(inside).equals(once)).toBe(true);
    const names = (await gridsOf(inside)).map(({ name }) => name);
    expect(names).toEqual(['我的记录', '考核汇总', '问题清单', '未报送', '分项得分', '折合得分图']);
    const part = 'xl/worksheets/sheet1.xml';
    expect(Buffer.from(openZip(once).read(part)).equals(Buffer.from(openZip(mine).read(part)))).toBe(true);
    expect(recordsOf(await gridsOf(inside), '考核汇总')).toEqual(recordsOf(grids, '考核汇总'));
    expect(before.length).toBeGreaterThan(0);
  });

  it('writes into no returned sheet, wherever it stands among the inputs', async () => {
    const one = join(round.folder, '大碶街道.xlsx');
    const before = readFileSync(one);
    for (const inputs of [[round.folder], [one], [join(round.folder, '小港街道.xlsx'), one]]) {
      const { code, err } = await kaohe(['summary', ...inputs, '-o', one]);
      expect([code, err]).toEqual([2, expect.stringContaining('是报送的评分表')]);
    }
    expect(readFileSync(one).equals(before)).toBe(true);
  });

  it('takes a former summary among the returned sheets for what it is', async () => {
    const former = join(round.folder, '上周汇总.xlsx');
    copyFileSync(round.out, former);
    const { out } = await kaohe(['summary', round.folder, '-o', join(temporary.path, '新.xlsx'), '--json']);
    rmSync(former);
    const told = JSON.parse(out) as typeof report;
    const own = told.files.find(({ path }) => path === former)!;
    expect(own.sheets).toEqual([]);
    expect(own.findings).toMatchObject([{ code: 'table/not-found', severity: 'notice' }]);
    expect(own.findings[0]!.message).toContain('汇总表');
  });

  withLibreOffice(
    'has formulas that LibreOffice computes to the values beside them',
    async () => {
      const written = readFileSync(round.out);
      const [computed] = allThroughLibreOffice([withoutCachedValues(written)]);
      const cached = await formulaValues(written);
      expect(cached.size).toBeGreaterThan(300);
      expect([...(await formulaValues(computed!))].map(blankAsText)).toEqual([...cached].map(blankAsText));
    },
    180_000,
  );
});
