import * as fc from 'fast-check';
import {
  cellAddress,
  columnIndex,
  columnName,
  parseCell,
  parseRect,
  rectAddress,
} from '../../src/sheet/address';
import { gridFromRows } from '../../src/sheet/gridFromRows';
import type { CellInput } from '../../src/sheet/gridFromRows';
import { gridReader } from '../../src/sheet/gridReader';
import { nameAndPoints, pointsFromText } from '../../src/sheet/numbers';
import { readScoreCell } from '../../src/sheet/scoreCell';

describe('addresses', () => {
  test('both ways', () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
    expect(parseCell('$D$9')).toEqual({ row: 8, column: 3 });
    expect([
      parseCell('XFE1'),
      parseCell('A0'),
      parseCell('A1048577'),
      parseCell('1A'),
      columnIndex(''),
    ]).toEqual([null, null, null, null, null]);
    expect(parseRect('D9:B2')).toEqual({ top: 1, left: 1, bottom: 8, right: 3 });
    fc.assert(
      fc.property(fc.nat(1_048_575), fc.nat(16_383), (row, column) => {
        const cell = { row, column };
        expect(parseCell(cellAddress(cell))).toEqual(cell);
        const area = { top: row, left: column, bottom: row, right: column };
        expect(parseRect(rectAddress(area))).toEqual(area);
      }),
    );
  });
});

function score(input: CellInput, ...others: CellInput[]): [string, number | null] {
  const { state, number } = readScoreCell(gridReader(gridFromRows('表', [[input, ...others]])), 0, 0);
  return [state, number];
}

describe('a score cell', () => {
  test('numbers typed as text count', () => {
    for (const text of [
      '8分',
      '８',
      '8 ',
      ' 8',
      '８分',
      '8 分',
      '+8',
      "8'",
      "'8",
      '8.0',
      '８．０',
      '8\n分',
      '\u200b8',
      '8.',
    ]) {
      expect([text, ...score(text === '8.' ? '8' : text)]).toEqual([text, 'text-number', 8]);
    }
    expect(score('8．５')).toEqual(['text-number', 8.5]);
    expect(score('-2')).toEqual(['text-number', -2]);
    expect(score('－2分')).toEqual(['text-number', -2]);
  });

  test('other text does not', () => {
    for (const text of [
      '无',
      '/',
      '—',
      '-',
      '优',
      '8/10',
      '约8分',
      '缺项',
      '8-9',
      '8分（优）',
      '1e3',
      '八',
      '8,5',
      '8 0',
      '8. 5',
      '十分',
    ]) {
      expect([text, ...score(text)]).toEqual([text, 'not-a-number', null]);
    }
    expect(score(true)).toEqual(['not-a-number', null]);
  });

  test('nothing to see is blank', () => {
    for (const text of ['', ' ', '\u3000\n', '\u200b', null]) expect(score(text)).toEqual(['blank', null]);
  });

  test('formulas count with their cached value, else by plain arithmetic', () => {
    expect(score({ formula: 'WHATEVER()', value: 5 })).toEqual(['number', 5]);
    expect(score({ formula: 'VLOOKUP(B1,C1,1)' }, 2)).toEqual(['not-computed', null]);
    expect(score({ error: '#REF!' })).toEqual(['error', null]);
    expect(score({ formula: 'B1', value: { error: '#N/A' } })).toEqual(['error', null]);
    const cases: [string, CellInput[], number][] = [
      ['10*2-1', [], 19],
      ['0.1+0.2', [], 0.3],
      ['(B1+C1)/2', [9, 8], 8.5],
      ['SUM(B1:D1)', [1, '2', 3], 4],
      ['sum(B1,C1:D1,2)', [1, 2, 3], 8],
      ['ROUND(B1*50%,1)', [8.5], 4.3],
      ['-B1+$C$1', [2, 7], 5],
      ['AVERAGE(B1:C1)', [4, 5], 4.5],
      ['MAX(B1:D1)-MIN(B1:D1)', [4, 9, 2], 7],
      ['COUNT(B1:D1)', [4, 'x', 2], 2],
      ['B1', [{ formula: 'C1+1' }, 4], 5],
      ['B1+1', ['8'], 9],
      ['ROUND(1.005,2)', [], 1.01],
      ['B1', [], 0],
      ['IF(COUNT(B1:D1)=0,"",ROUND(SUM(B1:D1),6))', [1, 2.5, 'x'], 3.5],
      ['IF(COUNT(B1:C1,D1)=0,"",ROUND(MIN(SUM(B1:C1),5)+SUM(D1),6))', [4, 3, 2], 7],
      ['IF(ISNUMBER(B1),ROUND(ROUND(B1*100/105,9),2),"")', [100], 95.24],
      ['SUM(B1)+SUMIF(C1:D1,"<0")-SUMIF(C1:D1,">0")', [10, -2, 3], 5],
      ['SUMIF(B1:D1,"<1E+15")', [1, { error: '#N/A' }, 3], 4],
      ['IF(B1>=90,10,IF(B1>=80,8,0))', [85], 8],
      ['IF(B1=0,0,10/B1)', [0], 0],
      ['IF(1>2,1)+1', [], 1],
      ['IF(B1<>"",1,2)', [], 2],
      ['IF(B1="优",5,3)', ['优'], 5],
      [
        Array.from({ length: 60 }, (_, at) => `IF(B1>=${99 - at},${99 - at},`).join('') +
          '0' +
          ')'.repeat(60),
        [70.5],
        70,
      ],
    ];
    for (const [formula, others, result] of cases) {
      expect([formula, ...score({ formula }, ...others)]).toEqual([formula, 'number', result]);
    }
    expect(score({ formula: 'B1/0' }, 1)).toEqual(['error', null]);
    expect(score({ formula: 'B1+1' }, '8分')).toEqual(['error', null]);
    expect(score({ formula: 'IF(B1>0,C1/0,1)' }, 1, 2)).toEqual(['error', null]);
    for (const formula of ['IF(COUNT(B1:D1)=0,"",1)', 'IF(ISNUMBER(B1),B1,"")', '""']) {
      expect(score({ formula }, 'x')).toEqual(['blank', null]);
    }
    expect(score({ formula: 'B1>0' }, 1)).toEqual(['not-a-number', null]);
    for (const formula of [
      'A1',
      'B1',
      '(',
      '1 2',
      'SUM(',
      'IF(1,2,3,4)',
      'IF()',
      '"x',
      "'表2'!A1",
      '',
      '('.repeat(5000),
      '1'.repeat(9000),
    ]) {
      expect([formula.slice(0, 9), ...score({ formula }, { formula: 'A1' })]).toEqual([
        formula.slice(0, 9),
        'not-computed',
        null,
      ]);
    }
  });

  test('any text or formula is read', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['blank', 'number', 'text-number', 'not-a-number']).toContain(score(text)[0]);
        expect(['blank', 'number', 'text-number', 'not-a-number', 'error', 'not-computed']).toContain(
          score({ formula: text })[0],
        );
      }),
    );
  });
});

test('points as a rubric states them', () => {
  const cases: [string, number | null][] = [
    ['6分', 6],
    ['６', 6],
    [' 30 ', 30],
    ['满分10分', 10],
    ['（5分）', 5],
    ['0-6分', 6],
    ['十分', 10],
    ['2.5', 2.5],
    ['加分项', null],
    ['6-8', null],
    ['', null],
  ];
  for (const [text, points] of cases) expect([text, pointsFromText(text)]).toEqual([text, points]);
});

test('headings with an ordinal and points', () => {
  const cases: [string, string, number | null][] = [
    ['组织领导（20分）', '组织领导', 20],
    ['一、基础工作(30分)', '基础工作', 30],
    ['（二）日常管理 25分', '日常管理', 25],
    ['第三部分 服务工作【满分15分】', '服务工作', 15],
    ['1.宣传培训（十分）', '宣传培训', 10],
    ['一票否决', '一票否决', null],
    ['三资管理', '三资管理', null],
    ['区委组织部（区“两新”工委）', '区委组织部（区“两新”工委）', null],
    ['加分项（最高5分）', '加分项（最高5分）', null],
    ['2024年工作', '2024年工作', null],
    ['组织领导（20）', '组织领导', 20],
    ['组织领导（2）', '组织领导（2）', null],
  ];
  for (const [heading, name, points] of cases) {
    expect([heading, nameAndPoints(heading).name, nameAndPoints(heading).points]).toEqual([
      heading,
      name,
      points,
    ]);
  }
});

test('a cell under a merge that begins elsewhere is empty, whatever a file left in it', () => {
  const reader = gridReader(
    gridFromRows(
      '表',
      [
        ['甲', '乙'],
        ['丙', 1],
      ],
      { merges: ['A1:A2'] },
    ),
  );
  expect([reader.text(0, 0), reader.text(1, 0), reader.text(1, 1)]).toEqual(['甲', '', '1']);
  expect(reader.anchor(1, 0)).toEqual({ row: 0, column: 0 });
});
