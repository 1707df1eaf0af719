/** In a page that runs from a disk, in one script: no thread can be started there. The build puts it in the place of newWorker.ts. */
export function newWorker(): Worker {
  throw new Error('This page has no workers');
}
