import { openFileHost } from '../../../src/hosts/file/fileHost';
import { cellAddress, rectAddress } from '../../../src/sheet/address';
import { dumpWorkbook } from '../dumpWorkbook';
import { EmulatedExcel } from '../emulatedExcel';
import { workbookFrom } from '../loadWorkbook';
import type { CellContent, Hyperlink } from '../model/cell';
import { recalculate } from '../model/recalculate';
import type { SheetModel } from '../model/sheet';
import { AddinFrame } from './addinFrame';

/** What a test can do and see where a person would look at Excel itself. */
export interface ExcelOnScreen {
  /** Types into a cell of a sheet. */
  type(sheet: string, address: string, input: string | number): void;
  /** Clicks on a cell of a sheet. */
  click(sheet: string, address: string): void;
  /** Sheet and area that are selected, such as `附件1!E5`; null: nothing yet. */
  selection(): string | null;
  /** The cells of a sheet that compute something, and what. */
  formulas(sheet: string): [address: string, content: CellContent][];
  /** The whole workbook as data to compare. */
  dump(): unknown;
  /** Names of the sheets that somebody sees, in tab order. */
  sheetNames(): string[];
  /** A sheet without its looks, which are most of a dump. */
  sheet(name: string): SheetOnScreen;
  /** Clicks a ribbon button that runs a function of the add-in. */
  command(functionName: string): void;
  /** Ribbon functions that said they are done. */
  commandsCompleted(): number;
  /** Requests of the add-in so far. */
  syncs(): number;
  /** Event handlers that the add-in has registered. */
  handlers(): number;
  /** What Office.js asked for that is not emulated. */
  unknown(): readonly string[];
}

export interface SheetOnScreen {
  readonly contents: readonly (readonly [address: string, content: CellContent])[];
  readonly hyperlinks: readonly (readonly [place: string, link: Hyperlink])[];
  readonly charts: number;
  readonly validations: number;
  readonly isProtected: boolean;
  readonly highlights: number;
}

/**
 * A page that plays Excel on the web: `?book=` the address of a workbook, `?addin=` of the pane, `?api=` the ExcelApi
 * version, `?language=` of the display.
 */
async function start(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const wanted = (name: string) => query.get(name) ?? '';
  const fileName = decodeURIComponent(wanted('book').split('/').pop() ?? '');
  const bytes = new Uint8Array(await (await fetch(wanted('book'))).arrayBuffer());
  const opened = await openFileHost(bytes, fileName);
  if (!opened.ok) throw new Error(`No workbook: ${fileName}`);
  const excel = new EmulatedExcel(workbookFrom(await opened.host.read()));
  excel.setLevel(Number(wanted('api').split('.')[1]));
  const frame = new AddinFrame(excel, new URL(wanted('addin')), wanted('language') || 'zh-CN', wanted('api'));
  Object.assign(window, { excel: onScreen(excel, frame) });
  document.body.append(frame.element);
}

function onScreen(excel: EmulatedExcel, frame: AddinFrame): ExcelOnScreen {
  const { book } = excel;
  const sheetOf = (name: string): SheetModel => {
    const sheet = book.sheet(name);
    if (sheet === null) throw new Error(`No sheet ${name}`);
    return sheet;
  };
  return {
    type: (sheet, address, input) => book.type(sheetOf(sheet), address, input),
    click: (sheet, address) => book.click(sheetOf(sheet), address),
    selection: () =>
      book.selected === null ? null : `${book.activeSheet.name}!${rectAddress(book.selected)}`,
    formulas: (sheet) => {
      const model = sheetOf(sheet);
      recalculate(model);
      return [...model.contents()]
        .filter(({ content }) => content.formula !== null)
        .map((cell) => [cellAddress(cell), cell.content]);
    },
    dump: () => dumpWorkbook(book),
    sheetNames: () =>
      book.sheets.filter(({ visibility }) => visibility === 'Visible').map(({ name }) => name),
    sheet: (name) => {
      const model = sheetOf(name);
      recalculate(model);
      return {
        contents: [...model.contents()].map((cell) => [cellAddress(cell), cell.content]),
        hyperlinks: [...model.hyperlinks],
        charts: model.charts.length,
        validations: model.validations.size,
        isProtected: model.protection !== null,
        highlights: model.conditionalFormats.length,
      };
    },
    command: (functionName) => frame.runCommand('Kaohe.Button', functionName),
    commandsCompleted: () => frame.commandsCompleted,
    syncs: () => excel.syncs,
    handlers: () => book.events.count,
    unknown: () => frame.unknown,
  };
}

void start();
