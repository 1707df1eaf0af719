import { validateAndTotal } from '../../../src/app/validateAndTotal';
import { gridFromRows } from '../../../src/sheet/gridFromRows';
import type { Grid } from '../../../src/sheet/grid';
import { PLAIN } from '../../excel-host/model/cell';
import type { SheetModel } from '../../excel-host/model/sheet';
import { openEt } from './support';

const CHOICES = { language: 'zh-CN' } as const;
/** Hops that are fair for each finding and each merged area beyond those of any table. */
const FOR_A_FINDING = 3;
const FOR_A_MERGE = 4;

/** A table of so many items; `faults`: every third score is too high, every fifth is text. */
function tableOf(items: number, { faults, merged }: Pick<Shape, 'faults' | 'merged'>): Grid {
  const score = (index: number) => (!faults ? 5 : index % 3 === 0 ? 7 : index % 5 === 0 ? '5分' : 5);
  const rows = Array.from({ length: items }, (_, index) => [
    index % 10 === 0 ? `第${index / 10 + 1}部分` : null,
    index % 10 === 0 ? 60 : null,
    6,
    `第${index + 1}项工作未落实的每次扣1分。`,
    score(index),
    null,
  ]);
  const sections = Array.from({ length: items / 10 }, (_, index) => {
    const top = 3 + index * 10;
    return [`A${top}:A${top + 9}`, `B${top}:B${top + 9}`];
  });
  return gridFromRows(
    '附件1',
    [
      ['街道流动人口服务管理考核评分细则'],
      ['考核内容', null, '分值', '评分标准', '自查分', '考核分'],
      ...rows,
    ],
    { merges: merged ? ['A1:F1', 'A2:B2', ...sections.flat()] : [] },
  );
}

const printed: string[] = [];
afterAll(() => process.stdout.write(`${printed.join('\n')}\n`));

interface Shape {
  readonly faults: boolean;
  readonly merged: boolean;
  /** Lines around every cell, a font of its own, scores in the middle. */
  readonly dressed: boolean;
}

/** The rows that are added take the look of the table's last row, once. */
const FOR_THE_LOOK = 60;

describe.each([100, 1_000])('校验并合计 of %i items', (items) => {
  it.each<Shape>([
    { faults: false, merged: false, dressed: false },
    { faults: true, merged: false, dressed: false },
    { faults: false, merged: true, dressed: true },
    { faults: true, merged: true, dressed: true },
  ])('asks little of ET: %j', async (shape) => {
    const grid = tableOf(items, shape);
    const { host, et, sheet } = openEt([grid]);
    if (shape.dressed) dressTable(sheet('附件1'), items);
    const first = await validateAndTotal(host, CHOICES);
    const hops = et.hops;
    et.hops = 0;
    const again = await validateAndTotal(host, CHOICES);
    const findings = first.checked.tables.flatMap((checked) => checked.findings).length;
    const merges = grid.merges?.length ?? 0;
    const table = `${items} items, ${findings} findings, ${merges} merged areas${shape.dressed ? ', lines and fonts' : ''}`;
    printed.push(`${table}: ${hops} hops, and ${et.hops} when all is as planned`);
    expect(first.receipt.cells).toBeGreaterThan(0);
    expect(again.receipt.cells).toBe(0);
    const most = 60 + FOR_A_FINDING * findings + FOR_A_MERGE * merges;
    expect(hops).toBeLessThanOrEqual(most + (shape.dressed ? FOR_THE_LOOK : 0));
    expect(et.hops).toBeLessThanOrEqual(most);
  });
});

function dressTable(model: SheetModel, items: number): void {
  for (let row = 1; row < items + 2; row++) {
    for (let column = 0; column < 6; column++) {
      const horizontal = column === 3 ? 'Left' : 'Center';
      model.setFormat(row, column, {
        ...PLAIN,
        fontName: '仿宋_GB2312',
        fontSize: 12,
        wrap: true,
        horizontal,
      });
      for (const side of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight']) {
        model.setLine(row, column, side, { style: 'Continuous', weight: 'Thin', color: '#000000' });
      }
    }
  }
}
