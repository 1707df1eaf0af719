import { planSettings } from '../../src/plan/planSettings';
import type { SettingTexts } from '../../src/plan/planSettings';
import type { EditPlan } from '../../src/plan/edits';
import type { Grid } from '../../src/sheet/grid';
import { gridFromRows } from '../../src/sheet/gridFromRows';
import type { CellInput } from '../../src/sheet/gridFromRows';
import { readSettings } from '../../src/sheet/readSettings';
import { applyCells } from '../support/applyPlan';

const sheet = (rows: readonly (readonly CellInput[])[]) => gridFromRows('考核设置', rows);

/** The sheet as it is after the plan. */
function after(grid: Grid, plan: EditPlan): Grid {
  const [changed] = applyCells({ fileName: null, grids: [grid] }, plan).grids;
  if (changed === undefined) throw new Error('The sheet is gone');
  return changed;
}

function save(rows: readonly (readonly CellInput[])[], changes: SettingTexts) {
  const grid = sheet(rows);
  const changed = after(grid, planSettings([grid], changes));
  return { changed, ...readSettings([changed]) };
}

const cellsOf = (grid: Grid) =>
  grid.rows.map((row) => row.cells.map(({ column, value }) => [column, value] as const));

describe('settings that stand on the sheet', () => {
  it('are edited where they stand, and rows of the user stay', () => {
    const rows = [
      ['我们的说明', '请勿删除'],
      ['折算基数', 100, '见文件'],
      ['年度：2023'],
      ['考核单位', '新碶街道'],
      ['折算满分', 10],
    ];
    const { changed, settings, findings } = save(rows, {
      convertedFull: '12',
      year: '２０２４年',
      convertedBase: '110',
    });
    expect(findings).toEqual([]);
    expect(settings).toMatchObject({ convertedFull: 12, year: 2024, convertedBase: 110, unit: '新碶街道' });
    expect(cellsOf(changed)).toEqual([
      [
        [0, '我们的说明'],
        [1, '请勿删除'],
      ],
      [
        [0, '折算基数'],
        [1, 110],
        [2, '见文件'],
      ],
      [[0, '年度：2024']],
      [
        [0, '考核单位'],
        [1, '新碶街道'],
      ],
      [
        [0, '折算满分'],
        [1, 12],
      ],
    ]);
  });

  it('go back to their default when they are left blank, in every row that names them', () => {
    const { settings, findings } = save([['折算满分', 10], ['小数位数：3'], ['折算满分', 12]], {
      convertedFull: '',
      decimals: ' ',
    });
    expect(findings).toEqual([]);
    expect(settings).toMatchObject({ convertedFull: 100, decimals: 2, given: [] });
  });

  it('get the value beside the name where none was yet, under the header of the values', () => {
    const rows = [
      ['名称', '值', '说明'],
      ['加分上限', null, '不填不限'],
      ['年度', 2023, '考核年度'],
    ];
    expect(readSettings([sheet(rows)])).toMatchObject({ findings: [], settings: { bonusCap: null } });
    const { changed, settings } = save(rows, { bonusCap: '5' });
    expect(settings.bonusCap).toBe(5);
    expect(changed.rows[1]?.cells.map(({ value }) => value)).toEqual(['加分上限', 5, '不填不限']);
  });

  it('take what means nothing as it was typed, so that it is told', () => {
    const { changed, findings } = save([['折算满分', 10]], { convertedFull: '=1+1' });
    expect(changed.rows[0]?.cells[1]).toEqual({ column: 1, value: '=1+1', formula: null });
    expect(findings.map(({ code }) => code)).toEqual(['settings/invalid']);
  });
});

describe('settings that the sheet lacks', () => {
  it('come below all that is, in its columns and its look', () => {
    const grid = sheet([[null, '标题'], [null, '折算满分', null, 10], [], [null, '填表人：张三']]);
    const plan = planSettings([grid], { bonusConverted: '不计入', bands: '90-100=10, 80-90=8', unit: '' });
    expect(plan.cells.map(({ row, column, like }) => [row, column, like])).toEqual([
      [4, 1, { row: 1, column: 1 }],
      [4, 3, { row: 1, column: 3 }],
      [5, 1, { row: 1, column: 1 }],
      [5, 3, { row: 1, column: 3 }],
    ]);
    const { settings, findings } = readSettings([after(grid, plan)]);
    expect(findings).toEqual([]);
    expect(settings).toMatchObject({ convertedFull: 10, bonusConverted: false });
    expect(settings.bands).toHaveLength(2);
  });
});

describe('a workbook without settings', () => {
  it('gets the sheet, which reads as it was meant', () => {
    const plan = planSettings([], {
      convertedFull: '10',
      gapLimit: '0.5',
      unit: ' 新碶街道 ',
      stage: '考评',
    });
    const [content, ...others] = plan.sheets ?? [];
    expect(others).toEqual([]);
    expect(plan.cells).toEqual([]);
    const rows: CellInput[][] = [];
    for (const { row, column, content: cell } of content?.cells ?? []) {
      const line = (rows[row] ??= []);
      if (cell.kind === 'value') line[column] = cell.value;
    }
    const { settings, findings } = readSettings([gridFromRows(content?.name ?? '', rows)]);
    expect(findings).toEqual([]);
    expect(settings).toMatchObject({
      convertedFull: 10,
      gapLimit: 0.5,
      unit: '新碶街道',
      stage: 'review',
      given: ['unit', 'stage', 'convertedFull', 'gapLimit'],
    });
  });

  it('gets none where everything is left at its default', () => {
    expect(planSettings([], { convertedFull: '', year: '' })).toEqual({ cells: [], marks: [] });
  });
});
