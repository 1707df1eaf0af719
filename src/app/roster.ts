import type { ApplyOptions, Receipt, WorkbookHost } from '../hosts/host';
import { rosterSheet } from '../plan/rosterSheet';
import type { Roster } from '../rubric/roster';
import type { RosterReading } from '../rubric/rosterReading';
import { readRoster } from '../sheet/readRoster';

/**
 * The roster that the workbook keeps on its sheet 考核单位名册; null where it has none.
 * @throws HostError when the host cannot be read.
 */
export async function loadRoster(host: WorkbookHost): Promise<RosterReading | null> {
  return readRoster((await host.read()).grids);
}

/**
 * Puts the roster on the sheet 考核单位名册, in place of one that stands there.
 * @throws HostError when the host cannot be written; then nothing was written.
 */
export function saveRoster(host: WorkbookHost, roster: Roster, allowed: ApplyOptions): Promise<Receipt> {
  return host.apply({ cells: [], marks: [], sheets: [rosterSheet(roster)] }, allowed);
}
