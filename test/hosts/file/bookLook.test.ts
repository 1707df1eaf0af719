import { readBookLook } from '../../../src/hosts/file/look/readBookLook';
import { executePlan } from '../../../src/hosts/file/patch/executePlan';
import { buildWorkbook } from '../../support/package';
import type { SheetSpec } from '../../support/package';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const STYLES = `<styleSheet xmlns="${MAIN}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0&quot;分&quot;"/></numFmts>
<fonts count="2"><font><sz val="12"/><name val="宋体"/></font>
<font><b/><i val="0"/><u/><sz val="14"/><color theme="4" tint="-0.5"/><name val="黑体"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFFFEB9C"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>
<border diagonalDown="1"><left style="thin"><color indexed="10"/></left><right/><top/><bottom style="double"><color auto="1"/></bottom><diagonal style="hair"><color rgb="FF0000FF"/></diagonal></border></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>
<xf numFmtId="164" fontId="1" fillId="2" borderId="1" applyAlignment="1"><alignment horizontal="right" vertical="center" wrapText="1" indent="2" textRotation="135"/></xf>
<xf numFmtId="31" fontId="0" fillId="0" borderId="0" applyAlignment="1"><alignment textRotation="255"/></xf></cellXfs>
</styleSheet>`;

const lookOf = (sheet: Partial<SheetSpec>, styles = STYLES) =>
  readBookLook(buildWorkbook({ sheets: [{ name: '一', ...sheet }], styles }));

describe('how a workbook looks', () => {
  it('has fonts, fills, borders, places and formats of its cells', () => {
    const { plainFont, styles } = lookOf({ rows: [['x']] });
    expect(plainFont).toMatchObject({ name: '宋体', size: 12 });
    expect(styles).toHaveLength(3);
    const [plain, dressed, stacked] = styles;
    expect(plain).toMatchObject({ border: {}, wrap: false, indent: 0, rotation: 0 });
    expect(plain?.fill).toBeUndefined();
    expect(dressed).toMatchObject({
      font: { name: '黑体', size: 14, bold: true, underline: true },
      fill: 'FFEB9C',
      border: {
        left: { style: 'thin', color: 'FF0000' },
        bottom: { style: 'double', color: '000000' },
        falling: { style: 'hair', color: '0000FF' },
      },
      horizontal: 'right',
      vertical: 'center',
      wrap: true,
      indent: 2,
      rotation: -45,
      format: '0.0"分"',
    });
    expect(dressed?.font.italic ?? false).toBe(false);
    expect(dressed?.border.rising).toBeUndefined();
    expect(stacked).toMatchObject({ rotation: 'stacked', format: 'yyyy"年"m"月"d"日"' });
  });

  it('darkens a colour of the theme by its tint', () => {
    // Half the lightness of the Office theme's first accent, 4F81BD.
    expect(lookOf({ rows: [['x']] }).styles[1]?.font.color).toBe('254061');
  });

  it('has widths, heights, frozen panes, gridlines and the colour of the tab', () => {
    const xml =
      `<worksheet xmlns="${MAIN}"><sheetPr><tabColor rgb="FFC00000"/></sheetPr>` +
      '<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane xSplit="2" ySplit="3" topLeftCell="C4" state="frozen"/></sheetView></sheetViews>' +
      '<sheetFormatPr defaultColWidth="10.5" defaultRowHeight="15"/>' +
      '<cols><col min="2" max="3" width="30" style="1" customWidth="1"/></cols>' +
      '<sheetData><row r="2" ht="40.5" customHeight="1"><c r="B2" s="1"/><c r="D2"><v>1</v></c></row><row r="5" s="2" customFormat="1"/></sheetData></worksheet>';
    const [sheet] = lookOf({ xml }).sheets;
    expect(sheet).toMatchObject({
      name: '一',
      tabColor: 'C00000',
      gridlines: false,
      columnWidth: 10.5,
      rowHeight: 15,
      columns: [{ from: 1, to: 2, width: 30, style: 1 }],
      frozen: { row: 3, column: 2 },
    });
    expect([...(sheet?.rows ?? [])]).toEqual([
      [1, { height: 40.5, style: null, cells: [{ column: 1, style: 1 }] }],
      [4, { height: null, style: 2, cells: [] }],
    ]);
  });

  it('freezes nothing where the panes are merely split', () => {
    const before =
      '<sheetViews><sheetView workbookViewId="0"><pane xSplit="2000" ySplit="900"/></sheetView></sheetViews>';
    expect(lookOf({ rows: [['x']], before }).sheets[0]?.frozen).toBeNull();
  });

  it('has the pieces of a text with several looks', () => {
    const strings = `<sst xmlns="${MAIN}" count="2" uniqueCount="2"><si><t>平</t></si><si><r><t>扣</t></r><r><rPr><b/><color rgb="FFFF0000"/></rPr><t xml:space="preserve"> 2 </t></r></si></sst>`;
    const book = readBookLook(
      buildWorkbook({
        sheets: [{ name: '一', rows: [['甲', '乙']] }],
        styles: STYLES,
        parts: { 'xl/sharedStrings.xml': strings },
      }),
    );
    expect(book.sheets[0]?.richTexts).toEqual([
      {
        row: 0,
        column: 1,
        runs: [
          { text: '扣', font: {} },
          { text: ' 2 ', font: { bold: true, color: 'FF0000' } },
        ],
      },
    ]);
  });

  it('knows our marks from the conditions of others', () => {
    const after =
      '<conditionalFormatting sqref="A1"><cfRule type="cellIs" priority="1" operator="greaterThan"><formula>1</formula></cfRule></conditionalFormatting>';
    const bytes = buildWorkbook({ sheets: [{ name: '一', rows: [[3, 4]], after }] });
    expect(readBookLook(bytes).sheets[0]).toMatchObject({ highlights: [], notes: [] });
    const { bytes: marked } = executePlan(bytes, {
      cells: [],
      marks: [
        {
          sheet: '一',
          highlights: [{ row: 0, column: 1, severity: 'warning' }],
          notes: [{ row: 0, column: 1, text: '请核对' }],
        },
      ],
    });
    const [sheet] = readBookLook(marked).sheets;
    expect(sheet?.highlights).toEqual([{ row: 0, column: 1, severity: 'warning' }]);
    expect(sheet?.notes).toMatchObject([{ row: 0, column: 1 }]);
    expect(sheet?.notes[0]?.text).toContain('请核对');
  });
});
