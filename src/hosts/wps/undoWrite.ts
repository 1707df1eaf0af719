import { attempt } from './etApi';
import type { EtApplication, EtWorksheet } from './etApi';
import { lift, protectAgain, protectedSheets } from './protection';
import { putBack } from './putBack';
import { quietly } from './quietly';
import { removeSheets } from './sheets/writeSheets';
import type { Written } from './written';

/**
 * Puts everything back that a write changed. What the user did since stays: a cell that was edited, a sheet that was
 * deleted, words in a note.
 * @throws HostError when a sheet was protected since, or something cannot be put back
 */
export function undoWrite(application: EtApplication, { before, lifted, sheets }: Written): void {
  const present = before.filter(({ sheet }) => isThere(sheet));
  const guarded = present.filter(({ sheet }) => sheet.ProtectContents === true);
  const locked = guarded.filter(({ sheet }) => !lifted.includes(sheet));
  if (locked.length > 0) throw protectedSheets(locked.map(({ sheet }) => sheet));
  quietly(application, sheets !== null, () => {
    const open = guarded.map(({ sheet }) => lift(sheet));
    try {
      for (const sheet of [...present].reverse()) putBack(sheet);
      if (sheets !== null) removeSheets(sheets);
    } finally {
      for (const protection of open) protectAgain(protection);
    }
  });
}

/** A sheet that was deleted throws at whatever it is asked. */
function isThere(sheet: EtWorksheet): boolean {
  return typeof attempt(() => sheet.Name) === 'string';
}
