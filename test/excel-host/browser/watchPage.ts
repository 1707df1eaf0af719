/// <reference types="office-js" />
import { ExcelHost } from '../../../src/hosts/excel/excelHost';
import type { HostEvent } from '../../../src/hosts/host';

/** What a page that only listens has heard so far. */
export interface Listening {
  readonly events: readonly HostEvent[];
  readonly stop: () => Promise<void>;
}

/** An add-in that does nothing but listen to what a person does, through the product's own host. */
async function start(): Promise<void> {
  await Office.onReady();
  const events: HostEvent[] = [];
  const stop = await new ExcelHost().watch((event) => events.push(event));
  Object.assign(window, { listening: { events, stop } satisfies Listening });
}

void start();
