import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHEET_ORDER } from '../../../src/hosts/file/patch/sheetOrder';
import {
  applied,
  cellOf,
  changedParts,
  childNames,
  danglingLinks,
  formula,
  marks,
  planOf,
  put,
  textOf,
  throughLibreOffice,
  throughOpenpyxl,
  withLibreOffice,
  withOpenpyxl,
} from './patchSupport';

const S = '附件1';
const plan = planOf(
  [
    put(S, 'D5', 5),
    // LibreOffice trusts the values that stand in its own files: a formula that a written cell feeds is written too.
    formula(S, 'D6', 'SUM(D3:D5)', 20),
    put(S, 'A8', '基本分合计', 'A6'),
    formula(S, 'D8', 'SUM(D3:D5)', 20, 'D6'),
  ],
  marks(S, { D4: ['error', '自查分 9 高于分值 8'], D5: ['notice', '“5分”按 5 计'] }),
  marks('数据', { B2: ['warning', '看一看'] }),
);
const clear = planOf([], marks(S, {}), marks('数据', {}), marks('隐藏', {}));

describe.each(['openpyxl', 'libreoffice'])('a workbook as %s writes it', (program) => {
  const before = new Uint8Array(readFileSync(join(__dirname, `../../fixtures/rich/${program}.xlsx`)));

  test('changes only in the parts that the plan is about', async () => {
    const after = await applied(before, plan);
    const changed = changedParts(before, after);
    expect(
      changed.filter((name) => !/comments|vmlDrawing|workbook\.xml$|sheet[12]\.xml/i.test(name)),
    ).toEqual(['[Content_Types].xml', 'xl/styles.xml']);
    expect(danglingLinks(after)).toEqual([]);
    expect(textOf(after, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    for (const sheet of [1, 2]) {
      const order = childNames(textOf(after, `xl/worksheets/sheet${sheet}.xml`)).map((name) =>
        SHEET_ORDER.indexOf(name),
      );
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
  });

  test('shows what was written, and does not change when it is written again', async () => {
    const after = await applied(before, plan);
    expect(await cellOf(after, S, 'D5')).toEqual({ value: 5, formula: null });
    expect(await cellOf(after, S, 'D8')).toEqual({ value: 20, formula: 'SUM(D3:D5)' });
    expect((await cellOf(after, S, 'C4')).value).toBe('每少一次扣0.5分');
    expect(await applied(after, plan)).toBe(after);
  });

  test('is as before once the marks are cleared, but for fills listed among the styles', async () => {
    const cleared = await applied(await applied(before, planOf([], ...plan.marks)), clear);
    expect(changedParts(before, cleared)).toEqual(['xl/styles.xml']);
  });

  withOpenpyxl('is opened by openpyxl with all values and notes', async () => {
    const { seen } = throughOpenpyxl(await applied(before, plan));
    expect(seen[S]?.cells['D4']?.note).toMatch(/^请核对\n佐证材料\n——考核校验——\n自查分 9 高于分值 8\n/);
    expect(seen[S]?.cells['C3']?.note).toBe('标准见附件');
    expect(seen['数据']?.cells['B2']?.note).toContain('看一看');
    expect(seen[S]?.cells['D8']?.value).toBe('=SUM(D3:D5)');
  });

  withLibreOffice(
    'is computed by LibreOffice to the values that were written',
    async () => {
      const saved = throughLibreOffice(await applied(before, plan));
      expect(await cellOf(saved, S, 'D8')).toEqual({ value: 20, formula: 'SUM(D3:D5)' });
      expect((await cellOf(saved, S, 'D6')).value).toBe(20);
      const cleared = await applied(saved, clear);
      expect(textOf(cleared, 'xl/worksheets/sheet1.xml')).not.toContain('kaohe');
      expect(textOf(cleared, 'xl/comments1.xml').replace(/<[^>]*>/g, '')).not.toContain('考核校验');
    },
    120_000,
  );
});
