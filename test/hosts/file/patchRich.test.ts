import { SHEET_ORDER } from '../../../src/hosts/file/patch/sheetOrder';
import { NOTE_BLOCK_START } from '../../../src/plan/marks';
import { COMMENTS, richParts, SHEET1, VML } from '../../fixtures/rich/richParts';
import { buildPackage } from '../../support/package';
import {
  applied,
  cellOf,
  changedParts,
  childNames,
  danglingLinks,
  formula,
  marks,
  open,
  planOf,
  put,
  textOf,
  throughLibreOffice,
  throughOpenpyxl,
  withLibreOffice,
  withOpenpyxl,
} from './patchSupport';

const S = '评分表';
const before = buildPackage(richParts());

const plan = planOf(
  [
    put(S, 'D5', 8),
    put(S, 'B8', '总分', 'B5'),
    formula(S, 'D8', 'SUM(D3:D6)', 29, 'D4'),
    put('空白表', 'A1', '=不是公式'),
    put('隐藏表', 'C2', 5),
  ],
  marks(S, {
    D3: ['error', '自查分 7 高于分值 6'],
    D4: ['warning', '可得 8、7、6'],
    D6: ['notice', '这句细则没读懂'],
    C6: [null, '第二条说明'],
  }),
  marks('空白表', { A1: ['notice', '空白表的说明'] }),
  marks('隐藏表', { A2: ['warning', '隐藏表的说明'] }),
);
const clear = planOf([], marks(S, {}), marks('空白表', {}), marks('隐藏表', {}));

describe('a workbook with everything in it', () => {
  test('keeps every part byte for byte that the plan does not touch', async () => {
    const after = await applied(before, plan);
    expect(changedParts(before, after)).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/calcChain.xml',
      'xl/comments1.xml',
      'xl/comments2.xml',
      'xl/comments3.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/drawings/vmlDrawing3.vml',
      'xl/drawings/vmlDrawing4.vml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/_rels/sheet2.xml.rels',
      'xl/worksheets/_rels/sheet3.xml.rels',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
      'xl/worksheets/sheet3.xml',
    ]);
    expect(danglingLinks(after)).toEqual([]);
  });

  test('says what it did, and which note a threaded conversation kept away', async () => {
    const host = await open(before, '评分表.xlsm');
    expect(host.extension).toBe('.xlsm');
    const receipt = await host.apply(plan);
    expect(receipt).toMatchObject({ cells: 5, highlights: 5, notes: 5, degraded: 1 });
    await receipt.undo();
    expect(host.save()).toBe(before);
  });

  test('shows the new values and keeps the others', async () => {
    const after = await applied(before, plan);
    expect(await cellOf(after, S, 'D5')).toEqual({ value: 8, formula: null });
    expect(await cellOf(after, S, 'D8')).toEqual({ value: 29, formula: 'SUM(D3:D6)' });
    expect(await cellOf(after, S, 'F5')).toEqual({ value: 0, formula: 'C5-D5' });
    expect(await cellOf(after, S, 'A3')).toEqual({ value: '基础工作 ', formula: null });
    expect(await cellOf(after, '空白表', 'A1')).toEqual({ value: '=不是公式', formula: null });
    expect(await cellOf(after, '隐藏表', 'C2')).toEqual({ value: 5, formula: null });
    expect(await cellOf(after, '隐藏表', 'B2')).toEqual({ value: 3, formula: null });
  });

  test('edits a sheet only at the cells and marks', async () => {
    const xml = textOf(await applied(before, plan), 'xl/worksheets/sheet1.xml');
    const own =
      /<conditionalFormatting sqref="[^"]*"><cfRule type="expression" dxfId="\d+" priority="\d+"><formula>N\("kaohe:\w+"\)=0<\/formula><\/cfRule><\/conditionalFormatting>/g;
    const restored = xml
      .replace(own, '')
      .replace('ref="A1:H8"', 'ref="A1:H6"')
      .replace('<c r="D5" s="1"><v>8</v></c>', '<c r="D5" s="1" t="str"><f>"8"&amp;"分"</f><v>8分</v></c>')
      .replace(/<row r="8">.*?<\/row>/, '');
    expect(restored).toBe(SHEET1);
    expect(xml.match(own)).toHaveLength(3);
  });

  test('puts new elements where the schema wants them', async () => {
    const after = await applied(before, plan);
    for (const sheet of [1, 2, 3]) {
      const order = childNames(textOf(after, `xl/worksheets/sheet${sheet}.xml`)).map((name) =>
        SHEET_ORDER.indexOf(name),
      );
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(Math.min(...order)).toBeGreaterThanOrEqual(0);
    }
    expect(childNames(textOf(after, 'xl/workbook.xml'))).toEqual(
      childNames(textOf(before, 'xl/workbook.xml')),
    );
    expect(textOf(after, 'xl/workbook.xml')).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
  });

  test('gives its rules priorities that no other rule has, x14 ones included', async () => {
    const xml = textOf(await applied(before, plan), 'xl/worksheets/sheet1.xml');
    const priorities = [...xml.matchAll(/priority="(\d+)"/g)].map((match) => match[1]);
    expect(priorities).toHaveLength(5);
    expect(new Set(priorities).size).toBe(5);
  });

  test("keeps a user's note with its runs, author and box, and puts ours behind it", async () => {
    const after = await applied(before, plan);
    const comments = textOf(after, 'xl/comments1.xml');
    expect(comments).toContain(
      '<t>张三:</t></r><r><rPr><sz val="9"/><rFont val="宋体"/></rPr><t xml:space="preserve">\n请核对  佐证材料</t></r><r>',
    );
    expect(comments).toContain(`<t>只有 &lt;文字&gt; 的批注\n${NOTE_BLOCK_START}\n第二条说明`);
    expect(comments.match(/ref="D4"/g)).toHaveLength(1);
    expect(comments).not.toContain('可得 8、7、6');
    const vml = textOf(after, 'xl/drawings/vmlDrawing1.vml');
    expect(vml.startsWith(VML.slice(0, -'</xml>'.length))).toBe(true);
    expect(vml).toContain('id="_x0000_s1029"');
  });

  test('changes nothing when run again', async () => {
    const host = await open(await applied(before, plan));
    const once = host.save();
    const receipt = await host.apply(plan);
    expect(host.save()).toBe(once);
    expect(receipt).toMatchObject({ cells: 0, highlights: 5, notes: 5 });
  });

  test('clear takes our marks out to the last byte', async () => {
    const onlyMarks = planOf([], ...plan.marks);
    const cleared = await applied(await applied(before, onlyMarks), clear);
    // The three fills stay listed among the styles, where nothing refers to them.
    expect(changedParts(before, cleared)).toEqual(['xl/styles.xml']);
    expect(textOf(cleared, 'xl/comments1.xml')).toBe(COMMENTS);
    expect(textOf(cleared, 'xl/drawings/vmlDrawing1.vml')).toBe(VML);
    const all = await applied(await applied(before, plan), clear);
    expect(danglingLinks(all)).toEqual([]);
    expect(textOf(all, 'xl/worksheets/sheet1.xml')).not.toContain('kaohe');
  });

  withOpenpyxl('opens in openpyxl, which sees values and notes', async () => {
    const { seen } = throughOpenpyxl(await applied(before, plan));
    const cells = seen[S]?.cells ?? {};
    expect(cells['D8']?.value).toBe('=SUM(D3:D6)');
    expect(cells['B8']?.value).toBe('总分');
    expect(cells['D3']?.note).toMatch(/^张三:\n请核对 {2}佐证材料\n——考核校验——\n自查分 7 高于分值 6\n/);
    expect(cells['D6']?.note).toContain('这句细则没读懂');
    expect(cells['D4']?.note).toMatch(/^\[线程批注\][^—]*$/);
    expect(seen['空白表']?.cells['A1']).toEqual({
      value: '=不是公式',
      note: expect.stringContaining('空白表的说明') as string,
    });
    expect(seen['隐藏表']?.cells['A2']?.note).toContain('隐藏表的说明');
  });

  withLibreOffice(
    'opens in LibreOffice, and our marks are found again in what it saves',
    async () => {
      const saved = throughLibreOffice(await applied(before, plan));
      expect(await cellOf(saved, S, 'D8')).toEqual({ value: 29, formula: 'SUM(D3:D6)' });
      expect((await cellOf(saved, S, 'F6')).value).toBe(0);
      const host = await open(saved);
      await host.apply(clear);
      const xml = textOf(host.save(), 'xl/worksheets/sheet1.xml');
      expect(xml).not.toMatch(/kaohe/i);
      const notes = textOf(host.save(), 'xl/comments1.xml');
      expect(notes).not.toContain(NOTE_BLOCK_START);
      expect(notes.replace(/<[^>]*>/g, '')).toContain('佐证材料');
      expect(danglingLinks(host.save())).toEqual([]);
    },
    120_000,
  );

  withOpenpyxl('our marks are found again in what openpyxl saves', async () => {
    const { saved } = throughOpenpyxl(await applied(before, planOf([], ...plan.marks)));
    const cleared = await applied(saved, clear);
    const { seen } = throughOpenpyxl(cleared);
    expect(JSON.stringify(seen)).not.toMatch(/kaohe|考核校验/);
    expect(seen[S]?.cells['D3']?.note).toContain('佐证材料');
    expect(seen[S]?.formats).toEqual([[expect.stringContaining('C3:C6'), [['0']]]]);
    expect(danglingLinks(cleared)).toEqual([]);
  });
});
