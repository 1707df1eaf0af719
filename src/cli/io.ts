import type { CliMessages } from '../locale/cli/messages';
import type { Language } from '../locale/language';

/** What the command line needs of the process, so that tests can run it in place. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The process plus the language chosen for this run. */
export interface Context {
  readonly io: Io;
  readonly language: Language;
  readonly text: CliMessages;
}

/** 0: done, no error-level finding · 1: done, error-level findings exist · 2: could not do it. */
export type ExitCode = 0 | 1 | 2;
