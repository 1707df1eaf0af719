import type { WorkbookModel } from './model/workbook';
import { workbook } from './objects/workbook';
import { Executor } from './wire/executor';
import type { RequestBody, ResponseBody } from './wire/protocol';

/** Flag of a request that may wait until the user leaves the cell being edited. */
const DELAY_FOR_CELL_EDIT = 64;
/** Excel refuses larger requests and answers. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

export interface Answer {
  readonly status: number;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly body: ResponseBody | null;
}

/**
 * An Excel with one workbook open that answers the requests of Office.js. Nothing here needs Node or a browser: a test
 * in Node and a page that plays Excel use it alike.
 */
export class EmulatedExcel {
  /** Requests that did something for the add-in: every `context.sync()` but the client's own tidying up. */
  syncs = 0;
  readonly executor: Executor;
  private endOfEditing: Promise<void> | null = null;
  private leaveCell: () => void = () => undefined;

  constructor(readonly book: WorkbookModel) {
    this.executor = new Executor(workbook(book));
  }

  /** The user begins to type in a cell: requests wait if they may, else they are refused, until `endCellEdit`. */
  beginCellEdit(): void {
    this.endOfEditing = new Promise((resolve) => {
      this.leaveCell = resolve;
    });
  }

  endCellEdit(): void {
    this.endOfEditing = null;
    this.leaveCell();
  }

  /** Acts out the Excel that has this minor version of the ExcelApi 1.x, and nothing later. */
  setLevel(minor: number): void {
    this.executor.level = minor;
    this.book.events.level = minor;
  }

  async answer(body: RequestBody, flags: number): Promise<Answer> {
    if (!isTidying(body)) this.syncs++;
    if (this.endOfEditing !== null) {
      if ((flags & DELAY_FOR_CELL_EDIT) === 0) {
        return refusal('InvalidOperationInCellEditMode', 'Excel is in cell-editing mode.');
      }
      await this.endOfEditing;
    }
    if (JSON.stringify(body).length > PAYLOAD_LIMIT) {
      return refusal('RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.');
    }
    const answer = this.executor.execute(body);
    if (JSON.stringify(answer).length > PAYLOAD_LIMIT) {
      return refusal('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.');
    }
    return { status: 200, errorCode: '', errorMessage: '', body: answer };
  }
}

function refusal(errorCode: string, errorMessage: string): Answer {
  return { status: 400, errorCode, errorMessage, body: null };
}

/** After a run the client gives its references back, in a request of its own. */
function isTidying(body: RequestBody): boolean {
  return body.Actions.every(({ Name, ActionType }) => ActionType === 1 || Name === '_RemoveReference');
}
