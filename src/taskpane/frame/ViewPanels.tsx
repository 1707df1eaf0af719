import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PaneViewName } from '../../locale/pane/messages';
import type { PaneView, ViewProps } from '../view';
import { useWords } from '../words';
import { ViewBoundary } from './ViewBoundary';
import { panelId, tabId } from './ViewTabs';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    '&[hidden]': { display: 'none' },
  },
  // The tab says it to those who see it.
  heading: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: 0,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
});

interface ViewPanelsProps extends ViewProps {
  readonly views: readonly PaneView[];
  readonly id: string;
}

/** The views that were shown so far, of which one is seen: what was chosen or typed in another is still there. */
export function ViewPanels({ views, id, session, state }: ViewPanelsProps) {
  const styles = useStyles();
  const { text } = useWords();
  const chosen = state.view;
  const [visited, setVisited] = useState<readonly PaneViewName[]>([chosen]);
  if (!visited.includes(chosen)) setVisited([...visited, chosen]);
  return (
    <>
      {views.map(({ name, component: View }) => {
        const heading = <h1 className={styles.heading}>{text.views[name]}</h1>;
        // 校验 has the unit for its heading.
        const ownsHeading = name === 'check';
        return (
          <div
            key={name}
            role="tabpanel"
            id={panelId(id, name)}
            aria-labelledby={tabId(id, name)}
            hidden={name !== chosen}
            className={styles.panel}
          >
            {visited.includes(name) && (
              <>
                {!ownsHeading && heading}
                <ViewBoundary heading={ownsHeading && heading}>
                  <View session={session} state={state} />
                </ViewBoundary>
              </>
            )}
          </div>
        );
      })}
    </>
  );
}
