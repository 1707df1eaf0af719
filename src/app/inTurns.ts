import type { Steps } from '../sheet/steps';

/** A page that is busy for longer drops frames while somebody scrolls. */
const SLICE_MS = 12;

/** Does the work in slices, with a turn of the page between two of them: it draws and hears the keyboard. */
export async function inTurns<T>(steps: Steps<T>): Promise<T>;
/** Null when it was dropped because it is not wanted any more. */
export async function inTurns<T>(steps: Steps<T>, isWanted: () => boolean): Promise<T | null>;
export async function inTurns<T>(steps: Steps<T>, isWanted = () => true): Promise<T | null> {
  let since = Date.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (Date.now() - since < SLICE_MS) continue;
    await nextTurn();
    if (!isWanted()) return null;
    since = Date.now();
  }
}

/** A message, not a timer: in a page that is not in sight, timers go off once a second. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
