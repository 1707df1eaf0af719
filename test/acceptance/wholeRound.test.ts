import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Grid } from '../../src/sheet/grid';
import { ROSTER_2023 } from '../../src/rubric/roster2023';
import { temporaryFolder } from '../support/folder';
import { handIn, UNITS } from '../support/handedIn';
import type { HandedIn } from '../support/handedIn';
import { allThroughLibreOffice, withLibreOffice } from '../support/libreOffice';
import { describeWithOpenpyxl } from '../support/office';
import { blankAsText, formulaValues, withoutCachedValues } from '../support/recalculated';
import { randomSource, STREETS } from '../support/round';
import { gridsOf, recordsOf } from '../support/summaryBook';

/** Another round: `KAOHE_SEED=5 npx jest wholeRound`. */
const SEED = Number(process.env['KAOHE_SEED'] ?? 20231126);

const KAOHE = join(__dirname, '../../scripts/kaohe.js');

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly Found[];
    readonly sheets: readonly { readonly findings: readonly Found[] }[];
  }[];
  readonly counts: { readonly files: number; readonly unreadable: number };
}

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly cell: string | null;
  readonly message: string;
}

/** The command line as people run it, in a process of its own. */
function kaohe(args: readonly string[]) {
  const run = spawnSync(process.execPath, [KAOHE, ...args, '--lang', 'zh-CN'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describeWithOpenpyxl(`a round from the blank sheets to the ranking, seed ${SEED}`, () => {
  const temporary = temporaryFolder();
  const at = (...parts: string[]) => join(temporary.path, ...parts);
  let round: HandedIn;
  let grids: readonly Grid[];
  let report: Report;

  beforeAll(async () => {
    const roster = at('名册.json');
    writeFileSync(
      roster,
      JSON.stringify({ 街道: STREETS, 责任单位: ROSTER_2023.units.map(({ name }) => name) }),
    );
    const sent = kaohe(['distribute', '--all', '--roster', roster, '-o', at('out', 'blank')]);
    expect([sent.code, sent.out]).toEqual([0, expect.stringContaining(`${UNITS.length} 份`)]);
    expect(readdirSync(at('out', 'blank'))).toHaveLength(UNITS.length);
    round = handIn(at('out', 'blank'), at('回收'), at('desk'), randomSource(SEED));

    const summed = kaohe(['summary', at('回收'), '-o', at('汇总.xlsx'), '--roster', roster, '--json']);
    expect([summed.code, summed.err]).toEqual([1, '']);
    report = JSON.parse(summed.out) as Report;
    grids = await gridsOf(at('汇总.xlsx'));
  }, 600_000);
  afterAll(() => temporary.remove());

  const foundIn = (file: string): readonly Found[] => {
    const own = report.files.find(({ path }) => path === at('回收', file));
    return [...(own?.findings ?? []), ...(own?.sheets ?? []).flatMap(({ findings }) => findings)];
  };

  it('has every total and converted score right', () => {
    const rows = recordsOf(grids, '考核汇总');
    const seen = round.returned.map(({ file, story }) => {
      const row = rows.find((each) => each['来源文件'] === file);
      return [story, row?.['考核单位'], ...FIGURES.map((head) => row?.[head] ?? null)];
    });
    const wanted = round.returned.map(({ unit, sheet, done, story }) => {
      const [self, review] = [pointsOf(sheet.sums('self')), pointsOf(sheet.sums('review'))];
      const [, , total = null] = review;
      // The workbook's own weight counts, and two decimals.
      const converted = total === null ? null : Math.round(total * (done.full ?? 100) + 1e-6) / 100;
      return [story, done.unit ?? unit, ...self, ...review, converted];
    });
    expect(seen).toEqual(wanted);
  });

  it('ranks each category by itself, ties sharing a rank, and nobody who reported twice', () => {
    const rows = recordsOf(grids, '考核汇总');
    for (const category of ['街道', '责任单位']) {
      const ranked = rows.filter((row) => row['类别'] === category && typeof row['排名'] === 'number');
      const scores = ranked.map((row) => Number(row['折合得分']));
      expect(ranked.map((row) => row['排名'])).toEqual(
        scores.map((score) => scores.filter((each) => each > score).length + 1),
      );
      const wanted = round.returned.filter(
        ({ unit, done: { standing } }) =>
          unit.endsWith('街道') === (category === '街道') &&
          unit !== round.duplicate &&
          standing === undefined,
      );
      expect(ranked.map((row) => row['考核单位']).sort()).toEqual(
        wanted.map(({ unit, done }) => done.unit ?? unit).sort(),
      );
    }
    const twice = rows.filter((row) => row['排名'] === '重复待核');
    expect(twice.map((row) => row['考核单位'])).toEqual([round.duplicate, round.duplicate]);
  });

  it('names every fault that was put in, with its file and its cell', () => {
    const listed = recordsOf(grids, '问题清单');
    const untold = round.returned.flatMap(({ file, said, story }) =>
      said.flatMap(({ code, cell }) => {
        const isTold = foundIn(file).some(
          (one) => one.code === code && (cell === undefined || one.cell === cell),
        );
        const isListed = listed.some(
          (row) => row['文件'] === file && (cell === undefined || row['单元格'] === cell),
        );
        return isTold && isListed ? [] : [{ story, file, code, cell, told: foundIn(file) }];
      }),
    );
    expect(untold).toEqual([]);
    expect(foundIn(`${round.encrypted}.xlsx`).map(({ code }) => code)).toEqual(['file/encrypted']);
    for (const { file, unit } of round.returned)
      if (unit === round.duplicate)
        expect(foundIn(file).map(({ code }) => code)).toContain('summary/unit-duplicate');
    expect(report.counts).toMatchObject({ files: round.returned.length + 2, unreadable: 1 });
  });

  it('says nothing of what nobody did', () => {
    const told = round.returned.flatMap(({ unit, file, said, done, story }) =>
      foundIn(file)
        .filter(({ severity }) => severity !== 'notice' && unit !== round.duplicate)
        .filter(({ code }) => done.follows?.test(code) !== true)
        .filter(
          ({ code, cell }) =>
            !said.some((one) => one.code === code && (one.cell === undefined || one.cell === cell)),
        )
        .map((found) => ({ story, file, ...found })),
    );
    expect(told).toEqual([]);
  });

  it('lists who has not reported', () => {
    const strangers = round.returned.filter(({ done }) => done.unit !== undefined).map(({ unit }) => unit);
    const rows = recordsOf(grids, '未报送');
    expect(rows.map((row) => row['考核单位']).sort()).toEqual(
      [round.missing, round.encrypted, ...strangers].sort(),
    );
  });

  withLibreOffice(
    'has formulas that LibreOffice computes to the values beside them',
    async () => {
      const written = readFileSync(at('汇总.xlsx'));
      const [computed] = allThroughLibreOffice([withoutCachedValues(written)]);
      const cached = await formulaValues(written);
      expect(cached.size).toBeGreaterThan(100);
      expect([...(await formulaValues(computed!))].map(blankAsText)).toEqual([...cached].map(blankAsText));
    },
    300_000,
  );
});

const FIGURES = ['自评基本分', '自评加分', '自评总分', '考核基本分', '考核加分', '考核总分', '折合得分'];

/** Base, bonus and both from sums in thousandths. */
function pointsOf(sums: { readonly base: number; readonly bonus: number } | null): (number | null)[] {
  if (sums === null) return [null, null, null];
  return [sums.base, sums.bonus, sums.base + sums.bonus].map((sum) => sum / 1000);
}
