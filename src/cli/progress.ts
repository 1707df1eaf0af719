import { SingleBar } from 'cli-progress';
import type { Io } from './io';

/** Tells how far a run over many files is. */
export interface Progress {
  step(name: string): void;
  stop(): void;
}

/** Below this a bar would only flicker. */
const WORTH_A_BAR = 4;

/** A bar on a terminal's stderr, nothing otherwise. */
export function startProgress(total: number, io: Io): Progress {
  if (io.stderr.isTTY !== true || total < WORTH_A_BAR)
    return { step: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    stream: io.stderr,
    format: '{bar} {value}/{total} {name}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(total, 0, { name: '' });
  return { step: (name) => bar.increment(1, { name }), stop: () => bar.stop() };
}
