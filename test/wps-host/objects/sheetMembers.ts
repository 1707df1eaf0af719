import { USUAL_HEIGHT, USUAL_WIDTH } from '../../excel-host/model/sheet';
import type { Chart } from '../../excel-host/model/sheet';
import { textOf } from '../codes';
import type { EmulatedEt } from '../emulatedEt';
import { eachCell, firstArea, mayChange } from '../place';
import type { OfSheet, Place } from '../place';
import { etObject, stateOf } from '../strict';
import type { EtMember, EtType } from '../strict';

/** Margin of a column beside its characters, in pixels, and points of a pixel. */
const MARGIN = 5;
const PIXEL = 0.75;
const FIGURE = (USUAL_WIDTH.points / PIXEL - MARGIN) / USUAL_WIDTH.characters;

export const HYPERLINKS: EtType<OfSheet> = {
  name: 'Hyperlinks',
  members: {
    /** Puts the address into the cell as its text. */
    Add: {
      writes: true,
      call: ({ sheet }, [anchor, address, within, tip]) => {
        mayChange(sheet);
        const { top, left } = firstArea(stateOf(anchor, 'Range') as Place);
        const [file, place] = [textOf(address), textOf(within)];
        const target =
          file === '' ? { documentReference: place } : { address: place === '' ? file : `${file}#${place}` };
        sheet.hyperlinks.set(`${top},${left}`, { ...target, screenTip: textOf(tip) });
        sheet.setContent(top, left, { value: file === '' ? place : file, formula: null });
      },
    },
  },
};

/** Settings of a page by the word that the shared model has for them. */
export const PAGE_SETUP: EtType<OfSheet> = {
  name: 'PageSetup',
  members: Object.fromEntries(
    (
      [
        ['PaperSize', 'paperSize', (value) => (value === 9 ? 'A4' : 'other')],
        ['Orientation', 'orientation', (value) => (value === 2 ? 'Landscape' : 'Portrait')],
        ['Zoom', 'zoom', (value) => value],
        ['FitToPagesWide', 'zoom', (value) => ({ horizontalFitToPages: value })],
        ['FitToPagesTall', null, (value) => value],
        ['PrintTitleRows', 'titleRows', textOf],
        ['CenterHeader', 'centerHeader', textOf],
        ['CenterFooter', 'centerFooter', textOf],
      ] as readonly (readonly [string, string | null, (value: unknown) => unknown])[]
    ).map(([name, key, word]): [string, EtMember<OfSheet>] => [
      name,
      {
        get: ({ sheet }) => (key === null ? false : Reflect.get(sheet.page, key)),
        set: ({ sheet }, value) => {
          if (key !== null) Object.assign(sheet.page, { [key]: word(value) });
        },
      },
    ]),
  ),
};

interface OfChart extends OfSheet {
  readonly chart: Chart;
}

interface OfSeries extends OfChart {
  readonly series: Chart['series'][number];
}

const SERIES: EtType<OfSeries> = {
  name: 'Series',
  members: {
    Name: {
      get: ({ series }) => series.name,
      set: ({ series }, value) => {
        series.name = textOf(value);
      },
    },
    Values: {
      get: ({ series }) => series.values,
      set: ({ series }, value) => {
        series.values = firstArea(stateOf(value, 'Range') as Place);
      },
    },
    XValues: {
      get: ({ series }) => series.categories,
      set: ({ series }, value) => {
        series.categories = firstArea(stateOf(value, 'Range') as Place);
      },
    },
    Delete: {
      call: ({ chart, series }) => {
        chart.series.splice(chart.series.indexOf(series), 1);
      },
    },
  },
};

const SERIES_COLLECTION: EtType<OfChart> = {
  name: 'SeriesCollection',
  members: {
    Count: { get: ({ chart }) => chart.series.length },
    Item: {
      call: (at, [index], et) => {
        const series = at.chart.series[Number(index) - 1];
        if (series === undefined) throw new Error('No such series');
        return etObject(SERIES, { ...at, series }, et);
      },
    },
    NewSeries: {
      call: (at, _args, et) => {
        const series = { name: '', values: { top: 0, left: 0, bottom: 0, right: 0 }, categories: null };
        at.chart.series.push(series);
        return etObject(SERIES, { ...at, series }, et);
      },
    },
  },
};

const CHART_TITLE: EtType<OfChart> = {
  name: 'ChartTitle',
  members: {
    Text: {
      get: ({ chart }) => chart.title,
      set: ({ chart }, value) => {
        chart.title = textOf(value);
      },
    },
  },
};

const CHART: EtType<OfChart> = {
  name: 'Chart',
  members: {
    HasTitle: { get: ({ chart }) => chart.title !== '', set: () => undefined },
    ChartTitle: { get: (at, et) => etObject(CHART_TITLE, at, et) },
    SeriesCollection: { call: (at, _args, et) => etObject(SERIES_COLLECTION, at, et) },
  },
};

const SHAPE: EtType<OfChart> = {
  name: 'Shape',
  members: { Chart: { get: (at, et) => etObject(CHART, at, et) } },
};

export const SHAPES: EtType<OfSheet> = {
  name: 'Shapes',
  members: {
    /** Takes what stands around the active cell for a first series. */
    AddChart2: {
      writes: true,
      call: (at, [_style, type], et) => {
        mayChange(at.sheet);
        if (type !== 51 && type !== 57) throw new Error(`No such chart: ${String(type)}`);
        const guess = { name: '', values: { top: 0, left: 0, bottom: 0, right: 0 }, categories: null };
        const chart: Chart = {
          id: at.book.newId('chart'),
          type: type === 57 ? 'BarClustered' : 'ColumnClustered',
          title: '',
          place: null,
          series: [guess],
          isReversed: false,
        };
        at.sheet.charts.push(chart);
        return etObject(SHAPE, { ...at, chart }, et);
      },
    },
  },
};

/** The part of a window that does not scroll: set on the sheet that is shown. */
export const WINDOW: EtType<EmulatedEt> = {
  name: 'Window',
  members: {
    SplitRow: split('rows'),
    SplitColumn: split('columns'),
    FreezePanes: {
      get: (et) => et.activeBook?.model.activeSheet.frozen !== null,
      set: (et, value) => {
        const sheet = et.activeBook?.model.activeSheet;
        if (sheet !== undefined && value !== true) sheet.frozen = null;
      },
    },
  },
};

function split(key: 'rows' | 'columns'): EtMember<EmulatedEt> {
  return {
    get: (et) => et.activeBook?.model.activeSheet.frozen?.[key] ?? 0,
    set: (et, value) => {
      const sheet = et.activeBook?.model.activeSheet;
      if (sheet !== undefined)
        sheet.frozen = { ...(sheet.frozen ?? { rows: 0, columns: 0 }), [key]: Number(value) };
    },
  };
}

/** Members of a Range that sheets written whole need: sizes, merging, and where it lies in points. */
export const SIZE_MEMBERS: Readonly<Record<string, EtMember<Place>>> = {
  ColumnWidth: {
    get: ({ sheet, areas }) => {
      const points = sheet.columnWidths.get(areas[0]?.left ?? 0) ?? USUAL_WIDTH.points;
      return (points / PIXEL - MARGIN) / FIGURE;
    },
    set: (place, value) => {
      const { left, right } = firstArea(place);
      for (let column = left; column <= right; column++) {
        place.sheet.columnWidths.set(column, (Number(value) * FIGURE + MARGIN) * PIXEL);
      }
    },
  },
  RowHeight: {
    get: ({ sheet, areas }) => sheet.rowHeights.get(areas[0]?.top ?? 0) ?? USUAL_HEIGHT,
    set: (place, value) => {
      const { top, bottom } = firstArea(place);
      for (let row = top; row <= bottom; row++) place.sheet.rowHeights.set(row, Number(value));
    },
  },
  Left: { get: (place) => firstArea(place).left * USUAL_WIDTH.points },
  Top: { get: (place) => firstArea(place).top * USUAL_HEIGHT },
  Width: { get: (place) => (firstArea(place).right - firstArea(place).left + 1) * USUAL_WIDTH.points },
  Height: { get: (place) => (firstArea(place).bottom - firstArea(place).top + 1) * USUAL_HEIGHT },
  /** Keeps the first cell's content alone. */
  Merge: {
    writes: true,
    call: (place) => {
      mayChange(place.sheet);
      const area = firstArea(place);
      place.sheet.merges.push(area);
      eachCell(place, (row, column) => {
        if (row !== area.top || column !== area.left) place.sheet.setContent(row, column, null);
      });
    },
  },
};
