import { clearMarks } from '../../app/clearMarks';
import { runBatch, type Worked } from '../batch';
import { collectInputs } from '../inputs';
import type { Context, ExitCode } from '../io';
import { type OutputOptions, planTargets, writeAtomically } from '../outputs';
import { remarksReporter } from '../print/outcomes';

/** `kaohe clear`: our highlights and notes go, totals and users' own notes stay. */
export async function clearCommand(
  context: Context,
  paths: readonly string[],
  options: OutputOptions,
): Promise<ExitCode> {
  const inputs = await collectInputs(paths, options.outDir);
  const targetOf = planTargets(inputs, options);
  return runBatch(context, inputs, remarksReporter(context), async (host, input): Promise<Worked> => {
    const target = await targetOf(input, host.extension);
    await clearMarks(host);
    await writeAtomically(target.path, host.save());
    return { checked: null, remarks: [context.text.cleared({ path: target.path })], output: target.path };
  });
}
