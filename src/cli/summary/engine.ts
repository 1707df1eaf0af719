import { setFlagsFromString } from 'node:v8';

/**
 * Bytes of bytecode that a function runs before it is thought of for optimising; the engine's own measure is 66 KiB. Every
 * worker compiles the program for itself: with the engine's measure a third of the time of a summary went into optimising
 * some four hundred functions in each, half of which never paid it back.
 */
const OPTIMISE_AFTER = 600_000;

/** As `OPTIMISE_AFTER`, where all has been read: one thread runs what is left, the cores that optimise for it are idle. */
const OPTIMISE_AFTER_READING = 200_000;

/**
 * Bytes of bytecode that may be taken over from other functions into one that is optimised; the engine's own measure is 920.
 * With less each is optimised sooner, and what it runs for in a worker does not pay for more.
 */
const TAKEN_OVER = 200;

/** Fits Node's engine to reading files in workers that are started afterwards: what is hot is optimised later. */
export function fitEngine(): void {
  setFlagsFromString(`--interrupt-budget=${OPTIMISE_AFTER}`);
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${TAKEN_OVER}`);
}

/** Fits it to what comes after. */
export function fitEngineToWriting(): void {
  setFlagsFromString(`--interrupt-budget=${OPTIMISE_AFTER_READING}`);
}
