import type { EmulatedExcel } from '../emulatedExcel';
import type { ExcelEvent } from '../model/events';
import type { RequestBody } from '../wire/protocol';
import { appContext } from './appContext';

/** How the two frames say what they want of each other. */
const ActionType = { invoke: 0, register: 1, unregister: 2 } as const;
const MESSAGE_IS_ANSWER = 1;
const ANSWER_IS_EVENT = 1;

/** Numbers of the methods that Office.js calls on its host. */
const DispatchId = { saveSettings: 76, request: 93, commandCompleted: 94 } as const;
const UNKNOWN_METHOD = 5001;
/** Category of the messages that are events of the object model. */
const EVENT_CATEGORY = 65_536;

/** A message of Office.js, in the wire's own names. */
interface AddinMessage {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

interface MethodCall {
  readonly DdaMethod: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
}

/** The frame an add-in runs in, beside the emulated Excel: it speaks the postMessage language of Office.js. */
export class AddinFrame {
  readonly element = document.createElement('iframe');
  /** What Office.js asked for that is not emulated: a test wants none. */
  readonly unknown: string[] = [];
  /** Names of ribbon commands that said they are done. */
  commandsCompleted = 0;
  private readonly handlers = new Map<string, AddinMessage>();
  private readonly origin: string;
  private readonly context: Record<string, unknown>;

  constructor(
    private readonly excel: EmulatedExcel,
    addin: URL,
    language: string,
    excelApi: string,
  ) {
    const id = crypto.randomUUID();
    const hostInfo = `Excel$Web$16.01$${language}$${id}$$$0`;
    this.origin = addin.origin;
    this.context = appContext(id, language, excelApi);
    addin.searchParams.set('_host_Info', hostInfo);
    this.element.name = JSON.stringify({
      baseFrameName: 'addin',
      hostInfo,
      xdmInfo: `${id}|${id}|${location.origin}`,
      serializerVersion: 1,
      flights: '[]',
    });
    this.element.title = '考核';
    this.element.src = addin.href;
    window.addEventListener('message', (event) => void this.receive(event));
    excel.book.events.connect((event) => this.sendEvent(event));
  }

  /** A click on a ribbon button that runs a function of the add-in. */
  runCommand(id: string, functionName: string): void {
    const handler = this.handlers.get('appCommandInvoked');
    if (handler === undefined) throw new Error('The add-in has no ribbon functions');
    this.answer(handler, { 0: id, 1: functionName, 2: JSON.stringify({ source: { id } }) }, ANSWER_IS_EVENT);
  }

  private sendEvent({ type, target, args }: ExcelEvent): void {
    const handler = this.handlers.get('richApiMessage');
    if (handler === undefined) return;
    const entry = [EVENT_CATEGORY, type, target, JSON.stringify(args), 1, false];
    this.answer(handler, { ArrayData: [entry] }, ANSWER_IS_EVENT);
  }

  private async receive({ source, origin, data }: MessageEvent): Promise<void> {
    if (source !== this.element.contentWindow || origin !== this.origin || typeof data !== 'string') return;
    const message = JSON.parse(data) as AddinMessage;
    if (message._messageType === MESSAGE_IS_ANSWER) return;
    switch (message._actionType) {
      case ActionType.register:
        this.handlers.set(message._actionName, message);
        return this.answer(message, { Error: 0 });
      case ActionType.unregister:
        this.handlers.delete(message._actionName);
        return this.answer(message, { Error: 0 });
      default:
        return this.answer(message, await this.invoke(message));
    }
  }

  private async invoke(message: AddinMessage): Promise<unknown> {
    switch (message._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        return this.context;
      case 'ContextActivationManager_notifyHost':
        return null;
      case 'executeMethod':
        return this.call(message._data as MethodCall);
      default:
        this.unknown.push(message._actionName);
        return null;
    }
  }

  private async call({ DdaMethod, ArrayData = [] }: MethodCall): Promise<unknown> {
    switch (DdaMethod.DispatchId) {
      case DispatchId.request:
        return { Version: 1, Error: 0, Data: await this.request(ArrayData) };
      case DispatchId.commandCompleted:
        this.commandsCompleted++;
        return { Version: 1, Error: 0 };
      case DispatchId.saveSettings:
        return { Version: 1, Error: 0 };
      default:
        this.unknown.push(`method ${DdaMethod.DispatchId}`);
        return { Version: 1, Error: UNKNOWN_METHOD };
    }
  }

  /** A `context.sync()`: body and flags are the fifth and seventh entry; status, headers and body come back. */
  private async request(data: readonly unknown[]): Promise<unknown[]> {
    const body = JSON.parse(String(data[4])) as RequestBody;
    const { status, errorCode, errorMessage, body: result } = await this.excel.answer(body, Number(data[6]));
    const answer = result ?? { Error: { Code: errorCode, Message: errorMessage } };
    return [status, ['Content-Type', 'application/json'], JSON.stringify(answer)];
  }

  private answer(to: AddinMessage, data: unknown, responseType = 0): void {
    const message = {
      _messageType: MESSAGE_IS_ANSWER,
      _actionName: to._actionName,
      _conversationId: to._conversationId,
      _correlationId: to._correlationId,
      _origin: location.origin,
      _data: data,
      _errorCode: 0,
      _responseType: responseType,
      _serializerVersion: 1,
    };
    this.element.contentWindow?.postMessage(JSON.stringify(message), this.origin);
  }
}
