import { checkBook } from '../../src/check/checkBook';
import type { CheckedTable } from '../../src/check/report';
import { cellAddress } from '../../src/sheet/address';
import type { Grid } from '../../src/sheet/grid';
import { readBook } from '../../src/sheet/readBook';
import { official, officialSheet } from '../support/officialSheet';
import type { OfficialOptions } from '../support/officialSheet';

function tableOf(grid: Grid, fileName: string | null = null): CheckedTable {
  const [table, ...more] = checkBook(readBook({ fileName, grids: [grid] })).tables;
  if (!table || more.length > 0) throw new Error('Expected one table');
  return table;
}

/** Errors and warnings as `code at cell`. */
function faults({ findings }: CheckedTable): string[] {
  return findings
    .filter(({ severity }) => severity !== 'notice')
    .map((one) => `${one.code} ${one.cell ? cellAddress(one.cell) : '-'}`);
}

const fullMarks: OfficialOptions['scores'] = (_, item) => [item.max, item.max];

describe('the official table for streets', () => {
  it('with full marks is clean and gives 100', () => {
    const table = tableOf(officialSheet('subdistrict', { scores: fullMarks, label: '新碶街道' }));
    expect(faults(table)).toEqual([]);
    expect(table.totals.self).toEqual({ base: 100, bonus: 0, total: 100, converted: 100 });
    expect(table.totals.review).toEqual({ base: 100, bonus: 0, total: 100, converted: 100 });
  });

  it('tells which maximum, text and item were changed', () => {
    const sheet = officialSheet('subdistrict', {
      scores: fullMarks,
      label: '新碶街道',
      change: (section, item, index) => {
        if (section.name === '管理工作' && index === 0) return { ...item, max: 7 };
        if (section.name === '管理工作' && index === 1) {
          return { ...item, criterion: item.criterion.replace('扣5分', '扣2分') };
        }
        return section.name === '基础工作' && index === 1 ? null : item;
      },
    });
    expect(faults(tableOf(sheet))).toEqual([
      'rubric/item-missing A4',
      'rubric/section-sum B4',
      'rubric/section-sum B7',
      'rubric/max-changed C7',
      'rubric/text-changed D8',
    ]);
  });

  it('of another year may differ', () => {
    const sheet = officialSheet('subdistrict', {
      scores: fullMarks,
      label: '新碶街道',
      change: (_, item, index) => ({ ...item, criterion: item.criterion.replace('扣', `（${index}）扣`) }),
    });
    expect(faults(tableOf(sheet, '新碶街道2024年.xlsx'))).toEqual([]);
    expect(faults(tableOf(sheet, '新碶街道.xlsx')).length).toBeGreaterThan(5);
  });
});

describe('the official table for departments', () => {
  const units = official('department').sections.filter(({ bonus, name }) => !bonus && name !== '基础工作');

  it('counts the sections for all and the own section of each unit', () => {
    for (const unit of units) {
      const mine = (name: string) => [unit.name, '基础工作'].includes(name);
      const sheet = officialSheet('department', {
        scores: (section, item) => (mine(section.name) ? [item.max, item.max] : []),
      });
      const table = tableOf(sheet);
      expect([unit.name, faults(table)]).toEqual([unit.name, []]);
      expect([unit.name, table.totals.review?.total]).toEqual([unit.name, 100]);
      const names = new Set(
        table.applies.map((index) => table.table.sections[table.table.items[index]?.section ?? -1]?.name),
      );
      expect([...names]).toEqual(['基础工作', unit.name, '创新工作']);
    }
  });

  it('may be cut down to one unit', () => {
    for (const unit of units) {
      const sheet = officialSheet('department', {
        sections: ({ name, bonus }) => bonus || name === '基础工作' || name === unit.name,
        scores: fullMarks,
        label: unit.name,
      });
      const table = tableOf(sheet);
      expect([unit.name, faults(table)]).toEqual([unit.name, []]);
      expect([unit.name, table.totals.self?.base]).toEqual([unit.name, 100]);
    }
  });

  it('blank and unsigned asks for the sections for all only, and has no totals', () => {
    const table = tableOf(officialSheet('department'));
    const missing = table.findings.filter(({ code }) => code === 'score/missing');
    expect(missing).toHaveLength(official('department').sections[0]?.items.length ?? 0);
    expect(table.totals).toEqual({ self: null, review: null });
  });
});
