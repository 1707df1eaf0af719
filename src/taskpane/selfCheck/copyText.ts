/**
 * Puts text on the clipboard. A page from a disk, or from an intranet server without https, has no clipboard of its own; an
 * old command may still work there.
 * @returns whether it is there
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (clipboard !== undefined) {
      await clipboard.writeText(text);
      return true;
    }
  } catch {
    // Refused: the old way may not be.
  }
  const box = document.createElement('textarea');
  box.value = text;
  box.style.cssText = 'position:fixed;top:0;opacity:0';
  const focused = document.activeElement;
  document.body.append(box);
  box.select();
  try {
    // Outdated, and the only way where there is no clipboard.
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    box.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
