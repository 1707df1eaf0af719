import { version } from '../../package.json';
import { cliMessages } from '../locale/cli';
import { CliFault, detailOf, faultSentence } from './fault';
import type { Context, ExitCode, Io } from './io';
import { environmentLanguage, takeLanguage } from './language';
import { runProgram } from './program';

/** Runs the command line and gives its exit code; every fault ends as one sentence on stderr. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let language = environmentLanguage(io.env);
  try {
    const taken = takeLanguage(args);
    language = taken.language ?? language;
    const context: Context = { io, language, text: cliMessages(language) };
    return await runProgram(taken.rest, context, version);
  } catch (error) {
    const fault =
      error instanceof CliFault
        ? error
        : new CliFault('internal', { path: 'kaohe', detail: detailOf(error) });
    io.stderr.write(`${faultSentence(fault, cliMessages(language))}\n`);
    return 2;
  }
}
