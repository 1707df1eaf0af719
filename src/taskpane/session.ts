import { checkWorkbook } from '../app/checkWorkbook';
import { clearMarks } from '../app/clearMarks';
import { validateAndTotal } from '../app/validateAndTotal';
import type { CheckedBook } from '../check/report';
import { HostError } from '../hosts/host';
import type { ApplyOptions, HostShortfall, Receipt, WorkbookHost } from '../hosts/host';
import type { Language } from '../locale/language';
import type { Stage } from '../locale/messages';
import type { PaneTask, PaneViewName } from '../locale/pane/messages';
import type { CellRef } from '../rubric/finding';

/** What the last finished task did to the workbook. */
export type Outcome =
  | {
      readonly kind: 'filled';
      readonly cells: number;
      readonly highlights: number;
      readonly notes: number;
      readonly degraded: number;
      readonly normalised: number;
      readonly corrected: number;
    }
  | { readonly kind: 'cleared' | 'summarised' | 'rosterSaved' }
  | { readonly kind: 'undone' };

/** Why something could not be done. `again` names the task to try again; absent where that would not help. */
export interface Fault {
  readonly cause: HostError | { readonly code: 'internal'; readonly detail: string };
  readonly again?: PaneTask;
}

/** The stage that is checked; auto: by which column is filled in. */
export type CheckStage = Stage | 'auto';

export interface PaneState {
  readonly view: PaneViewName;
  /** What is going on; null: the user's turn. */
  readonly busy: PaneTask | null;
  /** The workbook as last read; null before the first reading. */
  readonly book: CheckedBook | null;
  /** Whether the findings of `book` are on show: after 校验并合计, until the marks are cleared. */
  readonly showsFindings: boolean;
  readonly outcome: Outcome | null;
  readonly canUndo: boolean;
  readonly fault: Fault | null;
  /** Which scores must be there: chosen here, not in the workbook. */
  readonly stage: CheckStage;
}

/** What a task that a view asked for has done. */
export interface Performed {
  /** Of what it wrote into the workbook: 撤销 takes it back. */
  readonly receipt?: Receipt;
  readonly book?: CheckedBook;
  readonly outcome?: Outcome | null;
}

type Work = (host: WorkbookHost, allowed: ApplyOptions) => Promise<Performed>;

/** One write that can be taken back, and what the pane showed before it. */
interface Done {
  readonly receipt: Receipt;
  readonly before: Pick<PaneState, 'book' | 'showsFindings'>;
}

/** Most writes that can be taken back one after another: each may hold a copy of the workbook. */
const MOST_UNDOS = 10;

const INITIAL: PaneState = {
  view: 'check',
  busy: null,
  book: null,
  showsFindings: false,
  outcome: null,
  canUndo: false,
  fault: null,
  stage: 'auto',
};

/**
 * What the pane knows and does, without a word or a pixel of it. One task at a time: a call while another runs is
 * ignored, but for the first look, which it follows. Faults become state; nothing is thrown.
 */
export class PaneSession {
  #state = INITIAL;
  #looking: Promise<void> = Promise.resolve();
  /** The task that failed last, to be done again. */
  #failed: ((allowed: ApplyOptions) => Promise<void>) | null = null;
  readonly #done: Done[] = [];
  readonly #listeners = new Set<() => void>();

  /** @param language in which labels and notes are written into the workbook, asked at each write */
  constructor(
    readonly host: WorkbookHost,
    private readonly language: () => Language,
  ) {}

  /** The state now: the same object until something changes. */
  readonly state = (): PaneState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get shortfalls(): readonly HostShortfall[] {
    return this.host.shortfalls ?? [];
  }

  get canLocate(): boolean {
    return this.host.select !== undefined;
  }

  /** Another page of the pane; what was done or went wrong on the last one is no longer told. */
  show(view: PaneViewName): void {
    this.#set(this.#state.busy === null ? { view, outcome: null, fault: null } : { view });
  }

  /** Reads the workbook to name its unit, year and stage; writes nothing. */
  look(): Promise<void> {
    const work = async () => {
      const book = await checkWorkbook(this.host, { stage: this.#state.stage });
      return { book, showsFindings: false, outcome: null };
    };
    this.#looking = this.#run('look', work, () => this.look());
    return this.#looking;
  }

  /** 校验并合计. */
  validate(allowed: ApplyOptions = {}): Promise<void> {
    this.#set({ view: 'check' });
    return this.#run(
      'validate',
      async () => {
        const choices = { language: this.language(), stage: this.#state.stage };
        const { checked, plan, receipt } = await validateAndTotal(this.host, choices, allowed);
        this.#remember(receipt);
        const { cells, highlights, notes, degraded = 0 } = receipt;
        const { length: normalised } = plan.normalised;
        const { length: corrected } = plan.corrected;
        const counts = { cells, highlights, notes, degraded, normalised, corrected };
        return { book: checked, showsFindings: true, outcome: { kind: 'filled', ...counts } };
      },
      (again) => this.validate(again),
    );
  }

  /** 清除标记: totals stay. */
  clear(allowed: ApplyOptions = {}): Promise<void> {
    return this.#run(
      'clear',
      async () => {
        this.#remember(await clearMarks(this.host, allowed));
        return { showsFindings: false, outcome: { kind: 'cleared' } };
      },
      (again) => this.clear(again),
    );
  }

  /** Takes effect at once: the workbook is read again. */
  chooseStage(stage: CheckStage): Promise<void> {
    this.#set({ stage });
    return this.look();
  }

  /** 撤销 of the last write of this pane. */
  undo(): Promise<void> {
    return this.#run(
      'undo',
      async () => {
        const last = this.#done[this.#done.length - 1];
        if (last === undefined) return {};
        await last.receipt.undo();
        this.#done.pop();
        return { ...last.before, outcome: { kind: 'undone' } };
      },
      () => this.undo(),
    );
  }

  /** A task of a view: one at a time like every other, its faults told, its write taken back by 撤销. */
  perform(task: PaneTask, work: Work, allowed: ApplyOptions = {}): Promise<void> {
    return this.#run(
      task,
      async () => {
        const { receipt, ...changes } = await work(this.host, allowed);
        if (receipt !== undefined) this.#remember(receipt);
        return { outcome: null, ...changes };
      },
      (again) => this.perform(task, work, again),
    );
  }

  /** The task that failed, once more. */
  again(allowed: ApplyOptions = {}): Promise<void> {
    return this.#failed?.(allowed) ?? Promise.resolve();
  }

  /** 定位: selects the cell in the sheet. Quick, and no task of its own. */
  async locate(sheet: string, cell: CellRef): Promise<void> {
    try {
      await this.host.select?.(sheet, cell);
      if (this.#state.fault !== null) this.#set({ fault: null });
    } catch (fault) {
      this.#set({ fault: { cause: causeOf(fault) } });
    }
  }

  async #run(
    task: PaneTask,
    work: () => Promise<Partial<PaneState>>,
    again: (allowed: ApplyOptions) => Promise<void>,
  ): Promise<void> {
    // The first look needs no one's leave; what a person asks for meanwhile comes after it and is not lost.
    if (this.#state.busy === 'look') await this.#looking;
    if (this.#state.busy !== null) return;
    this.#set({ busy: task, fault: null });
    try {
      const changes = await work();
      this.#set({ ...changes, busy: null, canUndo: this.#done.length > 0 });
    } catch (fault) {
      this.#failed = again;
      this.#set({ busy: null, outcome: null, fault: { cause: causeOf(fault), again: task } });
    }
  }

  #remember(receipt: Receipt): void {
    const { book, showsFindings } = this.#state;
    this.#done.push({ receipt, before: { book, showsFindings } });
    if (this.#done.length > MOST_UNDOS) this.#done.shift();
  }

  #set(changes: Partial<PaneState>): void {
    this.#state = { ...this.#state, ...changes };
    for (const listener of this.#listeners) listener();
  }
}

function causeOf(fault: unknown): Fault['cause'] {
  if (fault instanceof HostError) return fault;
  return { code: 'internal', detail: fault instanceof Error ? fault.message : String(fault) };
}
