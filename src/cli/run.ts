import packageJson from '../../package.json';
import { addCatalog } from '../locale/catalog';
import { cliMessages } from '../locale/cli';
import { en } from '../locale/en';
import type { Language } from '../locale/language';
import { sentenceFor } from './fault';
import type { Context, ExitCode, Io } from './io';
import { environmentLanguage, takeLanguage } from './language';
import { plain } from './print/terminal';
import { runProgram } from './program';

addCatalog('en', en);

/** Runs the command line and gives its exit code; every fault ends as one sentence on stderr. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let language = environmentLanguage(io.env);
  try {
    const taken = takeLanguage(args);
    language = taken.language ?? language;
    return await runProgram(taken.rest, contextOf(io, language), packageJson.version);
  } catch (error) {
    io.stderr.write(`${plain(sentenceFor(error, 'kaohe', contextOf(io, language)))}\n`);
    return 2;
  }
}

function contextOf(io: Io, language: Language): Context {
  return { io, language, text: cliMessages(language) };
}
