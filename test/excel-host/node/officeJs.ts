import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import type { EmulatedExcel } from '../emulatedExcel';
import type { ExcelEvent } from '../model/events';
import type { RequestBody } from '../wire/protocol';
import { addNotes } from './notesMembers';

/** What Excel supports: an ExcelApi version such as `1.7`; `latest` stands for Microsoft 365. */
export type ExcelApiLevel = '1.7' | '1.8' | '1.9' | '1.10' | '1.13' | '1.14' | 'latest';

/** The globals that Office.js makes in a page, of which the emulator's users need these. */
export interface OfficeJs {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly isSetSupported: (name: string, version?: string) => boolean;
}

interface OfficeExtensionInside {
  readonly _testSetRichApiMessageReadyImpl: (ready: () => Promise<void>) => void;
  readonly _testTriggerRichApiMessageEvent: (message: unknown) => void;
  readonly SessionBase: { _overrideSession: unknown };
  readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
}

interface Connection {
  excel: EmulatedExcel | null;
  level: ExcelApiLevel;
}

interface Loaded {
  readonly officeJs: OfficeJs;
  readonly connection: Connection;
  readonly deliver: (event: ExcelEvent) => void;
}

let loaded: Loaded | null = null;
/** Category of the messages that are events of the object model. */
const EVENT_CATEGORY = 65_536;

/**
 * The real, unmodified Office.js of the npm package, connected to this Excel at this level. It is loaded once; the last
 * connection counts.
 */
export function officeJs(excel: EmulatedExcel, level: ExcelApiLevel = 'latest'): OfficeJs {
  loaded ??= load();
  loaded.connection.excel = excel;
  loaded.connection.level = level;
  excel.setLevel(level === 'latest' ? Infinity : minor(level));
  const { deliver } = loaded;
  // Events come by a way of their own, some time after what caused them.
  excel.book.events.connect((event) => setTimeout(() => deliver(event)));
  return loaded.officeJs;
}

function load(): Loaded {
  const connection: Connection = { excel: null, level: 'latest' };
  const isSetSupported = (name: string, version?: string) => supports(connection.level, name, version);
  const window = pageWindow();
  const context = createContext(window);
  const folder = dirname(require.resolve('@microsoft/office-js/package.json'));
  runInContext('var OSF = { ConstantNames: {} }; var g_isExpEnabled = false;', context);
  for (const file of ['en-us/office_strings.debug.js', 'excel-web-16.00.debug.js']) {
    const path = join(folder, 'dist', file);
    runInContext(readFileSync(path, 'utf8'), context, { filename: path });
  }
  const page = window as unknown as Omit<OfficeJs, 'isSetSupported'>;
  // What Excel tells the page at start-up; Office.js has put its own `Office` there meanwhile.
  window['Office'] = { context: { requirements: { isSetSupported } } };
  addNotes(page.OfficeExtension, page.Excel);
  const inner = page.OfficeExtension as unknown as OfficeExtensionInside;
  inner.SessionBase._overrideSession = sessionWith(connection);
  // Without it the client lets every member pass, and an older Excel could not be acted out.
  inner.CommonUtility._doApiNotSupportedCheck = true;
  // In a page it would register with its host first.
  inner._testSetRichApiMessageReadyImpl(async () => undefined);
  const deliver = ({ type, target, args }: ExcelEvent) =>
    inner._testTriggerRichApiMessageEvent({
      entries: [
        {
          messageCategory: EVENT_CATEGORY,
          messageType: type,
          targetId: target,
          message: JSON.stringify(args),
        },
      ],
    });
  const { Excel, OfficeExtension } = page;
  return { officeJs: { Excel, OfficeExtension, isSetSupported }, connection, deliver };
}

function supports(level: ExcelApiLevel, name: string, version = '1.1'): boolean {
  if (name !== 'ExcelApi') return true;
  if (level === 'latest') return true;
  return minor(version) <= minor(level);
}

function minor(version: string): number {
  return Number(version.split('.')[1] ?? 0);
}

/** The executor's side of Office.js: a request body goes in, Excel's answer comes out. */
function sessionWith(connection: Connection): unknown {
  return {
    _resolveRequestUrlAndHeaderInfo: async () => ({ url: 'https://localhost/workbook', headers: {} }),
    _createRequestExecutorOrNull: () => ({
      executeAsync: async (_custom: unknown, flags: number, message: { Body: RequestBody }) => {
        if (connection.excel === null) throw new Error('No Excel is connected');
        // Through JSON, as on the real way between the two programs.
        const body = JSON.parse(JSON.stringify(message.Body)) as RequestBody;
        const answer = await connection.excel.answer(body, flags);
        return {
          HttpStatusCode: answer.status,
          ErrorCode: answer.errorCode,
          ErrorMessage: answer.errorMessage,
          Headers: {},
          Body: answer.body === null ? null : JSON.parse(JSON.stringify(answer.body)),
        };
      },
    }),
  };
}

/** As much of a page as Office.js wants to find when it is loaded. */
function pageWindow(): Record<string, unknown> {
  const element = () => ({
    style: {},
    setAttribute: nothing,
    appendChild: nothing,
    getElementsByTagName: () => [],
  });
  const window: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    URL,
    XMLHttpRequest: class {},
    location: {
      href: 'https://localhost/',
      protocol: 'https:',
      origin: 'https://localhost',
      search: '',
      hash: '',
    },
    navigator: { userAgent: 'Node', language: 'zh-CN' },
    addEventListener: nothing,
    removeEventListener: nothing,
    history: {},
    document: {
      createElement: element,
      getElementsByTagName: () => [element()],
      addEventListener: nothing,
      URL: 'https://localhost/',
      documentElement: element(),
      head: element(),
      body: element(),
      cookie: '',
    },
  };
  for (const self of ['window', 'self', 'top', 'parent', 'globalThis']) window[self] = window;
  return window;
}

function nothing(): void {
  // The page has nothing to do.
}
