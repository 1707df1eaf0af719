import { Command, CommanderError, Option } from 'commander';
import stringWidth from 'string-width';
import type { CommandName } from '../locale/cli/messages';
import { checkCommand } from './commands/check';
import { clearCommand } from './commands/clear';
import { distributeCommand } from './commands/distribute';
import { explainCommand } from './commands/explain';
import { fillCommand } from './commands/fill';
import { lintCommand } from './commands/lint';
import { summaryCommand } from './commands/summary';
import { CliFault } from './fault';
import type { Context, ExitCode } from './io';

/** A command's work: gets the arguments and options that commander read, says how it ended. */
type Action<O> = (context: Context, args: readonly string[], options: O) => Promise<ExitCode>;

/**
 * Runs one command line (without node and script).
 * @throws CliFault for a wrong command line or a command that cannot be done.
 */
export async function runProgram(
  args: readonly string[],
  context: Context,
  version: string,
): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = buildProgram(context, version, (result) => (code = result));
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return afterCommander(error);
    throw error;
  }
  return code;
}

function buildProgram(context: Context, version: string, done: (code: ExitCode) => void): Command {
  const { text, io } = context;
  const program = localised(new Command('kaohe'), context)
    .description(text.program)
    .usage('COMMAND …')
    .version(version, '-V, --version', text.option.version)
    .helpCommand(false)
    .addOption(new Option('--lang <zh-CN|en>', text.option.lang));
  // An option that only the misspelt command knew must not be blamed instead of it.
  program
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => {
      const unknown = program.args.find((one) => !one.startsWith('-'));
      if (unknown !== undefined) throw new CliFault('unknown-command', { text: unknown });
      const [option] = program.args;
      if (option !== undefined) throw new CliFault('unknown-option', { text: option });
      // Without a command: the help, and not a success for a script that forgot one.
      io.stdout.write(program.helpInformation());
      done(2);
    });

  const add = <O>(
    name: CommandName,
    args: string,
    describe: string,
    action: Action<O>,
    options: readonly Option[],
  ) => {
    const { summary, description, examples } = text.command[name];
    const command = localised(program.command(name), context).summary(summary).description(description);
    if (args !== '') command.argument(args, describe);
    for (const option of options) command.addOption(option);
    command.addOption(new Option('--lang <zh-CN|en>', text.option.lang));
    const width = Math.max(...examples.map(([line]) => stringWidth(line)));
    const lines = examples.map(
      ([line, what]) => `  ${line}${' '.repeat(width - stringWidth(line) + 2)}${what}`,
    );
    command.addHelpText('after', `\n${text.examplesTitle}\n${lines.join('\n')}`);
    // A command without arguments gets its options first.
    command.action(async (...given: unknown[]) => {
      const paths = args === '' ? undefined : (given[0] as string | string[] | undefined);
      const parsed = given[args === '' ? 0 : 1] as O;
      done(await action(context, paths === undefined ? [] : [paths].flat(), parsed));
    });
  };

  const json = () => new Option('--json', text.option.json);
  const judging = () => [
    new Option('--stage <self|review|auto>', text.option.stage),
    new Option('--settings <FILE.json>', text.option.settings),
  ];
  const writing = () => [
    new Option('-o, --out <FILE>', text.option.out),
    new Option('--out-dir <DIR>', text.option.outDir),
    new Option('--in-place', text.option.inPlace),
  ];
  add('check', '<FILE|DIR...>', text.argument.inputs, checkCommand, [json(), ...judging()]);
  add('fill', '<FILE|DIR...>', text.argument.files, fillCommand, [...writing(), json(), ...judging()]);
  add('clear', '<FILE|DIR...>', text.argument.files, clearCommand, writing());
  add('summary', '<FILE|DIR...>', text.argument.inputs, summaryCommand, [
    new Option('-o, --out <FILE.xlsx>', text.option.summaryOut),
    new Option('--roster <FILE>', text.option.roster),
    new Option('--rubric <FILE.xlsx>', text.option.sentRubric),
    json(),
    ...judging(),
    new Option('--office <NAME>', text.option.office),
    new Option('--date <YYYY-MM-DD>', text.option.date),
  ]);
  add('lint', '<FILE...>', text.argument.rubricFile, lintCommand, [json()]);
  add('distribute', '', '', distributeCommand, [
    new Option('--all', text.option.all),
    new Option('--unit <NAME...>', text.option.unit),
    new Option('--rubric <FILE.xlsx>', text.option.rubric),
    new Option('--roster <FILE>', text.option.rosterForNames),
    new Option('--year <N>', text.option.year),
    new Option('-o, --out <DIR>', text.option.distributeTo),
    new Option('--zip', text.option.zip),
  ]);
  add('explain', '[CRITERION]', text.argument.criterion, explainCommand, [
    new Option('--max <N>', text.option.max),
    new Option('--score <S...>', text.option.score),
    new Option('--bonus', text.option.bonus),
    json(),
    new Option('--stdin', text.option.stdin),
  ]);
  return program;
}

/** Help and output in the reader's language; faults come as exceptions so that they are worded in one place. */
function localised(command: Command, { text, io }: Context): Command {
  const titles = new Map([
    ['Usage:', text.usage],
    ['Arguments:', text.argumentsTitle],
    ['Options:', text.options],
    ['Global Options:', text.globalOptions],
    ['Commands:', text.commandsTitle],
  ]);
  return command
    .helpOption('-h, --help', text.option.help)
    .exitOverride()
    .configureOutput({
      writeOut: (chunk) => io.stdout.write(chunk),
      outputError: () => undefined,
    })
    .configureHelp({ styleTitle: (title) => titles.get(title) ?? title, displayWidth: stringWidth });
}

function afterCommander(error: CommanderError): ExitCode {
  const text = /'([^']*)'/.exec(error.message)?.[1] ?? error.message;
  switch (error.code) {
    case 'commander.helpDisplayed':
    case 'commander.help':
    case 'commander.version':
      return 0;
    case 'commander.unknownOption':
      throw new CliFault('unknown-option', { text });
    case 'commander.unknownCommand':
      throw new CliFault('unknown-command', { text });
    case 'commander.missingArgument':
      throw new CliFault('missing-argument', { text });
    case 'commander.excessArguments':
      throw new CliFault('excess-arguments', { text: error.message.replace(/^error: /, '') });
    case 'commander.optionMissingArgument':
      throw new CliFault('option-value-missing', { text });
    default:
      throw new CliFault('usage', { text: error.message.replace(/^error: /, '') });
  }
}
