import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { PaneViewName } from '../../locale/pane/messages';
import { useWords } from '../words';

const useStyles = makeStyles({
  tabs: { display: 'flex', flexWrap: 'wrap', marginLeft: '-8px' },
  // Excel lays a button of its own over the upper right corner: 34 × 32 px stay free.
  corner: { paddingRight: '34px' },
  tab: {
    ...typographyStyles.body1,
    position: 'relative',
    padding: '0 8px',
    height: '32px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    ':hover': { color: tokens.colorNeutralForeground2BrandHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    ...typographyStyles.body1Strong,
    color: tokens.colorNeutralForeground1,
    '::after': {
      content: '""',
      position: 'absolute',
      left: '8px',
      right: '8px',
      bottom: 0,
      borderBottom: `3px solid ${tokens.colorCompoundBrandStroke}`,
      borderRadius: tokens.borderRadiusCircular,
      '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
    },
  },
});

interface ViewTabsProps {
  readonly names: readonly PaneViewName[];
  readonly chosen: PaneViewName;
  /** Beginning of the ids of tabs and panels. */
  readonly id: string;
  /** No button of ours stands in the upper right corner, and the spreadsheet may lay one there. */
  readonly leavesCorner: boolean;
  readonly onChoose: (name: PaneViewName) => void;
}

export const tabId = (id: string, name: PaneViewName) => `${id}-tab-${name}`;
export const panelId = (id: string, name: PaneViewName) => `${id}-panel-${name}`;

/**
 * The pane's navigation as the ARIA pattern "tabs" has it: one stop for the Tab key, arrows, Home and End go from tab
 * to tab and show its view. Fluent's own TabList does the same and brings 23 KB gzip with it (docs/DECISIONS.md).
 */
export function ViewTabs({ names, chosen, id, leavesCorner, onChoose }: ViewTabsProps) {
  const styles = useStyles();
  const { text } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nameAfter(names, chosen, event.key);
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(tabId(id, next))}`)?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={text.navigation}
      className={mergeClasses(styles.tabs, leavesCorner && styles.corner)}
      onKeyDown={onKeyDown}
    >
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={tabId(id, name)}
          aria-selected={name === chosen}
          aria-controls={panelId(id, name)}
          tabIndex={name === chosen ? 0 : -1}
          className={mergeClasses(styles.tab, name === chosen && styles.chosen)}
          onClick={() => onChoose(name)}
        >
          {text.views[name]}
        </button>
      ))}
    </div>
  );
}

function nameAfter(
  names: readonly PaneViewName[],
  current: PaneViewName,
  key: string,
): PaneViewName | undefined {
  const index = names.indexOf(current);
  switch (key) {
    case 'ArrowRight':
      return names[(index + 1) % names.length];
    case 'ArrowLeft':
      return names[(index + names.length - 1) % names.length];
    case 'Home':
      return names[0];
    case 'End':
      return names[names.length - 1];
    default:
      return undefined;
  }
}
