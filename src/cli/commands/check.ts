import { checkWorkbook } from '../../app/checkWorkbook';
import { exitCodeOf, runBatch } from '../batch';
import { choicesOf, type JudgingOptions } from '../choices';
import { collectInputs } from '../inputs';
import type { Context, ExitCode } from '../io';
import { printOutcomes } from '../print/outcomes';

/** `kaohe check`: reads, checks and totals; writes nothing. */
export async function checkCommand(
  context: Context,
  paths: readonly string[],
  options: JudgingOptions & { readonly json?: boolean },
): Promise<ExitCode> {
  const choices = await choicesOf(options);
  const inputs = await collectInputs(paths);
  const outcomes = await runBatch(context, inputs, async (host) => ({
    checked: await checkWorkbook(host, choices),
  }));
  printOutcomes(context, outcomes, options.json === true);
  return exitCodeOf(outcomes);
}
