/** Starts a thread that reads files. @throws where the page may have none */
export function newWorker(): Worker {
  return new Worker(new URL('./readWorker.ts', import.meta.url));
}
