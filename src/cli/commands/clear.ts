import { clearMarks } from '../../app/clearMarks';
import { runBatch, type Worked } from '../batch';
import { collectInputs } from '../inputs';
import type { Context, ExitCode } from '../io';
import { type OutputOptions, planTargets, writeAtomically } from '../outputs';
import { printRemarks } from '../print/outcomes';

/** `kaohe clear`: our highlights and notes go, totals and users' own notes stay. */
export async function clearCommand(
  context: Context,
  paths: readonly string[],
  options: OutputOptions,
): Promise<ExitCode> {
  const inputs = await collectInputs(paths, options.outDir);
  const targetOf = planTargets(inputs, options);
  const outcomes = await runBatch(context, inputs, async (host, input): Promise<Worked> => {
    const target = await targetOf(input, host.extension);
    await clearMarks(host);
    await writeAtomically(target.path, host.save());
    return { checked: null, remarks: [context.text.cleared({ path: target.path })], output: target.path };
  });
  printRemarks(context, outcomes);
  return outcomes.some(({ output }) => output === undefined) ? 2 : 0;
}
