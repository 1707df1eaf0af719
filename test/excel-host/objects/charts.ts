import type { Chart, Series } from '../model/sheet';
import { Remote } from '../wire/remote';
import type { RemoteType } from '../wire/remote';
import { cellArgument } from './comments';
import type { OfSheet } from './comments';
import { invalidArgument, itemNotFound, mayDo, textArgument } from './guards';
import { placeOf } from './range';
import { isRemote } from '../wire/remote';

interface OfChart extends OfSheet {
  readonly chart: Chart;
}

interface OfSeries extends OfChart {
  readonly series: Series;
}

function areaArgument(argument: unknown): Series['values'] {
  if (!isRemote(argument)) throw invalidArgument('Not a range');
  return placeOf(argument).area;
}

const SERIES: RemoteType<OfSeries> = {
  name: 'ChartSeries',
  properties: {
    Name: {
      get: ({ series }) => series.name,
      set: ({ series }, value) => {
        series.name = textArgument(value, 'The name');
      },
    },
  },
  methods: {
    SetValues: ({ series }, [values]) => {
      series.values = areaArgument(values);
    },
    SetXAxisValues: ({ series }, [values]) => {
      series.categories = areaArgument(values);
    },
  },
};

const ALL_SERIES: RemoteType<OfChart> = {
  name: 'ChartSeriesCollection',
  items: (at) => at.chart.series.map((series) => new Remote(SERIES, { ...at, series })),
  methods: {
    GetItemAt: (at, [index]) => {
      const series = at.chart.series[Number(index)];
      if (series === undefined) throw itemNotFound();
      return new Remote(SERIES, { ...at, series });
    },
    Add: (at, [name]) => {
      const values = { top: 0, left: 0, bottom: 0, right: 0 };
      const series: Series = { name: textArgument(name, 'The name'), values, categories: null };
      at.chart.series.push(series);
      return new Remote(SERIES, { ...at, series });
    },
  },
};

const TITLE: RemoteType<OfChart> = {
  name: 'ChartTitle',
  properties: {
    Text: {
      get: ({ chart }) => chart.title,
      set: ({ chart }, value) => {
        chart.title = textArgument(value, 'The title');
      },
    },
  },
};

const AXIS: RemoteType<OfChart> = {
  name: 'ChartAxis',
  properties: {
    ReversePlotOrder: {
      get: ({ chart }) => chart.isReversed,
      set: ({ chart }, value) => {
        chart.isReversed = value === true;
      },
    },
  },
};

const AXES: RemoteType<OfChart> = {
  name: 'ChartAxes',
  properties: { CategoryAxis: { get: (at) => new Remote(AXIS, at) } },
};

const CHART: RemoteType<OfChart> = {
  name: 'Chart',
  id: ({ chart }) => chart.id,
  properties: {
    Title: { get: (at) => new Remote(TITLE, at) },
    Series: { get: (at) => new Remote(ALL_SERIES, at) },
    Axes: { get: (at) => new Remote(AXES, at) },
  },
  methods: {
    SetPosition: ({ chart }, [from, to]) => {
      const first = cellArgument(from);
      const last = cellArgument(to);
      chart.place = { top: first.row, left: first.column, bottom: last.row, right: last.column };
    },
  },
};

export const CHARTS: RemoteType<OfSheet> = {
  name: 'ChartCollection',
  items: (at) => at.sheet.charts.map((chart) => new Remote(CHART, { ...at, chart })),
  methods: {
    // Series by columns: each column of the source is one.
    Add: (at, [type, source, by]) => {
      mayDo(at.sheet, 'allowEditObjects');
      if (by !== 'Columns') throw invalidArgument('The emulator makes series of columns only');
      const { left, right, ...rows } = areaArgument(source);
      const series = Array.from({ length: right - left + 1 }, (_, index): Series => {
        const column = left + index;
        return {
          name: `系列${index + 1}`,
          values: { ...rows, left: column, right: column },
          categories: null,
        };
      });
      const chart: Chart = {
        id: at.book.newId('chart'),
        type: textArgument(type, 'The type'),
        title: '图表标题',
        place: null,
        series,
        isReversed: false,
      };
      at.sheet.charts.push(chart);
      return new Remote(CHART, { ...at, chart });
    },
  },
};
