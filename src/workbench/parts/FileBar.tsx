import {
  Button,
  makeStyles,
  Text,
  tokens,
  Toolbar,
  ToolbarButton,
  ToolbarDivider,
  Tooltip,
} from '@fluentui/react-components';
import {
  ArrowRedo20Regular,
  ArrowUndo20Regular,
  FolderOpen20Regular,
  Home20Regular,
  PanelRightContract20Regular,
  PanelRightExpand20Regular,
  Save20Regular,
} from '@fluentui/react-icons';
import { useSyncExternalStore } from 'react';
import type { WorkbenchMessages } from '../../locale/workbench/messages';
import type { WorkbenchStore } from '../store';
import type { OpenWorkbook } from '../workbookFile';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    height: '44px',
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  name: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    textAlign: 'center',
    margin: 0,
  },
  unsaved: { color: tokens.colorNeutralForeground3, marginLeft: tokens.spacingHorizontalS },
});

export interface FileBarProps {
  readonly workbook: OpenWorkbook;
  readonly store: WorkbenchStore;
  readonly text: WorkbenchMessages;
  readonly onOpen: () => void;
  readonly isPaneHidden: boolean;
  readonly onPane: () => void;
}

/** What can be done with the file as a whole, and its name. */
export function FileBar({ workbook, store, text, onOpen, isPaneHidden, onPane }: FileBarProps) {
  const styles = useStyles();
  const { host, fileName } = workbook;
  const { canUndo, canRedo, isUnsaved } = useSyncExternalStore(host.subscribe, host.history);
  const { action } = text;
  const paneWords = isPaneHidden ? action.showPane : action.hidePane;
  return (
    <header id="workbench-bar" className={styles.bar} aria-keyshortcuts="F6">
      <Toolbar aria-label={text.title} size="small">
        <Tooltip content={action.start} relationship="label">
          <ToolbarButton icon={<Home20Regular />} onClick={() => store.close()} />
        </Tooltip>
        <ToolbarButton icon={<FolderOpen20Regular />} onClick={onOpen}>
          {action.open}
        </ToolbarButton>
        <ToolbarButton
          icon={<Save20Regular />}
          appearance={isUnsaved ? 'primary' : 'subtle'}
          onClick={() => void store.save()}
        >
          {action.save}
        </ToolbarButton>
        <ToolbarDivider />
        <Tooltip content={`${action.undo} (Ctrl+Z)`} relationship="label">
          <ToolbarButton
            icon={<ArrowUndo20Regular />}
            disabledFocusable={!canUndo}
            onClick={() => host.undo()}
          />
        </Tooltip>
        <Tooltip content={`${action.redo} (Ctrl+Y)`} relationship="label">
          <ToolbarButton
            icon={<ArrowRedo20Regular />}
            disabledFocusable={!canRedo}
            onClick={() => host.redo()}
          />
        </Tooltip>
      </Toolbar>
      <Text as="h1" className={styles.name} title={fileName} weight="semibold">
        {fileName}
        {isUnsaved && <span className={styles.unsaved}>• {text.unsaved}</span>}
      </Text>
      <Button
        appearance="subtle"
        icon={isPaneHidden ? <PanelRightExpand20Regular /> : <PanelRightContract20Regular />}
        aria-pressed={!isPaneHidden}
        onClick={onPane}
      >
        {paneWords}
      </Button>
    </header>
  );
}
