import type { ComponentType } from 'react';
import type { PaneViewName } from '../locale/pane/messages';
import type { PaneSession } from './session';
import type { PaneState } from './state';

/** What each view is given; its words come from `useWords`. */
export interface ViewProps {
  readonly session: PaneSession;
  readonly state: PaneState;
}

/** One page of the pane, under the tab that bears its name. */
export interface PaneView {
  /** Its tab is labelled `PaneMessages.views[name]`. */
  readonly name: PaneViewName;
  readonly component: ComponentType<ViewProps>;
  /** Whether this spreadsheet can do what the view is for. A view that is not offered has no tab. */
  readonly isOffered: (session: PaneSession) => boolean;
}
