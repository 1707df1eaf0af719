import { findingSentence } from '../../src/locale/catalog';
import { rosterSheet } from '../../src/plan/rosterSheet';
import { recogniseUnit } from '../../src/rubric/roster';
import { ROSTER_2023 } from '../../src/rubric/roster2023';
import { rosterFromJson } from '../../src/rubric/rosterJson';
import { recognisingRoster } from '../../src/rubric/rosterReading';
import { gridFromRows } from '../../src/sheet/gridFromRows';
import type { CellInput } from '../../src/sheet/gridFromRows';
import { readRoster } from '../../src/sheet/readRoster';
import { layout, span } from '../support/grid';
import type { LayoutCell } from '../support/grid';

const unit = (name: string, category: string, ...aliases: string[]) => ({ name, category, aliases });

describe('a roster in JSON', () => {
  it.each([
    ['names', ['新碶街道', '区教育局'], [unit('新碶街道', '街道'), unit('区教育局', '责任单位')]],
    [
      'objects',
      [
        { 考核单位: '新碶街道', 类别: '街道', 别名: ['新矸街道'] },
        { name: '区教育局', category: 'department', aliases: '教育局、区教委' },
      ],
      [unit('新碶街道', '街道', '新矸街道'), unit('区教育局', '责任单位', '教育局', '区教委')],
    ],
    ['an object with units', { units: [{ unit: '白峰镇' }] }, [unit('白峰镇', '街道')]],
    [
      'groups',
      { 街道: ['新碶街道'], 国有企业: ['某某集团公司'] },
      [unit('新碶街道', '街道'), unit('某某集团公司', '国有企业')],
    ],
  ])('is read from %s', (_, json, units) => {
    expect(rosterFromJson(json)).toEqual({ roster: { units }, findings: [] });
  });

  it.each([
    ['no list', 42, ['里面没有单位']],
    ['an empty list', [], ['里面没有单位']],
    ['what is no unit', [7], ['名册第 1 条：“7”不是一个单位']],
    ['a unit without a name', ['区教育局', { 考核单位: ' ' }], ['名册第 2 条：没有写单位名称']],
    ['a unit twice', ['区教育局', '区 教育局'], ['名册第 2 条：“区 教育局”前面已经有了']],
    [
      'an alias of two',
      [
        { name: '甲', aliases: ['丙'] },
        { name: '乙', aliases: ['丙'] },
      ],
      ['名册第 2 条：别名“丙”前面的单位已经用了'],
    ],
  ])('says what is wrong with %s', (_, json, sentences) => {
    const said = rosterFromJson(json).findings.map((one) => findingSentence(one, 'zh-CN'));
    expect(said).toEqual(sentences.map((sentence) => expect.stringContaining(sentence)));
  });
});

describe('the sheet 考核单位名册', () => {
  const values = (roster: Parameters<typeof rosterSheet>[0]): CellInput[][] => {
    const rows: CellInput[][] = [];
    for (const { row, column, content } of rosterSheet(roster).cells) {
      if (content.kind === 'value') (rows[row] ??= [])[column] = content.value;
    }
    return rows.map((row) => Array.from(row));
  };

  it('reads back as it was written, brackets and all', () => {
    const roster = {
      units: [...ROSTER_2023.units, unit('新碶街道', '街道'), unit('=HYPERLINK("x")', '其他')],
    };
    expect(readRoster([gridFromRows('考核单位名册', values(roster))])).toEqual({ roster, findings: [] });
  });

  it('is read with a title above and its columns in another order, and points at a row that cannot be used', () => {
    const grid = gridFromRows('考核单位名册', [
      ['2024年考核单位名册'],
      ['序号', '类别', '单位名称', '简称'],
      [1, '街道', '新碶街道', ''],
      [2, '责任单位', '区住建局', '住建局;建设局'],
      [3, '责任单位', null, ''],
    ]);
    const reading = readRoster([grid]);
    expect(reading?.roster.units).toEqual([
      unit('新碶街道', '街道'),
      unit('区住建局', '责任单位', '住建局', '建设局'),
    ]);
    expect(reading?.findings).toMatchObject([{ code: 'roster/invalid', cell: { row: 4, column: 2 } }]);
  });

  const pasted = (rows: LayoutCell[][]) => readRoster([layout('考核单位名册', rows)]);
  const two = [unit('新碶街道', '街道'), unit('小港街道', '街道'), unit('公安分局', '责任单位')];

  it.each<[string, LayoutCell[][]]>([
    ['names only, with a title', [['2024年度考核单位名单'], ['新碶街道'], ['小港街道'], ['公安分局']]],
    ['names that are counted', [['1、新碶街道'], ['2、小港街道'], ['3、公安分局']]],
    ['names counted in words', [['一、新碶街道'], ['二、小港街道'], ['三、公安分局']]],
    [
      'a column of numbers and no header',
      [
        [1, '新碶街道'],
        [2, '小港 街道'],
        [3, '公安\n分局'],
        [null, '共3个单位'],
      ],
    ],
    [
      'a merged category',
      [
        [span('附件1', 1, 3)],
        [span('考核单位名册', 1, 3)],
        ['序号', '单位类别', '单位全称'],
        [1, span('街道', 2), '新碶街道'],
        [2, '小港街道'],
        [3, '部门', '公安分局'],
        ['制表人：张三'],
      ],
    ],
    [
      'a category that stands once',
      [
        ['被考核单位', '类型'],
        ['新碶街道', '街道'],
        ['小港街道', null],
        ['公安分局', null],
      ],
    ],
    [
      'headings over the groups',
      [
        ['序号', '单位名称'],
        [span('一、街道（2个）', 1, 2)],
        [1, '新碶街道'],
        [2, '小港街道'],
        [span('二、责任单位（1个）', 1, 2)],
        [1, '公安分局'],
      ],
    ],
    [
      'two lists beside each other',
      [
        ['序号', '街道', '序号', '部门'],
        [1, '新碶街道', 1, '公安分局'],
        [2, '小港街道', null, null],
      ],
    ],
  ])('is read as people paste it: %s', (_, rows) => {
    expect(pasted(rows)).toEqual({ roster: { units: two }, findings: [] });
  });

  it('keeps groups by the names that they were given', () => {
    const reading = pasted([
      ['单位', '组别', '简称', '曾用名'],
      ['新碶街道', '第一组', '新碶', null],
      ['公安分局', null, '公安', '公安局'],
      ['小港街道', '第二组', null, null],
    ]);
    expect(reading?.roster.units).toEqual([
      unit('新碶街道', '第一组', '新碶'),
      unit('公安分局', '第一组', '公安', '公安局'),
      unit('小港街道', '第二组'),
    ]);
  });

  it('is missing where there is no such sheet', () => {
    expect(readRoster([gridFromRows('Sheet1', [['考核单位']])])).toBeNull();
  });
});

describe('recognising by a roster of their own', () => {
  const roster = recognisingRoster({
    units: [unit('区住建局', '责任单位'), unit('教育处', '责任单位', '教育局')],
  });

  it.each([
    ['区住房和城乡建设局', '区住建局'],
    ['北仑区住建局', '区住建局'],
    ['教育局', '教育处'],
    ['团区委', '团区委'],
  ])('%s is %s', (text, name) => {
    expect(recogniseUnit(text, roster)).toEqual({ name });
  });
});
