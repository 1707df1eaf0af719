/** What a person can be in with the keyboard, in the order in which F6 goes through them. */
const REGIONS = ['workbench-bar', 'workbench-sheet', 'workbench-pane'] as const;
export type Region = (typeof REGIONS)[number];

const STOPS =
  'button:not([tabindex="-1"]), [role="tab"][aria-selected="true"], a[href], input:not([hidden]), [tabindex="0"]';

/** The region after (or before) the one that has the keyboard, of those that are on the screen; null: there are none. */
export function nextRegion(active: Element | null, step: 1 | -1): Region | null {
  const shown = REGIONS.filter((id) => (document.getElementById(id)?.getClientRects().length ?? 0) > 0);
  // The component keeps the editor of its cells outside its own element: whatever is in no region is the sheet's.
  const inside = shown.find((id) => document.getElementById(id)?.contains(active)) ?? 'workbench-sheet';
  const at = shown.indexOf(inside);
  return shown[(at + step + shown.length) % shown.length] ?? null;
}

/** Puts the keyboard on the first thing in a region that takes it. */
export function focusFirst(region: Region): void {
  const element = document.getElementById(region);
  const stops = [...(element?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
  stops
    .find((stop) => stop.getClientRects().length > 0 && stop.getAttribute('role') !== 'separator')
    ?.focus();
}
