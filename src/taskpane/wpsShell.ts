import type { PaneSession } from './session';

/*
 * The other half of assets/wps/shell.js. WPS runs the ribbon's functions and the pane in pages of their own; what both can
 * reach is PluginStorage, which holds plain values until WPS ends.
 */

/** What the pane uses of WPS beyond the workbook. */
export interface WpsShell {
  readonly PluginStorage: {
    getItem(key: string): unknown;
    setItem(key: string, value: string | number): void;
  };
  GetTaskPane(id: number): { Visible: boolean } | null;
}

/** Keys end with the program: 文字, 表格 and 演示 share one storage. */
const PANE_ID = 'kaohe_pane_et';
const TASK = 'kaohe_task_et';

/** So often the pane looks whether a ribbon button was pressed: at once to a person, and next to nothing for WPS. */
const LOOK_MS = 250;

/** What the ribbon's buttons leave; `summary` only turns to the page where one chooses what to sum up. */
const TASKS = ['validate', 'clear', 'summary'] as const;
type Task = (typeof TASKS)[number];

/**
 * Does what the ribbon's buttons ask for, on the pane's own session: what a button did shows in the pane and can be
 * taken back there. A task pressed before the pane was open is waiting already.
 */
export function followRibbon(shell: WpsShell, session: PaneSession): void {
  setInterval(() => {
    switch (takeTask(shell)) {
      case 'validate':
        return void session.validate();
      case 'clear':
        return void session.clear();
      case 'summary':
        return session.show('summary');
    }
  }, LOOK_MS);
}

function takeTask({ PluginStorage: storage }: WpsShell): Task | null {
  try {
    const left = storage.getItem(TASK);
    const task = TASKS.find((one) => one === left) ?? null;
    if (task === null) return null;
    storage.setItem(TASK, '');
    return task;
  } catch {
    // A storage that does not answer leaves the pane's own buttons.
    return null;
  }
}

/** Hides the pane; its page lives on, and the ribbon shows it again. */
export function hidePane(shell: WpsShell): void {
  const pane = shell.GetTaskPane(Number(shell.PluginStorage.getItem(PANE_ID)));
  if (pane !== null) pane.Visible = false;
}
