import { lintRubric } from '../../app/lintRubric';
import { exitCodeOf, runBatch } from '../batch';
import { collectInputs } from '../inputs';
import type { Context, ExitCode } from '../io';
import { printOutcomes } from '../print/outcomes';

/** `kaohe lint`: faults of a rubric itself, before it is sent out. */
export async function lintCommand(
  context: Context,
  paths: readonly string[],
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  const inputs = await collectInputs(paths);
  const outcomes = await runBatch(context, inputs, async (host) => ({ checked: await lintRubric(host) }));
  printOutcomes(context, outcomes, options.json === true);
  return exitCodeOf(outcomes);
}
