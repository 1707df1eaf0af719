import { openFileHost } from '../../../src/hosts/file/fileHost';
import { parseCell } from '../../../src/sheet/address';
import { buildWorkbook } from '../../support/package';
import { content, SheetInspector, tags } from '../../support/sheetInspector';
import type { ContractBook } from './hostContract';
import { describeSheetContract } from './sheetContract';
import type { SheetSubject } from './sheetContract';

async function create(book: ContractBook): Promise<SheetSubject> {
  const sheets = book.sheets.map(({ name, cells, merges }) => ({
    name,
    cells,
    ...(merges === undefined ? {} : { merges }),
  }));
  const opened = await openFileHost(buildWorkbook({ sheets }), '附件1.xlsx');
  if (!opened.ok) throw new Error(JSON.stringify(opened.finding));
  const { host } = opened;
  const look = () => new SheetInspector(host.save());
  const first = (sheet: string, tag: string) => tags(look().sheet(sheet), tag)[0]?.attributes;
  return {
    host,
    look: async (sheet, address) => look().look(sheet, address),
    async width(sheet, column) {
      const found = tags(look().sheet(sheet), 'col').find(
        ({ attributes }) => Number(attributes['min']) === column + 1,
      );
      // The file's width has a margin of five pixels, at seven pixels a character.
      return found === undefined ? 0 : Math.round((Number(found.attributes['width']) - 5 / 7) * 10) / 10;
    },
    async height(sheet, row) {
      const found = tags(look().sheet(sheet), 'row').find(
        ({ attributes }) => Number(attributes['r']) === row + 1,
      );
      return Number(found?.attributes['ht'] ?? 0);
    },
    async rule(sheet, address) {
      const rule = look()
        .rules(sheet)
        .find(({ covers }) => covers(address));
      if (rule === undefined) return null;
      const { attributes, formulas } = rule;
      const kind = attributes['type'] as 'list' | 'decimal' | 'custom';
      return {
        kind,
        accepts: kind === 'list' ? formulas[0]!.slice(1, -1) : formulas.join('..'),
        promptTitle: attributes['promptTitle'] ?? '',
        prompt: attributes['prompt'] ?? '',
        refusalTitle: attributes['errorTitle'] ?? '',
        refusal: attributes['error'] ?? '',
      };
    },
    isProtected: async (sheet) => first(sheet, 'sheetProtection')?.['sheet'] === '1',
    async link(sheet, address) {
      const link = tags(look().sheet(sheet), 'hyperlink').find(
        ({ attributes }) => attributes['ref'] === address,
      );
      if (link === undefined) return null;
      const target = look()
        .relationships(look().path(sheet))
        .find(({ id }) => id === link.attributes['r:id'])?.target;
      const location = link.attributes['location'];
      return `${decodeURIComponent(target ?? '')}${location === undefined ? '' : `#${location}`}`;
    },
    async frozen(sheet) {
      const pane = first(sheet, 'pane');
      return pane === undefined ? null : parseCell(pane['topLeftCell'] ?? '');
    },
    async page(sheet) {
      const index = look().tabs.findIndex(({ name }) => name === sheet);
      const name = tags(look().text('xl/workbook.xml'), 'definedName').find(
        ({ attributes }) =>
          attributes['name'] === '_xlnm.Print_Titles' && attributes['localSheetId'] === String(index),
      );
      return {
        landscape: first(sheet, 'pageSetup')?.['orientation'] === 'landscape',
        titleRows: name === undefined ? null : name.inner.replace(/.*!/, '').replace(/\$/g, ''),
      };
    },
    async charts(sheet) {
      const book = look();
      return book
        .relationships(book.path(sheet))
        .filter(({ kind }) => kind === 'drawing')
        .flatMap(({ target }) => book.relationships(target))
        .map(({ target }) => {
          const xml = book.text(target);
          return { title: content(xml, 'a:t') ?? '', series: tags(xml, 'c:ser').length };
        });
    },
  };
}

describeSheetContract('the file host', create);
