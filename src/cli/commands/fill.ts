import { validateAndTotal } from '../../app/validateAndTotal';
import type { CellRef } from '../../rubric/finding';
import { cellAddress } from '../../sheet/address';
import { FormMemory } from '../../sheet/formMemory';
import { runBatch, type Worked } from '../batch';
import { choicesOf, type JudgingOptions } from '../choices';
import { collectInputs } from '../inputs';
import type { Context, ExitCode } from '../io';
import { keepsFormat, type OutputOptions, planTargets, writeAtomically } from '../outputs';
import { reporterFor } from '../print/outcomes';

/** `kaohe fill`: 校验并合计 into a copy, or into the file itself with --in-place. */
export async function fillCommand(
  context: Context,
  paths: readonly string[],
  options: OutputOptions & JudgingOptions & { readonly json?: boolean },
): Promise<ExitCode> {
  const { text, language } = context;
  const choices = { ...(await choicesOf(options)), language, forms: new FormMemory() };
  const inputs = await collectInputs(paths, options.outDir);
  const targetOf = planTargets(inputs, options);
  const reporter = reporterFor(context, options.json === true);
  return runBatch(context, inputs, reporter, async (host, input): Promise<Worked> => {
    const target = await targetOf(input, host.extension);
    const { checked, plan, receipt } = await validateAndTotal(host, choices);
    if (checked.tables.length === 0) return { checked, remarks: [text.nothingToWrite({ path: input.path })] };
    await writeAtomically(target.path, host.save());
    const { path } = target;
    const remarks = [
      text.written({ path, cells: receipt.cells, highlights: receipt.highlights, notes: receipt.notes }),
    ];
    if (plan.normalised.length > 0) {
      remarks.push(text.normalised({ cells: plan.normalised.map(placeOf) }));
    }
    if (plan.corrected.length > 0) {
      const cells = plan.corrected.map((one) => `${placeOf(one)} (${one.received} → ${one.expected})`);
      remarks.push(text.corrected({ cells }));
    }
    if ((receipt.degraded ?? 0) > 0) remarks.push(text.notesDegraded({ count: receipt.degraded ?? 0 }));
    if (target.renamed) remarks.push(text.renamedOutput({ path: input.path, output: path }));
    if (!keepsFormat(host.extension)) remarks.push(text.writtenAsXlsx({ path, format: host.extension }));
    return { checked, remarks, output: path };
  });
}

function placeOf(cell: CellRef & { readonly sheet: string }): string {
  return `${cell.sheet}!${cellAddress(cell)}`;
}
