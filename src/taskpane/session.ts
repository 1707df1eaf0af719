import type { CheckedBook } from '../check/report';
import { HostError } from '../hosts/host';
import type { ApplyOptions, HostEvent, HostShortfall, Receipt, WorkbookHost } from '../hosts/host';
import type { Language } from '../locale/language';
import type { PaneTask, PaneViewName } from '../locale/pane/messages';
import type { Fix } from '../plan/planFix';
import type { CellRef } from '../rubric/finding';
import { cellAddress } from '../sheet/address';
import type { Grid } from '../sheet/grid';
import { SETTINGS_SHEET } from '../sheet/settings';
import { loadEngine } from './loadEngine';
import { INITIAL } from './state';
import type { Fault, PaneState, Performed } from './state';

/** Offers bytes under a file name, as a download does. */
export type SaveFile = (name: string, bytes: Uint8Array) => void;

/** A task of a view. What it throws is told as a fault. */
export type Work = (host: WorkbookHost, allowed: ApplyOptions) => Promise<Performed>;

/** One write that can be taken back, and what the pane showed before it. */
interface Done {
  readonly receipt: Receipt;
  readonly before: Pick<PaneState, 'book' | 'showsFindings'>;
}

/** Most writes that can be taken back one after another: each may hold a copy of the workbook. */
const MOST_UNDOS = 10;

/** An edit is looked at when no other came for so long: whoever types is not kept waiting. */
const QUIET_MS = 400;

/**
 * What the pane knows and does, without a word or a pixel of it. One task at a time: a call while another runs is
 * ignored, but for the first look, which it follows. Faults become state; nothing is thrown.
 */
export class PaneSession {
  #state: PaneState;
  #looking: Promise<void> = Promise.resolve();
  /** The task that failed last, to be done again. */
  #failed: ((allowed: ApplyOptions) => Promise<void>) | null = null;
  /** Counts what may have changed the state since a reading began. */
  #turn = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;
  #unfollow: () => Promise<void> = () => Promise.resolve();
  readonly #done: Done[] = [];
  readonly #listeners = new Set<() => void>();

  /** @param language in which labels and notes are written into the workbook, asked at each write */
  constructor(
    readonly host: WorkbookHost,
    readonly language: () => Language | Promise<Language>,
    remembered: Partial<Pick<PaneState, 'live'>> = {},
    /** Hands a file to the person; absent where the pane has no way to. */
    readonly saveFile?: SaveFile,
  ) {
    const live = remembered.live === true && host.watch !== undefined;
    this.#state = { ...INITIAL, live };
  }

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

  /** Whether the spreadsheet tells where the person stands and what they edit. */
  get canFollow(): boolean {
    return this.host.watch !== undefined;
  }

  /** Another page of the pane; what was done or went wrong on the last one is no longer told. */
  show(view: PaneViewName): void {
    this.#set(this.#state.busy === null ? { view, outcome: null, fault: null } : { view });
  }

  /** Reads the workbook to name its unit, year and stage; writes nothing. */
  look(): Promise<void> {
    const work = async () => {
      const book = await this.#check();
      return { book, showsFindings: this.#state.live && book.tables.length > 0, outcome: null };
    };
    this.#looking = this.#run('look', work, () => this.look());
    return this.#looking;
  }

  /** Goes along with what the person does in the workbook, from now on. A spreadsheet that cannot tell is left alone. */
  async follow(): Promise<void> {
    try {
      const unfollow = await this.host.watch?.((event) => this.#hear(event));
      if (unfollow !== undefined) this.#unfollow = unfollow;
      if (this.#isClosed) await unfollow?.();
    } catch (fault) {
      this.complain(fault);
    }
  }

  /** Tells what went wrong outside of any task. */
  complain(fault: unknown): void {
    this.#set({ fault: { cause: causeOf(fault) } });
  }

  /** Nobody looks at the pane any more: it hears nothing of the workbook, and a check under way is dropped. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#waiting);
    this.#turn++;
    await this.#unfollow();
  }

  /** Files that came back, for 汇总 to read: null when it has taken them. */
  handOver(files: PaneState['handedOver']): void {
    this.#set({ handedOver: files });
    if (files !== null) this.show('summary');
  }

  /** 校验并合计. */
  validate(allowed: ApplyOptions = {}): Promise<void> {
    this.#set({ view: 'check' });
    const work = async () => {
      const { validateAndTotal } = await loadEngine();
      const choices = { language: await this.language() };
      const { standing, plan, receipt } = await validateAndTotal(this.host, choices, allowed);
      this.#remember(receipt);
      const { cells, highlights, notes, degraded = 0 } = receipt;
      const { length: normalised } = plan.normalised;
      const { length: corrected } = plan.corrected;
      const counts = { cells, highlights, notes, degraded, normalised, corrected };
      return { book: standing, showsFindings: true, outcome: { kind: 'filled' as const, ...counts } };
    };
    return this.#run('validate', work, (again) => this.validate(again));
  }

  /** 清除标记: totals stay. */
  clear(allowed: ApplyOptions = {}): Promise<void> {
    const work = async () => {
      const { clearMarks } = await loadEngine();
      this.#remember(await clearMarks(this.host, allowed));
      return { showsFindings: false, outcome: { kind: 'cleared' as const } };
    };
    return this.#run('clear', work, (again) => this.clear(again));
  }

  /** 撤销 of the last write of this pane. */
  undo(): Promise<void> {
    const work = async () => {
      const last = this.#done[this.#done.length - 1];
      if (last === undefined) return {};
      await last.receipt.undo();
      this.#done.pop();
      return { ...last.before, outcome: { kind: 'undone' as const } };
    };
    return this.#run('undo', work, () => this.undo());
  }

  /** Makes one edit that somebody chose, and checks again. `seen` is the sheet as it was read when it was offered. */
  fix({ edit, shows }: Pick<Fix, 'edit' | 'shows'>, seen: Grid): Promise<void> {
    const cell = cellAddress(edit);
    return this.perform('fix', async (host, allowed) => {
      const { applyFix } = await loadEngine();
      const receipt = await applyFix(host, edit, seen, allowed);
      if (receipt === null) return { recheck: true, outcome: { kind: 'outdated', cell } };
      return { receipt, recheck: true, outcome: { kind: 'entered', cell, shows } };
    });
  }

  /** A task of a view: one at a time like every other, its faults told, its write taken back by 撤销. */
  perform(task: PaneTask, work: Work, allowed: ApplyOptions = {}): Promise<void> {
    const whole = async () => {
      const { receipt, outcome = null, recheck = false } = await work(this.host, allowed);
      if (receipt !== undefined) this.#remember(receipt);
      return { outcome, ...(recheck && { book: await this.#check() }) };
    };
    return this.#run(task, whole, (again) => this.perform(task, work, again));
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
      this.complain(fault);
    }
  }

  /** 实时校验 on or off; on, it begins with what is there now. */
  chooseLive(live: boolean): Promise<void> {
    this.#set({ live });
    return live ? this.look() : Promise.resolve();
  }

  #hear(event: HostEvent): void {
    if (event.kind === 'selected') {
      const { sheet, cell } = event;
      this.#set({ place: { sheet, cell } });
    } else if (this.#state.live || this.#isOurs(event.sheet)) this.#recheckSoon();
  }

  /** Whether an edit on this sheet may change what is known of the workbook. */
  #isOurs(sheet: string): boolean {
    const { latest } = this.#state;
    return sheet === SETTINGS_SHEET || latest?.tables.some(({ table }) => table.grid.name === sheet) === true;
  }

  #recheckSoon(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#recheck(), QUIET_MS);
  }

  /** Reads what was edited, beside the tasks and without a word: only 实时校验 shows the findings. */
  async #recheck(): Promise<void> {
    if (this.#state.busy !== null) return this.#recheckSoon();
    const turn = ++this.#turn;
    try {
      const { checkWhileWanted } = await loadEngine();
      const isWanted = () => turn === this.#turn;
      const latest = await checkWhileWanted(this.host, {}, isWanted);
      if (latest === null || !isWanted()) return;
      const { live } = this.#state;
      this.#set(
        live ? { latest, book: latest, showsFindings: true, outcome: null, fault: null } : { latest },
      );
    } catch (fault) {
      // Who is typing in a cell is in the middle of an edit: its end is told too.
      const isTyping = fault instanceof HostError && fault.code === 'cell-editing';
      if (turn === this.#turn && this.#state.live && !isTyping) this.complain(fault);
    }
  }

  async #check(): Promise<CheckedBook> {
    const { checkWorkbook } = await loadEngine();
    return checkWorkbook(this.host, {});
  }

  async #run(
    task: PaneTask,
    work: () => Promise<Partial<PaneState>>,
    again: (allowed: ApplyOptions) => Promise<void>,
  ): Promise<void> {
    // The first look needs no one's leave; what a person asks for meanwhile comes after it and is not lost.
    if (this.#state.busy === 'look') await this.#looking;
    if (this.#state.busy !== null) return;
    this.#turn++;
    this.#set({ busy: task, fault: null });
    try {
      const changes = await work();
      const latest = changes.book === undefined ? {} : { latest: changes.book };
      this.#set({ ...changes, ...latest, busy: null, canUndo: this.#done.length > 0 });
    } catch (fault) {
      this.#failed = again;
      const canUndo = this.#done.length > 0;
      this.#set({ busy: null, outcome: null, canUndo, fault: { cause: causeOf(fault), again: task } });
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
  if (fault instanceof Error && fault.name === 'ChunkLoadError') return { code: 'not-loaded' };
  return { code: 'internal', detail: fault instanceof Error ? fault.message : String(fault) };
}
