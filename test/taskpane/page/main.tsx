import { openFileHost } from '../../../src/hosts/file/fileHost';
import { HostError } from '../../../src/hosts/host';
import type { HostErrorCode, HostEvent, HostShortfall, WorkbookHost } from '../../../src/hosts/host';
import { cellAddress } from '../../../src/sheet/address';
import { openPane } from '../../../src/taskpane/openPane';

/** What a test may change in the page while it runs. */
interface TestPage {
  /** Makes the view that lists what the spreadsheet cannot do fail while it is drawn. */
  broken?: boolean;
  /** Tells the pane what a person does in the workbook; there from the moment the pane listens. */
  tell?: (event: HostEvent) => void;
  /** A person types into a cell. The pane is not told. */
  type?: (sheet: string, row: number, column: number, value: string | number | null) => Promise<void>;
}

const page: TestPage = {};

/** Keeps what the pane hands out, for the test to look at. */
function saveFile(name: string, bytes: Uint8Array): void {
  Object.assign(window, { savedFile: { name, bytes: Array.from(bytes) } });
}

/**
 * The pane beside no sheet at all: a workbook file stands in for one. `?file=` names a sample, `?fail=` a fault of the
 * host that every write meets until it is allowed to lift a protection, `?follow` a host that tells what a person does, `?theme=` and `?language=` how the pane looks, `?download` lets it hand out files.
 */
async function start(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const name = query.get('file') ?? '';
  const bytes = new Uint8Array(await (await fetch(`samples/${encodeURIComponent(name)}`)).arrayBuffer());
  const opened = await openFileHost(bytes, name);
  const element = document.getElementById('pane');
  if (!opened.ok || element === null) throw new Error(`No workbook: ${name}`);
  const file = opened.host;
  const fail = query.get('fail') as HostErrorCode | null;
  const host: WorkbookHost = {
    get shortfalls(): readonly HostShortfall[] {
      if (page.broken === true) throw new Error('the view broke');
      return query.has('old') ? ['merges-unknown', 'no-words', 'own-undo-only'] : [];
    },
    read: () => file.read(),
    apply: async (plan, options) => {
      if (fail !== null && options?.unprotect !== true) throw new HostError(fail, { sheets: '附件1' });
      return file.apply(plan);
    },
    // A file has no screen: the test says what a person does.
    ...(query.has('follow') && {
      watch: async (listener: (event: HostEvent) => void) => {
        page.tell = listener;
        return async () => {
          delete page.tell;
        };
      },
    }),
    select: async (sheet, cell) => {
      document.title = `${sheet}!${cellAddress(cell)}`;
    },
  };
  page.type = async (sheet, row, column, value) => {
    await file.apply({ cells: [{ sheet, row, column, content: { kind: 'value', value } }], marks: [] });
  };
  const savedBytes = () => Array.from(file.save());
  Object.assign(window, { savedBytes, testPage: page });
  openPane(element, {
    host,
    language: query.get('language') === 'en' ? 'en' : 'zh-CN',
    ...(query.has('download') ? { saveFile } : {}),
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
  });
}

void start();
