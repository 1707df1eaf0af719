// Scoring workbooks as LibreOffice writes them: about 25 rows of 6 columns, Chinese, merges, rich runs. The same
// number always gives the same bytes.
import { strToU8, zipSync } from 'fflate';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A small repeatable random source (mulberry32). */
function random(seed) {
  let a = seed;
  return (below) => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const SUBJECTS = [
  '信息报送',
  '档案管理',
  '会议组织',
  '督查督办',
  '公文处理',
  '值班值守',
  '政务公开',
  '信访维稳',
  '保密工作',
  '应急演练',
];
const ACTIONS = [
  '未按时完成',
  '材料不齐全',
  '未及时上报',
  '台账缺失',
  '整改不到位',
  '迟报漏报',
  '无故缺席',
  '内容不规范',
];
const UNITS = ['次', '项', '件', '处', '篇', '个'];

function criterion(pick) {
  const clauses = [];
  for (let n = 1 + pick(3); n > 0; n--) {
    const subject = SUBJECTS[pick(SUBJECTS.length)];
    const action = ACTIONS[pick(ACTIONS.length)];
    clauses.push(`${subject}${action}的，每${UNITS[pick(UNITS.length)]}扣${[0.5, 1, 2][pick(3)]}分`);
  }
  return `${clauses.join('；')}，扣完为止；完成年度任务${80 + pick(20)}%以上的不扣分。`;
}

function strings() {
  const indexes = new Map();
  return {
    index(text) {
      if (!indexes.has(text)) indexes.set(text, indexes.size);
      return indexes.get(text);
    },
    xml() {
      const run = (text, font) =>
        `<r><rPr><sz val="11"/><color rgb="FF000000"/><rFont val="${font}"/><family val="2"/><charset val="1"/></rPr><t xml:space="preserve">${text}</t></r>`;
      // LibreOffice splits a text into runs where the script changes.
      const items = [...indexes.keys()].map((text) => {
        const runs = text.match(/[0-9.%]+|[^0-9.%]+/g) ?? [];
        if (runs.length < 2) return `<si><t xml:space="preserve">${text}</t></si>`;
        return `<si>${runs.map((t) => run(t, /^[0-9.%]/.test(t) ? 'Calibri' : '宋体')).join('')}</si>`;
      });
      return `${HEAD}<sst xmlns="${MAIN}" count="${items.length}" uniqueCount="${items.length}">${items.join('')}</sst>`;
    },
  };
}

/** `write` makes the rubric's text and maxima, `pick` what a unit filled in. */
function sheet(write, pick, shared) {
  const text = (ref, value, style = 1) =>
    `<c r="${ref}" s="${style}" t="s"><v>${shared.index(value)}</v></c>`;
  const number = (ref, value) => `<c r="${ref}" s="2" t="n"><v>${value}</v></c>`;
  const row = (n, cells) =>
    `<row r="${n}" customFormat="false" ht="${n === 1 ? 24 : 42.75}" hidden="false" customHeight="true" outlineLevel="0" collapsed="false">${cells}</row>`;
  const blank = (n, from) => 'ABCDEF'.slice(from).replace(/./g, (column) => `<c r="${column}${n}" s="1"/>`);
  const rows = [row(1, text('A1', '街道办公室工作目标管理考核评分细则') + blank(1, 1))];
  rows.push(row(2, text('A2', `填报单位：第${pick(40) + 1}街道`) + blank(2, 1)));
  const header = ['考核内容', '', '分值', '评分标准', '自查分', '考核分'];
  rows.push(row(3, header.map((h, i) => (h ? text(`${'ABCDEF'[i]}3`, h, 3) : `<c r="B3" s="3"/>`)).join('')));
  const merges = ['A1:F1', 'A2:F2', 'A3:B3'];
  let n = 4;
  for (const [section, items] of [
    ['基础工作', 6],
    ['管理工作', 8],
    ['服务工作', 5],
    ['创新工作', 3],
  ]) {
    merges.push(`A${n}:A${n + items - 1}`);
    for (let i = 0; i < items; i++, n++) {
      const max = 2 + write(7);
      const first = i === 0 ? text(`A${n}`, section) : `<c r="A${n}" s="1"/>`;
      const name = text(`B${n}`, SUBJECTS[write(SUBJECTS.length)]);
      const scores =
        number(`E${n}`, max - pick(2)) + (pick(12) ? number(`F${n}`, max) : `<c r="F${n}" s="2"/>`);
      rows.push(row(n, first + name + number(`C${n}`, max) + text(`D${n}`, criterion(write)) + scores));
    }
  }
  const sum = (column) =>
    `<c r="${column}${n}" s="2" t="n"><f aca="false">SUM(${column}4:${column}${n - 1})</f><v>${90 + pick(10)}</v></c>`;
  rows.push(
    row(
      n,
      text(`A${n}`, '合计') +
        `<c r="B${n}" s="1"/>` +
        sum('C') +
        `<c r="D${n}" s="1"/>` +
        sum('E') +
        sum('F'),
    ),
  );
  const cols = [12.3, 18.7, 8.2, 60.5, 9.1, 9.1].map(
    (width, i) =>
      `<col collapsed="false" customWidth="true" hidden="false" outlineLevel="0" max="${i + 1}" min="${i + 1}" style="0" width="${width}"/>`,
  );
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${REL}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><sheetPr filterMode="false"><pageSetUpPr fitToPage="false"/></sheetPr><dimension ref="A1:F${n}"/><sheetViews><sheetView showFormulas="false" showGridLines="true" showRowColHeaders="true" showZeros="true" rightToLeft="false" tabSelected="true" view="normal" topLeftCell="A1" colorId="64" zoomScale="100" workbookViewId="0"><selection pane="topLeft" activeCell="A1" activeCellId="0" sqref="A1"/></sheetView></sheetViews><sheetFormatPr defaultColWidth="8.5390625" defaultRowHeight="15" zeroHeight="false" outlineLevelRow="0" outlineLevelCol="0"></sheetFormatPr><cols>${cols.join('')}</cols><sheetData>${rows.join('')}</sheetData><mergeCells count="${merges.length}">${merges.map((m) => `<mergeCell ref="${m}"/>`).join('')}</mergeCells><printOptions headings="false" gridLines="false" gridLinesSet="true" horizontalCentered="false" verticalCentered="false"/><pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.511811023622047" footer="0.511811023622047"/><pageSetup paperSize="9" scale="100" fitToWidth="1" fitToHeight="1" pageOrder="downThenOver" orientation="landscape" blackAndWhite="false" draft="false" cellComments="none" horizontalDpi="300" verticalDpi="300" copies="1"/><headerFooter differentFirst="false" differentOddEven="false"><oddHeader></oddHeader><oddFooter></oddFooter></headerFooter></worksheet>`;
}

function styles() {
  const xf = (border, wrap) =>
    `<xf numFmtId="164" fontId="0" fillId="0" borderId="${border}" applyFont="true" applyBorder="true" applyAlignment="true" applyProtection="true"><alignment horizontal="general" vertical="center" textRotation="0" wrapText="${wrap}" indent="0" shrinkToFit="false"/><protection locked="true" hidden="false"/></xf>`;
  const edge = (name) => `<${name} style="thin"/>`;
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="General"/></numFmts><fonts count="2"><font><sz val="10.5"/><name val="宋体"/><family val="0"/><charset val="134"/></font><font><b val="true"/><sz val="16"/><name val="黑体"/><family val="0"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border diagonalUp="false" diagonalDown="false"><left/><right/><top/><bottom/><diagonal/></border><border diagonalUp="false" diagonalDown="false">${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border></borders><cellStyleXfs count="20">${xf(0, false).repeat(20)}</cellStyleXfs><cellXfs count="4">${xf(0, false)}${xf(1, true).repeat(3)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

/** Parts that hold values: what a reader cannot do without. */
export const NEEDED = [
  '_rels/.rels',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/worksheets/sheet1.xml',
  'xl/sharedStrings.xml',
];

/** Bytes of the workbook with this number. Units fill in the same few rubrics; with `rubrics` ≥ the count, each its own. */
export function scoringWorkbook(number, rubrics = 8) {
  const shared = strings();
  const sheetXml = sheet(random(1_000_000 + (number % rubrics)), random(number + 1), shared);
  const override = (part, type) => `<Override PartName="/${part}" ContentType="${type}"/>`;
  const relation = (id, type, target) =>
    `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`;
  const relations = (...all) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
  const parts = {
    '_rels/.rels': relations(
      relation('rId1', 'officeDocument', 'xl/workbook.xml'),
      relation('rId2', 'extended-properties', 'docProps/app.xml'),
    ),
    'docProps/app.xml': `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>LibreOffice</Application></Properties>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'styles', 'styles.xml'),
      relation('rId2', 'worksheet', 'worksheets/sheet1.xml'),
      relation('rId3', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><fileVersion appName="Calc"/><workbookPr backupFile="false" showObjects="all" date1904="false"/><workbookProtection/><bookViews><workbookView showHorizontalScroll="true" showVerticalScroll="true" showSheetTabs="true" xWindow="0" yWindow="0" windowWidth="16384" windowHeight="8192" tabRatio="500" firstSheet="0" activeTab="0"/></bookViews><sheets><sheet name="附件1" sheetId="1" state="visible" r:id="rId2"/></sheets><calcPr iterateCount="100" refMode="A1" iterate="false" iterateDelta="0.0001"/></workbook>`,
    'xl/worksheets/sheet1.xml': sheetXml,
    'xl/styles.xml': styles(),
    'xl/sharedStrings.xml': shared.xml(),
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('xl/workbook.xml', `${TYPE}.sheet.main+xml`)}${override('xl/worksheets/sheet1.xml', `${TYPE}.worksheet+xml`)}${override('xl/styles.xml', `${TYPE}.styles+xml`)}${override('xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`)}</Types>`,
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return zipSync(files, { mtime: '1980-01-01T00:00:00' });
}
