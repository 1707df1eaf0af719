import * as fc from 'fast-check';
import { gridFromRows } from '../../src/sheet/gridFromRows';
import type { CellInput } from '../../src/sheet/gridFromRows';
import { mergeSettings, readSettings, settingsFromObject } from '../../src/sheet/readSettings';
import { DEFAULT_SETTINGS } from '../../src/sheet/settings';

const read = (...rows: CellInput[][]) => readSettings([gridFromRows('考核设置', rows)]);

test('without the sheet everything has its default and nothing is given', () => {
  expect(readSettings([]).settings).toEqual(DEFAULT_SETTINGS);
});

test('a value may be a formula that was never computed, and a wrong one is told at its own cell', () => {
  const { settings, findings } = read(['折算满分', { formula: '5*2', value: null }], ['总分上限', true]);
  expect(settings.convertedFull).toBe(10);
  expect(findings.map(({ code, cell }) => [code, cell])).toEqual([
    ['settings/invalid', { row: 1, column: 1 }],
  ]);
});

test('keys and values as a person types them', () => {
  const { settings, findings } = read(
    ['设置', '值'],
    [' 年 度：', '2023年'],
    ['考核单位', ' 新碶街道 '],
    ['评分阶段', ' 考核 阶段'],
    ['折算满分', '１０分'],
    ['折算基数：110'],
    ['加分计入折算', '否'],
    ['加分上限', 5, '说明'],
    ['总分上限', '不限'],
    ['小数位数', '1'],
    ['自评考核差异提醒', 2],
    ['酌情最小单位', 0.5],
    ['折算区间', '80-90=8；90-100=10'],
    ['细则指纹', 'ab12'],
    ['随便写的', 1],
    ['加分上限', ''],
  );
  expect(findings).toEqual([]);
  expect(settings).toMatchObject({
    year: 2023,
    unit: '新碶街道',
    stage: 'review',
    convertedFull: 10,
    convertedBase: 110,
    bonusConverted: false,
    bonusCap: 5,
    totalCap: null,
    decimals: 1,
    gapLimit: 2,
    smallestStep: 0.5,
    fingerprint: 'ab12',
    bands: [
      { from: 90, to: 100, converted: 10 },
      { from: 80, to: 90, converted: 8 },
    ],
  });
  expect(settings.given).toHaveLength(13);
});

test('what does not fit is a finding at its cell, and the default holds', () => {
  const { settings, findings } = read(
    ['折算满分', '很多'],
    ['小数位数', 9],
    ['加分计入折算', '也许'],
    ['折算区间', '90-100'],
    ['加分上限', -1],
    ['折算基数', { error: '#REF!' }],
    ['评分阶段', '期末'],
  );
  expect(settings).toEqual(DEFAULT_SETTINGS);
  expect(findings.map((one) => [one.code, one.severity, one.sheet, one.cell, one.params])).toEqual([
    [
      'settings/invalid',
      'warning',
      '考核设置',
      { row: 0, column: 1 },
      { key: '折算满分', value: '很多', used: '100' },
    ],
    [
      'settings/invalid',
      'warning',
      '考核设置',
      { row: 1, column: 1 },
      { key: '小数位数', value: '9', used: '2' },
    ],
    [
      'settings/invalid',
      'warning',
      '考核设置',
      { row: 2, column: 1 },
      { key: '加分计入折算', value: '也许', used: '是' },
    ],
    [
      'settings/invalid',
      'warning',
      '考核设置',
      { row: 3, column: 1 },
      { key: '折算区间', value: '90-100', used: '' },
    ],
    [
      'settings/invalid',
      'warning',
      '考核设置',
      { row: 4, column: 1 },
      { key: '加分上限', value: '-1', used: '' },
    ],
    [
      'settings/invalid',
      'warning',
      '考核设置',
      expect.anything(),
      { key: '折算基数', value: '#REF!', used: '100' },
    ],
    [
      'settings/invalid',
      'warning',
      '考核设置',
      { row: 6, column: 1 },
      { key: '评分阶段', value: '期末', used: '' },
    ],
  ]);
});

test.each([
  ['自评', 'self'],
  ['自查分', 'self'],
  ['self', 'self'],
  ['考核', 'review'],
  ['考评阶段', 'review'],
  ['复核', 'review'],
  ['Review', 'review'],
  ['自动', null],
  ['自动判断', null],
])('the stage may be called %s', (text, stage) => {
  expect(read(['评分阶段', text])).toMatchObject({ findings: [], settings: { stage, given: ['stage'] } });
});

test('overlapping bands fit nothing', () => {
  expect(read(['折算区间', '80-95=8；90-100=10']).findings).toHaveLength(1);
});

test('an object with Chinese or English names', () => {
  const { settings, findings } = settingsFromObject({
    折算满分: 10,
    bonusCap: null,
    bonusConverted: false,
    bands: [{ from: 0, to: 100, converted: 5 }],
    unknown: 1,
    decimals: '两位',
  });
  expect(settings).toMatchObject({ convertedFull: 10, bonusCap: null, bonusConverted: false, decimals: 2 });
  expect(settings.given).toEqual(['convertedFull', 'bonusCap', 'bonusConverted', 'bands']);
  expect(findings.map((one) => one.params)).toEqual([
    { key: 'unknown', value: '1', used: '-' },
    { key: 'decimals', value: '两位', used: '2' },
  ]);
});

test('settings that a person names hold over the workbook’s, and only those', () => {
  const base = read(['折算满分', 10], ['小数位数', 1]).settings;
  const over = settingsFromObject({ decimals: 3 }).settings;
  expect(mergeSettings(base, over)).toMatchObject({
    convertedFull: 10,
    decimals: 3,
    given: ['convertedFull', 'decimals'],
  });
  expect(mergeSettings(base, { bonusCap: 4 })).toMatchObject({ convertedFull: 10, bonusCap: 4, decimals: 1 });
});

test('a list in place of settings is told, also one whose members cannot be written as text', () => {
  const [finding] = settingsFromObject(JSON.parse('[{"toString":0}]')).findings;
  expect(finding).toMatchObject({ code: 'settings/invalid', received: '[{"toString":0}]' });
});

test('anything is read without throwing', () => {
  fc.assert(
    fc.property(fc.anything(), fc.string(), (value, text) => {
      expect(settingsFromObject(value).settings.convertedFull).toBeGreaterThan(0);
      expect(
        read(['折算区间', text], ['年度', text], ['折算满分', text]).settings.convertedFull,
      ).toBeGreaterThan(0);
    }),
  );
});
