/** What the pane remembers from one time to the next, on this machine only. */
export type Remembered = 'kaohe.language' | 'kaohe.live';

/** Storage may be forbidden to a page in a frame: then a choice lasts as long as the pane. */
export function recall(key: Remembered): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: Remembered, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // What was chosen holds in this pane all the same.
  }
}
