import { Button, makeStyles } from '@fluentui/react-components';
import { useWords } from '../words';

const useStyles = makeStyles({ button: { flexShrink: 0, minWidth: 0 } });

/** 收起: hides the pane from within. */
export function CollapseButton({ onCollapse }: { readonly onCollapse: () => void }) {
  const styles = useStyles();
  const { text } = useWords();
  return (
    <Button appearance="subtle" size="small" className={styles.button} onClick={onCollapse}>
      {text.collapse}
    </Button>
  );
}
