import { compareRubric, fingerprint } from '../../src/rubric/fingerprint';
import type { ReadItem } from '../../src/rubric/fingerprint';
import { OFFICIAL_2023 } from '../../src/rubric/official2023';
import type { Rubric } from '../../src/rubric/rubric';

const department = OFFICIAL_2023[1] as Rubric;

function itemsOf(names?: readonly string[]): ReadItem[] {
  return department.sections
    .filter((section) => names === undefined || names.includes(section.name))
    .flatMap((section) => section.items.map((item) => ({ section: section.name, ...item })));
}

describe('fingerprint', () => {
  it('does not see order, line breaks, spaces or the width of punctuation', () => {
    const shuffled = [...department.sections].reverse().map((section) => ({
      ...section,
      items: [...section.items].reverse().map((item) => ({
        ...item,
        criterion: ` ${item.criterion.slice(0, 9)}\n${item.criterion.slice(9)}`.replace(/，/g, ','),
      })),
    }));
    expect(fingerprint(shuffled)).toBe(fingerprint(department.sections));
  });

  it('sees a changed word and a changed maximum', () => {
    const [first, ...rest] = department.sections;
    const item = first?.items[0];
    if (first === undefined || item === undefined) throw new Error('no section');
    const others = first.items.slice(1);
    for (const changed of [
      { ...item, max: 11 },
      { ...item, criterion: `${item.criterion}另` },
    ]) {
      const sections = [{ ...first, items: [changed, ...others] }, ...rest];
      expect(fingerprint(sections)).not.toBe(fingerprint(department.sections));
    }
  });
});

describe('comparing a sheet with the official rubric', () => {
  it('finds nothing in the whole table or in one unit’s cut of it', () => {
    expect(compareRubric(department, itemsOf())).toEqual([]);
    expect(compareRubric(department, itemsOf(['基础工作', '区教育局', '创新工作']).reverse())).toEqual([]);
  });

  it('names each changed text, changed maximum, missing and added item', () => {
    const read = itemsOf(['基础工作', '区教育局', '创新工作']);
    const [first, second, third, fourth, , ...rest] = read;
    if (!first || !second || !third || !fourth) throw new Error('too few items');
    const changed = [
      { ...first, criterion: first.criterion.replace('扣3分', '扣2分') },
      { ...second, max: 15 },
      third,
      fourth,
      ...rest,
      { section: '区教育局', max: 5, criterion: '按时完成上级交办的其他任务，未完成的每项扣1分。' },
    ];
    expect(
      compareRubric(department, changed)?.map((each) => [
        each.kind,
        'index' in each ? each.index : each.section,
      ]),
    ).toEqual([
      ['text-changed', 0],
      ['max-changed', 1],
      ['item-added', 6],
      ['item-missing', '区教育局'],
    ]);
  });

  it('does not compare another office’s rubric', () => {
    expect(
      compareRubric(department, [{ section: '组织领导', max: 10, criterion: '未成立领导小组的扣5分' }]),
    ).toBeNull();
    expect(compareRubric(department, [])).toBeNull();
  });
});
