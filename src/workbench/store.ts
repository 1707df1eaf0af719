import { findingSentence } from '../locale/catalog';
import type { Language } from '../locale/language';
import type { SampleName, StartTask, WorkbenchMessages } from '../locale/workbench/messages';
import type { PageFile } from '../taskpane/summary/readFiles';
import { saveFile } from './saveFile';
import type { SavedPlace } from './saveFile';
import { emptyWorkbook, openWorkbook } from './workbookFile';
import type { OpenWorkbook } from './workbookFile';

/** Something to be told in a line above the sheet. */
export interface Notice {
  readonly kind: 'done' | 'info' | 'failed';
  readonly words: string;
}

/** What the pane is to show when it is there, and the files that it is to begin with. */
export interface Errand {
  readonly task: StartTask;
  readonly files: readonly PageFile[] | null;
}

export interface WorkbenchState {
  readonly workbook: OpenWorkbook | null;
  readonly errand: Errand | null;
  readonly notice: Notice | null;
  /** What waits for a word from the person, as it would lose changes. */
  readonly leaving: (() => void) | null;
  readonly isOpening: boolean;
}

/** Something that can be opened. */
export interface Source {
  readonly name: string;
  bytes(): Promise<Uint8Array>;
}

export function sourceOf(file: File): Source {
  return { name: file.name, bytes: async () => new Uint8Array(await file.arrayBuffer()) };
}

async function sourceOfSample(name: SampleName): Promise<Source> {
  const { SAMPLES, sampleBytes } = await import(/* webpackChunkName: "samples" */ './samples');
  const sample = SAMPLES[name];
  return { name: sample.fileName, bytes: async () => sampleBytes(sample) };
}

/** What the workbench has open and has to say. Faults become notices; nothing is thrown. */
export class WorkbenchStore {
  #state: WorkbenchState = {
    workbook: null,
    errand: null,
    notice: null,
    leaving: null,
    isOpening: false,
  };
  #place: SavedPlace = null;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly language: Language,
    private readonly text: WorkbenchMessages,
  ) {}

  readonly state = (): WorkbenchState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get isUnsaved(): boolean {
    return this.#state.workbook?.host.history().isUnsaved ?? false;
  }

  /** Opens a file in the place of the one that is open; asks first where changes would be lost. */
  open(source: Source): void {
    this.#leave(() => void this.#open(source));
  }

  async openSample(name: SampleName): Promise<void> {
    this.open(await sourceOfSample(name));
  }

  /**
   * Has the pane do what needs no scoring sheet, in the workbook that is open or else in an empty one. `files`: what came
   * back, to be summed up.
   */
  begin(task: StartTask, files: readonly PageFile[] | null = null): void {
    if (files?.length === 0) return this.tell({ kind: 'failed', words: this.text.nothingReadable });
    const workbook = this.#state.workbook ?? emptyWorkbook(this.text.start.task[task].fileName);
    if (workbook !== this.#state.workbook) this.#place = null;
    this.#set({ workbook, errand: { task, files }, notice: null });
  }

  /** The pane has it. */
  errandDone(): void {
    this.#set({ errand: null });
  }

  /** Back to the start page. */
  close(): void {
    this.#leave(() => this.#set({ workbook: null, errand: null, notice: null }));
  }

  #leave(go: () => void): void {
    if (this.isUnsaved) this.#set({ leaving: go });
    else go();
  }

  /** The answer to the question whether changes may be lost. */
  async answer(answer: 'save' | 'discard' | 'stay'): Promise<void> {
    const { leaving } = this.#state;
    this.#set({ leaving: null });
    if (answer === 'save') await this.save();
    if (answer === 'discard' || (answer === 'save' && !this.isUnsaved)) leaving?.();
  }

  async save(): Promise<void> {
    const { workbook } = this.#state;
    if (workbook === null) return;
    const { host, saveName } = workbook;
    try {
      const saving = await saveFile(await host.bytes(), saveName, this.#place);
      if (saving.kind === 'cancelled') return;
      host.saved();
      if (saving.kind === 'saved') this.#place = saving.place;
      const words = this.text[saving.kind]({ name: saving.name });
      this.#set({ notice: { kind: 'done', words } });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.tell({ kind: 'failed', words: this.text.cannotSave({ reason }) });
    }
  }

  tell(notice: Notice | null): void {
    this.#set({ notice });
  }

  async #open(source: Source): Promise<void> {
    this.#set({ isOpening: true, notice: null });
    const fail = (reason: string) => {
      const words = this.text.cannotOpen({ file: source.name, reason });
      this.#set({ isOpening: false, notice: { kind: 'failed', words } });
    };
    try {
      const opening = await openWorkbook(await source.bytes(), source.name);
      if (!opening.ok) return fail(findingSentence(opening.finding, this.language));
      const { workbook } = opening;
      this.#place = null;
      const { convertedFrom, saveName } = workbook;
      const notice: Notice | null =
        convertedFrom === null
          ? null
          : { kind: 'info', words: this.text.becomesXlsx({ extension: convertedFrom, name: saveName }) };
      this.#set({ workbook, errand: null, notice, isOpening: false });
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error));
    }
  }

  #set(changes: Partial<WorkbenchState>): void {
    this.#state = { ...this.#state, ...changes };
    for (const listener of this.#listeners) listener();
  }
}
