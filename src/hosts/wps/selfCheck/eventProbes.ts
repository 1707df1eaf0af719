import type { HostQuestion } from '../../../locale/selfCheck/messages';
import type { Observation } from '../../selfCheck';
import { attempt } from '../etApi';
import type { EtListener } from '../etApi';
import { ECHO_MS } from '../watch';
import { observed, unanswered } from './answers';
import type { Answer } from './answers';
import { placeOf } from './scratchSheet';
import type { Scratch } from './scratchSheet';

const CHANGED = 'SheetChange';
/** A notice that has not come by then does not come. */
const LONG_ENOUGH_MS = 600;

interface Heard {
  readonly during: boolean;
  /** After so many milliseconds; null: not after the write. */
  readonly after: number | null;
}

/** When ET tells of what a script writes: the adapter has to take such notices for its own. */
export async function askEvents(scratch: Scratch, number: number): Promise<Observation<HostQuestion>[]> {
  try {
    const on = await heardOfWrite(scratch, number);
    const off = await heardOfWrite(scratch, number + 1, false);
    return [
      observed('own-writes', 'coped', () => timing(on)),
      observed('events-off', 'unused', (): Answer => {
        const isQuiet = !off.during && off.after === null;
        return { seen: isQuiet ? 'yes' : 'no', verdict: isQuiet ? 'expected' : 'coped' };
      }),
    ];
  } catch (fault) {
    return [unanswered('own-writes', 'coped', fault), unanswered('events-off', 'unused', fault)];
  }
}

function timing({ during, after }: Heard): Answer {
  if (during) return { seen: 'during', verdict: 'expected' };
  if (after === null) return { seen: 'never', verdict: 'coped' };
  // Later than that, the pane would take its own write for the person's.
  return { seen: 'after', detail: `${after} ms`, verdict: after < ECHO_MS ? 'expected' : 'trouble' };
}

async function heardOfWrite(scratch: Scratch, number: number, events?: false): Promise<Heard> {
  const { application, name } = scratch;
  const api = application.ApiEvent;
  let isWriting = true;
  let during = false;
  let after: number | null = null;
  let written = 0;
  const listener: EtListener = (sheet) => {
    // Meanwhile the person may be typing elsewhere.
    if ((attempt(() => sheet?.Name) ?? name) !== name) return;
    if (isWriting) during = true;
    else after ??= Date.now() - written;
  };
  if (api === undefined) throw new Error('ApiEvent');
  api.AddApiEventListener(CHANGED, listener);
  const before = attempt(() => application.EnableEvents);
  try {
    if (events === false) application.EnableEvents = false;
    placeOf(scratch, number)(0, 0).Formula = 1;
    written = Date.now();
    isWriting = false;
    await new Promise((resolve) => setTimeout(resolve, LONG_ENOUGH_MS));
  } finally {
    if (events === false) attempt(() => (application.EnableEvents = before));
    attempt(() => api.RemoveApiEventListener?.(CHANGED, listener));
  }
  return { during, after };
}
