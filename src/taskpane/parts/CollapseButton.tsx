import { Button, makeStyles } from '@fluentui/react-components';
import { useWords } from '../words';

const useStyles = makeStyles({
  // As high as a tab, so that their words stand on one line.
  button: { flexShrink: 0, minWidth: 0, height: '32px', marginRight: '-8px' },
});

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
