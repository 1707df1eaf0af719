import { readingChoices, summarise } from '../../app/summarise';
import type { SummaryChoices } from '../../app/summarise';
import type { Summary } from '../../check/across/acrossFiles';
import type { Outline, Submission } from '../../check/across/submission';
import type { Stage } from '../../locale/messages';
import type { EditPlan } from '../../plan/edits';
import type { Roster } from '../../rubric/roster';
import { readFiles } from './readFiles';
import type { Reading, ReturnedFile } from './readFiles';

/** How far a round is. */
export interface RoundState {
  readonly kind: 'none' | 'reading' | 'done';
  readonly total: number;
  readonly done: number;
  /** The file that was read last. */
  readonly name: string;
  /** It was called off before all files were read. */
  readonly isCut: boolean;
  /** What it was read and summed up by. */
  readonly choices: RoundChoices;
  readonly summary: Summary | null;
}

const NOTHING: RoundState = {
  kind: 'none',
  total: 0,
  done: 0,
  name: '',
  isCut: false,
  choices: { roster: null, sent: null, stage: undefined },
  summary: null,
};

/** Milliseconds between two tellings of the progress: more often nobody can read it. */
const TELL_EVERY = 100;

/** What a person may choose besides the files. */
export interface RoundChoices {
  readonly roster: Roster | null;
  /** The rubric that was sent out; null: the official one or what most have. */
  readonly sent: readonly Outline[] | null;
  /** Check and rank by this column; undefined: as the scores tell. */
  readonly stage: Stage | undefined;
}

type Plannable = Pick<SummaryChoices, 'language' | 'office'>;

/** One round in the pane: the files chosen, what came of them so far, and the summary of it. No word and no pixel of it. */
export class Round {
  #state = NOTHING;
  #submissions: readonly Submission[] = [];
  #files: readonly ReturnedFile[] = [];
  #reading: Reading | null = null;
  readonly #listeners = new Set<() => void>();

  readonly state = (): RoundState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads the files and sums up what was read, also where it is called off. */
  async read(files: readonly ReturnedFile[], choices: RoundChoices): Promise<void> {
    if (this.#state.kind === 'reading') return;
    this.#set({ ...NOTHING, kind: 'reading', total: files.length, choices });
    this.#files = files;
    const { roster, stage } = choices;
    const read: (Submission | undefined)[] = files.map(() => undefined);
    let done = 0;
    let told = 0;
    this.#reading = readFiles(
      files,
      readingChoices(roster, stage === undefined ? {} : { stage }),
      (index, submission) => {
        read[index] = submission;
        done++;
        const now = Date.now();
        if (now - told < TELL_EVERY && done < files.length) return;
        told = now;
        this.#set({ ...this.#state, done, name: submission.path });
      },
    );
    try {
      await this.#reading.finished;
    } finally {
      this.#submissions = read.flatMap((one) => one ?? []);
      const { length } = this.#submissions;
      const summary = length === 0 ? null : this.#plan({ language: 'zh-CN', office: null }).summary;
      this.#set({ ...this.#state, kind: 'done', done: length, isCut: length < files.length, summary });
      this.#reading = null;
    }
  }

  /** The same files once more, by other choices. */
  again(choices: RoundChoices): Promise<void> {
    return this.read(this.#files, choices);
  }

  /** What is read stays and is summed up. */
  cancel(): void {
    this.#reading?.cancel();
  }

  /** Sheets of the summary, in the language that is shown now. */
  plan(choices: Plannable): EditPlan {
    return this.#plan(choices).plan;
  }

  #plan({ language, office }: Plannable): { readonly summary: Summary; readonly plan: EditPlan } {
    const now = new Date();
    const submissions = this.#submissions;
    const { roster, sent, stage } = this.#state.choices;
    return summarise(submissions, {
      language,
      roster,
      sent,
      ...(stage !== undefined && { stage }),
      office,
      date: { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() },
      // A page does not know where files lie: links work where the summary is saved beside what was chosen.
      linkTo: (file) => submissions[file]?.path ?? null,
    });
  }

  #set(state: RoundState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
