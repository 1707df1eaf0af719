import { checkWorkbook } from '../../app/checkWorkbook';
import { FormMemory } from '../../sheet/formMemory';
import { runBatch } from '../batch';
import { choicesOf, type JudgingOptions } from '../choices';
import { collectInputs } from '../inputs';
import type { Context, ExitCode } from '../io';
import { reporterFor } from '../print/outcomes';

/** `kaohe check`: reads, checks and totals; writes nothing. */
export async function checkCommand(
  context: Context,
  paths: readonly string[],
  options: JudgingOptions & { readonly json?: boolean },
): Promise<ExitCode> {
  const choices = { ...(await choicesOf(options)), forms: new FormMemory() };
  const inputs = await collectInputs(paths);
  const reporter = reporterFor(context, options.json === true);
  return runBatch(context, inputs, reporter, async (host) => ({
    checked: await checkWorkbook(host, choices),
  }));
}
