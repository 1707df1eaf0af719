import { lintRubric } from '../../app/lintRubric';
import { runBatch } from '../batch';
import { collectInputs } from '../inputs';
import type { Context, ExitCode } from '../io';
import { reporterFor } from '../print/outcomes';

/** `kaohe lint`: faults of a rubric itself, before it is sent out. */
export async function lintCommand(
  context: Context,
  paths: readonly string[],
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  const inputs = await collectInputs(paths);
  const reporter = reporterFor(context, options.json === true);
  return runBatch(context, inputs, reporter, async (host) => ({ checked: await lintRubric(host) }));
}
