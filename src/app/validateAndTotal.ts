import type { CheckedBook } from '../check/report';
import type { ApplyOptions, Receipt, WorkbookHost } from '../hosts/host';
import { type FillPlan, planFill } from '../plan/planFill';
import { checkSnapshot } from './checkWorkbook';
import type { FillChoices } from './options';

export interface ValidateAndTotalResult {
  readonly checked: CheckedBook;
  readonly plan: FillPlan;
  readonly receipt: Receipt;
}

/**
 * 校验并合计: checks the workbook and writes totals, converted score, highlights and notes into it. Running it again
 * changes nothing.
 * @throws HostError when the host cannot be read or written; then nothing was written.
 */
export async function validateAndTotal(
  host: WorkbookHost,
  choices: FillChoices,
  allowed: ApplyOptions = {},
): Promise<ValidateAndTotalResult> {
  const snapshot = await host.read();
  const checked = checkSnapshot(snapshot, choices);
  const sheets = snapshot.grids.map((grid) => grid.name);
  const plan = planFill(checked, choices.language, sheets);
  return { checked, plan, receipt: await host.apply(plan, allowed) };
}
