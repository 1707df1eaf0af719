import { Remote } from '../wire/remote';
import type { AnyRemote, Property, RemoteType } from '../wire/remote';
import type { OfSheet } from './comments';
import { textArgument } from './guards';

function text(key: 'orientation' | 'paperSize' | 'centerHeader' | 'centerFooter'): Property<OfSheet> {
  return {
    get: ({ sheet }) => sheet.page[key],
    set: ({ sheet }, value) => {
      sheet.page[key] = textArgument(value, key);
    },
  };
}

const ALL_PAGES: RemoteType<OfSheet> = {
  name: 'HeaderFooter',
  properties: { CenterHeader: text('centerHeader'), CenterFooter: text('centerFooter') },
};

const HEADERS_FOOTERS: RemoteType<OfSheet> = {
  name: 'HeaderFooterGroup',
  properties: { DefaultForAllPages: { get: (at) => new Remote(ALL_PAGES, at) } },
};

const PAGE_LAYOUT: RemoteType<OfSheet> = {
  name: 'PageLayout',
  properties: {
    Orientation: text('orientation'),
    PaperSize: text('paperSize'),
    Zoom: {
      get: ({ sheet }) => sheet.page.zoom,
      set: ({ sheet }, value) => {
        sheet.page.zoom = value;
      },
    },
    HeadersFooters: { get: (at) => new Remote(HEADERS_FOOTERS, at) },
  },
  methods: {
    SetPrintTitleRows: ({ sheet }, [rows]) => {
      sheet.page.titleRows = textArgument(rows, 'The rows');
    },
  },
};

export function pageLayout(at: OfSheet): AnyRemote {
  return new Remote(PAGE_LAYOUT, at);
}
