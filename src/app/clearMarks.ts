import type { ApplyOptions, Receipt, WorkbookHost } from '../hosts/host';
import { planClear } from '../plan/planClear';

/**
 * 清除标记: removes our highlights and notes from every sheet; totals and users' own notes stay.
 * @throws HostError when the host cannot be read or written; then nothing was written.
 */
export async function clearMarks(host: WorkbookHost, allowed: ApplyOptions = {}): Promise<Receipt> {
  const { grids } = await host.read();
  return host.apply(planClear(grids.map((grid) => grid.name)), allowed);
}
