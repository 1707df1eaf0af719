import { lazily } from './frame/lazily';
import type { PaneView } from './view';
import { CheckView } from './views/CheckView';

const always = () => true;

/** The views in the order of their tabs. The first comes with the pane, the others are loaded when they are asked for. */
export const VIEWS: readonly PaneView[] = [
  { name: 'check', component: CheckView, isOffered: always },
  {
    name: 'distribute',
    component: lazily(
      async () =>
        (await import(/* webpackChunkName: "distribute" */ './views/DistributeView')).DistributeView,
    ),
    isOffered: always,
  },
  {
    name: 'summary',
    component: lazily(
      async () => (await import(/* webpackChunkName: "summary" */ './views/SummaryView')).SummaryView,
    ),
    isOffered: always,
  },
  {
    name: 'settings',
    component: lazily(
      async () => (await import(/* webpackChunkName: "settings" */ './views/SettingsView')).SettingsView,
    ),
    isOffered: always,
  },
  {
    name: 'selfCheck',
    component: lazily(
      async () => (await import(/* webpackChunkName: "self-check" */ './views/SelfCheckView')).SelfCheckView,
    ),
    isOffered: ({ host }) => host.selfCheck !== undefined,
  },
];
