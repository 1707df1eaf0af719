/// <reference types="office-js" />
import type { PaneSession } from './session';

/**
 * The ribbon's buttons, by the names that manifest.xml gives them. They work on the pane's session: what a button did
 * can be taken back in the pane, and shows there where Excel lets pane and buttons share one page.
 */
export function associateRibbon(session: PaneSession): void {
  const onClick = (name: string, task: () => Promise<void>) =>
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      void task()
        .then(showPane)
        .finally(() => event.completed());
    });
  onClick('validateAndTotal', () => session.validate());
  onClick('clearMarks', () => session.clear());
}

/** Opens the pane on its result, where buttons and pane are one page. */
async function showPane(): Promise<void> {
  if (Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) await Office.addin.showAsTaskpane();
}
