import type { BarChart, SheetContent } from '../../../plan/sheetContent';
import { cellAddress, rectAddress } from '../../../sheet/address';
import type { ExcelCapabilities } from '../officeApi';

/** What of the sheet stays in sight while the rest is scrolled. */
export function freeze(sheet: Excel.Worksheet, frozen: NonNullable<SheetContent['frozen']>): void {
  const { row, column } = frozen;
  if (row > 0 && column > 0) {
    sheet.freezePanes.freezeAt(`A1:${cellAddress({ row: row - 1, column: column - 1 })}`);
  } else if (row > 0) {
    sheet.freezePanes.freezeRows(row);
  } else if (column > 0) {
    sheet.freezePanes.freezeColumns(column);
  }
}

/** From 1.9 on; before, Excel's own page stays. */
export function writePage(
  sheet: Excel.Worksheet,
  page: NonNullable<SheetContent['page']>,
  capabilities: ExcelCapabilities,
): void {
  if (!capabilities.areas) return;
  const { pageLayout } = sheet;
  pageLayout.paperSize = 'A4';
  pageLayout.orientation = page.landscape ? 'Landscape' : 'Portrait';
  if (page.fitWidth) pageLayout.zoom = { horizontalFitToPages: 1 };
  if (page.titleRows !== null) {
    pageLayout.setPrintTitleRows(`$${page.titleRows.from + 1}:$${page.titleRows.to + 1}`);
  }
  const every = pageLayout.headersFooters.defaultForAllPages;
  every.centerHeader = page.header;
  every.centerFooter = page.footer;
}

export function addChart(
  sheet: Excel.Worksheet,
  { title, horizontal, categories, series, place }: BarChart,
): void {
  const [first, ...others] = series;
  if (first === undefined) return;
  const chart = sheet.charts.add(
    horizontal ? 'BarClustered' : 'ColumnClustered',
    sheet.getRange(rectAddress(first.values)),
    'Columns',
  );
  chart.title.text = title;
  chart.setPosition(
    cellAddress({ row: place.top, column: place.left }),
    cellAddress({ row: place.bottom, column: place.right }),
  );
  const drawn = [chart.series.getItemAt(0), ...others.map(({ name }) => chart.series.add(name))];
  for (const [index, { name, values }] of series.entries()) {
    const bars = drawn[index];
    if (bars === undefined) continue;
    bars.name = name;
    if (index > 0) bars.setValues(sheet.getRange(rectAddress(values)));
    bars.setXAxisValues(sheet.getRange(rectAddress(categories)));
  }
  // The first category on top, as in the table.
  if (horizontal) chart.axes.categoryAxis.reversePlotOrder = true;
}
