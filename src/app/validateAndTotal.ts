import type { CheckedBook } from '../check/report';
import type { ApplyOptions, Receipt, WorkbookHost } from '../hosts/host';
import { type FillPlan, planFill } from '../plan/planFill';
import type { Finding } from '../rubric/finding';
import { checkSnapshot } from './checkWorkbook';
import type { FillChoices } from './options';

export interface ValidateAndTotalResult {
  readonly checked: CheckedBook;
  /** The same with the findings that still hold after the write. */
  readonly standing: CheckedBook;
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
  return {
    checked,
    standing: without(checked, plan.settled),
    plan,
    receipt: await host.apply(plan, allowed),
  };
}

function without(checked: CheckedBook, settled: ReadonlySet<Finding>): CheckedBook {
  const tables = checked.tables.map((table) => ({
    ...table,
    findings: table.findings.filter((one) => !settled.has(one)),
  }));
  return { ...checked, tables };
}
