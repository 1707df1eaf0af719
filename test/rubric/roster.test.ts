import { recogniseUnit } from '../../src/rubric/roster';
import type { Roster } from '../../src/rubric/roster';

describe('recognising a unit', () => {
  it.each([
    ['区住建局', '区住房和城乡建设局'],
    ['北仑区住房和城乡建设局', '区住房和城乡建设局'],
    ['宁波市北仑区教育局', '区教育局'],
    ['区委宣传部（区、新闻办、区文明办）', '区委宣传部（区新闻办、区文明办）'],
    ['区委宣传部(区新闻办、区文明办)', '区委宣传部（区新闻办、区文明办）'],
    ['区委\n宣传部', '区委宣传部（区新闻办、区文明办）'],
    ['区委组织部（区"两新"工委）', '区委组织部（区“两新”工委）'],
    ['区 人 社 局', '区人力资源和社会保障局'],
    ['区发改局', '区发展和改革局'],
    ['区经信局', '区经济和信息化局'],
    ['区文广旅体局', '区文化和广电旅游体育局'],
    ['卫健局', '区卫生健康局'],
    ['区公安分局', '公安分局'],
    ['北仑公安分局', '公安分局'],
    ['公安分局　', '公安分局'],
    ['填报单位：区妇联（盖章）', '区妇联'],
    ['新碶街道办事处', '新碶街道'],
    ['北仑区大碶街道', '大碶街道'],
    ['白峰镇人民政府', '白峰镇'],
  ])('%p is %p', (text, name) => {
    expect(recogniseUnit(text)).toEqual({ name });
  });

  it.each([
    '',
    '局',
    '街道',
    '各街道办事处',
    '区财政局、区科技局',
    '基础工作',
    '北仑区',
    '新型城镇',
    '创新工作',
    '合计',
    '分局',
  ])('%p names no unit', (text) => {
    expect(recogniseUnit(text)).toBeNull();
  });

  it('gives no answer where two units of a roster share a name', () => {
    const roster: Roster = {
      units: [
        { name: '甲区教育局', category: '责任单位', aliases: ['教育局'] },
        { name: '乙区教育局', category: '责任单位', aliases: ['教育局'] },
      ],
    };
    expect(recogniseUnit('教育局', roster)).toBeNull();
    expect(recogniseUnit('乙区 教育局', roster)).toEqual({ name: '乙区教育局' });
  });

  it('knows a sub-district of a roster in every spelling', () => {
    const roster: Roster = { units: [{ name: '新碶街道办事处', category: '街道', aliases: [] }] };
    for (const text of ['新碶街道', '北仑区新碶街道', '新碶街道办', '新碶街道办事处（盖章）']) {
      expect(recogniseUnit(text, roster)).toEqual({ name: '新碶街道办事处' });
    }
  });

  it('is not fooled by names of object members', () => {
    for (const text of ['__proto__', 'constructor', 'toString']) expect(recogniseUnit(text)).toBeNull();
  });
});
