import { HostError } from '../hosts/host';
import { hostErrorSentence } from '../locale/catalog';
import type { CliFaultCode, CliFaults, CliMessages } from '../locale/cli/messages';
import type { Context } from './io';

/** Why a command could not do what was asked: a code and the words its sentence needs. Exit code 2. */
export class CliFault<C extends CliFaultCode = CliFaultCode> extends Error {
  constructor(
    readonly code: C,
    readonly params: Parameters<CliFaults[C]>[0],
  ) {
    super(code);
    this.name = 'CliFault';
  }
}

/** The sentence of a fault in the reader's language. */
function faultSentence(fault: CliFault, text: CliMessages): string {
  const sentence = text.fault[fault.code] as (params: unknown) => string;
  return sentence(fault.params);
}

/** The sentence for whatever was thrown while working on `path`; a fault that nobody foresaw is told as such. */
export function sentenceFor(error: unknown, path: string, { text, language }: Context): string {
  if (error instanceof HostError) return hostErrorSentence(error, language);
  if (error instanceof CliFault) return faultSentence(error as CliFault, text);
  return faultSentence(new CliFault('internal', { path, detail: detailOf(error) }), text);
}

/** The short reason that the system gives, e.g. ENOENT, for the brackets of a sentence. */
export function detailOf(error: unknown): string {
  // By shape: an error of another realm is no instance of this one's Error.
  const { code, message } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  if (typeof code === 'string') return code;
  return typeof message === 'string' ? message : String(error);
}
