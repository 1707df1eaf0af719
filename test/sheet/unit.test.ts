import { layout, span } from '../support/grid';
import type { LayoutCell } from '../support/grid';
import { departmentRubric, streetRubric } from '../support/rubrics';
import { tableRows } from '../support/tableLayout';
import type { Scored, TableLayout } from '../support/tableLayout';
import { gridFromRows } from '../../src/sheet/gridFromRows';
import { readBook } from '../../src/sheet/readBook';
import { yearIn } from '../../src/sheet/year';
import type { Grid } from '../../src/sheet/grid';
import type { ScoringTable } from '../../src/sheet/table';

const STREET: TableLayout = {
  columns: ['section', 'points', 'max', 'criterion', 'self', 'review'],
  labels: { section: '考核内容', max: '分值', criterion: '评分标准', self: '自查分', review: '考核分' },
  sections: 'merged',
};
const DEPARTMENT: TableLayout = {
  columns: ['section', 'points', 'criterion', 'max', 'self', 'review'],
  labels: {
    section: '单位',
    points: '分值',
    criterion: '考核内容',
    max: '基础分',
    self: '自评分',
    review: '考核得分',
  },
  sections: 'merged',
};
const full: Scored = () => ({ self: 1, review: null });
const blank: Scored = () => ({ self: null, review: null });

function read(grids: readonly Grid[], fileName: string | null = null): ScoringTable {
  const table = readBook({ fileName, grids }).tables[0];
  if (table === undefined) throw new Error('no table');
  return table;
}

function street(
  above: LayoutCell[][],
  below: LayoutCell[][] = [],
  fileName: string | null = null,
  name = '表',
): ScoringTable {
  return read([layout(name, [...above, ...tableRows(streetRubric, STREET, full), ...below])], fileName);
}

const said = (table: ScoringTable): string[] => table.findings.map((finding) => finding.code);

describe('a label on the sheet names the unit', () => {
  const above: [string, LayoutCell[][], string][] = [
    ['in one cell', [['填报单位：新碶街道（盖章）']], '新碶街道'],
    [
      'with a date behind it',
      [['填报单位（盖章）：新碶街道办事处        填报时间：2023年12月5日']],
      '新碶街道',
    ],
    ['in the cell beside it', [['被考核单位', '', '小港街道']], '小港街道'],
    ['in the cell beside it, after a colon', [['单位名称：', '大碶街道']], '大碶街道'],
    ['with its words spaced out', [['单 位：  霞浦街道']], '霞浦街道'],
    ['on a rule to write on', [['街道名称：__柴桥街道__']], '柴桥街道'],
    ['in a cell across the table', [[span('被考核单位（公章）：郭巨街道', 1, 6)]], '郭巨街道'],
    ['in the title before the year', [['白峰街道2023年度流动人口服务管理考核评分表']], '白峰街道'],
    ['in the title in brackets', [['街道流动人口服务管理考核评分表（梅山街道）']], '梅山街道'],
    ['alone above the table', [['考核评分表'], ['戚家山街道']], '戚家山街道'],
    [
      'and is the assessed one, not the assessor',
      [['考核单位：区信访局', '', '被考核单位：大榭街道']],
      '大榭街道',
    ],
    ['and no unit of measure', [['单位：分', '', '', '填表单位：春晓街道']], '春晓街道'],
  ];
  test.each(above)('%s', (_name, rows, unit) => {
    const table = street(rows);
    expect(table.unit).toBe(unit);
    expect(said(table)).toEqual([]);
  });

  test('below the table', () => {
    expect(street([], [['填报单位（盖章）：新碶街道', '', '', '负责人：']]).unit).toBe('新碶街道');
  });

  test('a label left blank names nobody', () => {
    for (const text of ['填报单位：________（盖章）', '填报单位（盖章）：          日期：', '填报单位：']) {
      const table = street([[text]]);
      expect(table.unit).toBeNull();
      expect(said(table)).toEqual(['unit/missing']);
    }
  });

  test('the official title names nobody', () => {
    expect(street([['北仑区街道流动人口服务管理考核评分细则']]).unit).toBeNull();
  });

  test('a blank sheet is not asked for its unit', () => {
    expect(said(read([layout('表', tableRows(streetRubric, STREET, blank))]))).toEqual([]);
  });

  test('a unit outside the roster is taken as written, with a notice', () => {
    const table = street([['填报单位：高新园区管理委员会']]);
    expect(table.unit).toBe('高新园区管理委员会');
    expect(table.findings).toMatchObject([
      { code: 'unit/unknown', severity: 'notice', params: { unit: '高新园区管理委员会' } },
    ]);
  });
});

describe('several clues', () => {
  test('one unit written in two ways is no conflict', () => {
    const table = read(
      [layout('区住建局', [['填报单位：北仑区住房和城乡建设局'], ...tableRows(streetRubric, STREET, full)])],
      '区住建局自评表.xlsx',
    );
    expect(table.unit).toBe('区住房和城乡建设局');
    expect(said(table)).toEqual([]);
  });

  test('two units on the sheet are a finding and no guess', () => {
    const table = street([['填报单位：新碶街道']], [['被考核单位：小港街道']]);
    expect(table.unit).toBeNull();
    expect(table.findings).toMatchObject([
      {
        code: 'unit/ambiguous',
        severity: 'warning',
        params: {
          units: [
            { unit: '新碶街道', source: 'label' },
            { unit: '小港街道', source: 'label' },
          ],
        },
      },
    ]);
  });

  test('the file’s name fills a gap', () => {
    for (const name of [
      '新碶街道.xlsx',
      '附件1：新碶街道2023年度自查表(1).xlsx',
      '03-新碶街道-考核评分细则.xlsx',
      '流动人口考核_新碶街道_最终版.xls',
    ]) {
      expect(street([], [], name).unit).toBe('新碶街道');
    }
    expect(street([], [], '附件1.北仑区街道流动人口服务管理考核评分细则.xlsx').unit).toBeNull();
  });

  test('the sheet’s name fills a gap', () => {
    expect(street([], [], null, '小港街道').unit).toBe('小港街道');
  });

  test('a file named after another unit is a finding; what the sheet says holds', () => {
    const table = street([['填报单位：新碶街道']], [], '小港街道.xlsx');
    expect(table.unit).toBe('新碶街道');
    expect(said(table)).toEqual(['unit/ambiguous']);
  });

  test('the settings come first, and a cover sheet helps', () => {
    const settings = gridFromRows('考核设置', [
      ['考核单位', '大榭街道'],
      ['年度', 2022],
    ]);
    const table = read([settings, layout('表', tableRows(streetRubric, STREET, full))]);
    expect(table).toMatchObject({ unit: '大榭街道', year: 2022 });
    expect(table.unitClues[0]).toMatchObject({
      source: 'settings',
      sheet: '考核设置',
      cell: { row: 0, column: 1 },
    });
    const cover = gridFromRows('封面', [['考核评分表'], ['填报单位：大碶街道']]);
    expect(read([cover, layout('表', tableRows(streetRubric, STREET, full))]).unit).toBe('大碶街道');
  });
});

describe('a department table', () => {
  const first =
    (from: number, to: number): Scored =>
    (item) => ({ self: item < 3 || (item >= from && item <= to) ? 1 : null, review: null });
  const department = (scored: Scored, above: LayoutCell[][] = []): ScoringTable =>
    read([layout('附件2', [...above, ...tableRows(departmentRubric, DEPARTMENT, scored)])]);

  test('its sections belong to units, but for those for all', () => {
    expect(department(blank).sections.map((section) => section.unit)).toEqual([
      null,
      '区教育局',
      '区民政局',
      '区综合执法局',
      null,
    ]);
  });

  test('the one section with scores tells the unit', () => {
    const table = department(first(5, 6));
    expect(table.unit).toBe('区民政局');
    expect(said(table)).toEqual([]);
  });

  test('several sections with scores tell none', () => {
    const table = department(full);
    expect(table.unit).toBeNull();
    expect(table.findings).toMatchObject([
      {
        code: 'unit/several-scored',
        severity: 'warning',
        params: { sections: ['区教育局', '区民政局', '区综合执法局'] },
      },
    ]);
  });

  test('a label and another section’s scores are a conflict', () => {
    const table = department(first(5, 6), [['填报单位：区教育局']]);
    expect(table.unit).toBeNull();
    expect(said(table)).toEqual(['unit/ambiguous']);
  });

  test('a cut with one unit’s section tells it without any score', () => {
    const cut = {
      ...departmentRubric,
      sections: departmentRubric.sections.filter((one) => !['区民政局', '区教育局'].includes(one.name)),
    };
    expect(read([layout('附件2', tableRows(cut, DEPARTMENT, blank))]).unit).toBe('区综合执法局');
  });
});

test('the year', () => {
  const cases: [string, number | null][] = [
    ['2023年度考核', 2023],
    ['仑流管中心〔2023〕2号', 2023],
    ['二〇二四年考核', 2024],
    ['二○二五年', 2025],
    ['考核表2022', 2022],
    ['20231205', 2023],
    ['1234567890', null],
    ['共2050分', 2050],
    ['无', null],
  ];
  for (const [text, year] of cases) expect([text, yearIn(text)]).toEqual([text, year]);
  expect(street([['2023年度考核评分表']], [], '2021.xlsx').year).toBe(2023);
  expect(street([], [], '2021年新碶街道.xlsx').year).toBe(2021);
});
