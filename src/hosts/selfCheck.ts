import type {
  HostQuestion,
  SelfCheckQuestion,
  SelfCheckReliance,
  SelfCheckSeen,
  SelfCheckVerdict,
} from '../locale/selfCheck/messages';

/**
 * What nobody knows of a spreadsheet until it was tried on a real machine. Trying leaves the workbook as it was: it is done
 * on a sheet of its own that goes again.
 */
export interface SelfCheck {
  /** Asks all that needs nobody's help. @throws HostError when no workbook is open */
  run(): Promise<HostObservations>;
  /** Lets the person choose a folder, writes a small file into it and reads it again; null: nobody chose one. */
  tryFile(): Promise<Pick<Observation, 'seen' | 'detail'> | null>;
}

export interface HostObservations {
  readonly answers: readonly Observation<HostQuestion>[];
  /** Name of the scratch sheet where it could not be deleted. */
  readonly leftOver: string | null;
}

/** One question and what was seen. */
export interface Observation<Q extends SelfCheckQuestion = SelfCheckQuestion> {
  readonly question: Q;
  readonly seen: SelfCheckSeen;
  /** A figure, a name or the spreadsheet's own words, beside what was seen; '' for none. */
  readonly detail: string;
  readonly verdict: SelfCheckVerdict;
  readonly reliance: SelfCheckReliance;
}
