import type { CheckedBook } from '../check/report';
import type { Receipt, WorkbookHost } from '../hosts/host';
import type { EditPlan } from '../plan/edits';
import { planFill } from '../plan/planFill';
import { checkWorkbook } from './checkWorkbook';
import type { FillChoices } from './options';

export interface ValidateAndTotalResult {
  readonly checked: CheckedBook;
  readonly plan: EditPlan;
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
): Promise<ValidateAndTotalResult> {
  const checked = await checkWorkbook(host, choices);
  const plan = planFill(checked, choices.language);
  return { checked, plan, receipt: await host.apply(plan) };
}
