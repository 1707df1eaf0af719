import type { BarChart, SheetContent } from '../../../../plan/sheetContent';
import { columnName } from '../../../../sheet/address';
import type { Rect } from '../../../../sheet/grid';
import { XML_HEAD } from '../packageEdit';
import { escapeXstring } from '../xmlTree';
import { quotedSheet } from './links';
import type { Vocabulary } from './vocabulary';

/** Fills of the series in turn: far enough apart in print without colours too. */
const SERIES_FILLS = ['2F5597', 'ED7D31', 'A5A5A5', '70AD47', 'FFC000', '5B9BD5'] as const;
/** In every Chinese Windows and office suite. */
const FONT = '宋体';
const GRID_LINE = 'D9D9D9';
const TEXT = '404040';

type Shown = string | number | null;

function valuesIn(sheet: SheetContent, area: Rect): Shown[] {
  const shown = new Map<string, Shown>();
  for (const { row, column, content } of sheet.cells) {
    if (row < area.top || row > area.bottom || column < area.left || column > area.right) continue;
    const value =
      content.kind === 'formula' ? content.cached : content.kind === 'value' ? content.value : null;
    shown.set(`${row},${column}`, value);
  }
  const values: Shown[] = [];
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++)
      values.push(shown.get(`${row},${column}`) ?? null);
  return values;
}

function reference(sheet: string, { top, left, bottom, right }: Rect): string {
  const cell = (row: number, column: number) => `$${columnName(column)}$${row + 1}`;
  return escapeXstring(`${quotedSheet(sheet)}!${cell(top, left)}:${cell(bottom, right)}`);
}

/** Values as a chart keeps them beside the reference, so that it shows before anything is computed. */
function cacheXml(values: readonly Shown[], keep: (value: Shown) => value is string | number): string {
  const points = values.flatMap((value, index) =>
    keep(value) ? [`<c:pt idx="${index}"><c:v>${escapeXstring(String(value))}</c:v></c:pt>`] : [],
  );
  return `<c:ptCount val="${values.length}"/>${points.join('')}`;
}

const isWord = (value: Shown): value is string | number => value !== null;
const isNumber = (value: Shown): value is number => typeof value === 'number';

function fontXml(size: number, bold: boolean): string {
  return (
    `sz="${size * 100}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${TEXT}"/></a:solidFill>` +
    `<a:latin typeface="${FONT}"/><a:ea typeface="${FONT}"/>`
  );
}

function textXml(size: number): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${fontXml(size, false)}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
}

function titleXml(title: string): string {
  if (title === '') return '<c:autoTitleDeleted val="1"/>';
  const run = `<a:r><a:rPr lang="zh-CN" ${fontXml(14, true)}</a:rPr><a:t>${escapeXstring(title)}</a:t></a:r>`;
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${fontXml(14, true)}</a:defRPr></a:pPr>${run}</a:p></c:rich></c:tx>` +
    '<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>'
  );
}

function seriesXml(chart: BarChart, sheet: SheetContent): string {
  const categories = cacheXml(valuesIn(sheet, chart.categories), isWord);
  const list = chart.series.map(({ name, values }, index) => {
    const fill = SERIES_FILLS[index % SERIES_FILLS.length] ?? SERIES_FILLS[0];
    return (
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXstring(name)}</c:v></c:tx>` +
      `<c:spPr><a:solidFill><a:srgbClr val="${fill}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>` +
      `<c:cat><c:strRef><c:f>${reference(sheet.name, chart.categories)}</c:f><c:strCache>${categories}</c:strCache></c:strRef></c:cat>` +
      `<c:val><c:numRef><c:f>${reference(sheet.name, values)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${cacheXml(valuesIn(sheet, values), isNumber)}</c:numCache></c:numRef></c:val></c:ser>`
    );
  });
  return list.join('');
}

const CATEGORY_AXIS = 1;
const VALUE_AXIS = 2;

/**
 * Lying bars read downward like the table: the categories are turned round and the figures stay below. Bars begin at
 * zero, or their lengths would say nothing.
 */
function axesXml(horizontal: boolean, fromZero: boolean): string {
  const line = `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${GRID_LINE}"/></a:solidFill></a:ln></c:spPr>`;
  const axis = (id: number, scaling: string, position: string) =>
    `<c:axId val="${id}"/><c:scaling>${scaling}</c:scaling><c:delete val="0"/><c:axPos val="${position}"/>`;
  const orientation = (turned: boolean) => `<c:orientation val="${turned ? 'maxMin' : 'minMax'}"/>`;
  const values = orientation(false) + (fromZero ? '<c:min val="0"/>' : '');
  const crossing = (id: number, at: string) => `<c:crossAx val="${id}"/><c:crosses val="${at}"/>`;
  return (
    `<c:catAx>${axis(CATEGORY_AXIS, orientation(horizontal), horizontal ? 'l' : 'b')}<c:numFmt formatCode="General" sourceLinked="0"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line}${textXml(9)}${crossing(VALUE_AXIS, 'autoZero')}` +
    '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx>' +
    `<c:valAx>${axis(VALUE_AXIS, values, horizontal ? 'b' : 'l')}<c:majorGridlines>${line}</c:majorGridlines>` +
    `<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
    `${textXml(9)}${crossing(CATEGORY_AXIS, horizontal ? 'max' : 'autoZero')}<c:crossBetween val="between"/></c:valAx>`
  );
}

/** A chart part: bars beside one another, with a legend where there is more than one series. */
export function chartXml(chart: BarChart, sheet: SheetContent, words: Vocabulary): string {
  const legend =
    chart.series.length > 1
      ? `<c:legend><c:legendPos val="t"/><c:overlay val="0"/>${textXml(10)}</c:legend>`
      : '';
  const figures = chart.series.flatMap(({ values }) => valuesIn(sheet, values)).filter(isNumber);
  const fromZero = figures.every((figure) => figure >= 0);
  return (
    `${XML_HEAD}<c:chartSpace xmlns:c="${words.chart}" xmlns:a="${words.drawing}" xmlns:r="${words.relationships}">` +
    `<c:roundedCorners val="0"/><c:chart>${titleXml(chart.title)}<c:plotArea><c:layout/>` +
    `<c:barChart><c:barDir val="${chart.horizontal ? 'bar' : 'col'}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${seriesXml(chart, sheet)}` +
    `<c:gapWidth val="60"/><c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/></c:barChart>${axesXml(chart.horizontal, fromZero)}</c:plotArea>` +
    `${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
  );
}
