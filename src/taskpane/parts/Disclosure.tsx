import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  heading: { margin: 0 },
  button: {
    justifyContent: 'flex-start',
    width: '100%',
    paddingInline: 0,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
  },
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

interface DisclosureProps {
  readonly heading: string;
  readonly children: ReactNode;
}

/** Something few need, folded away under its heading. */
export function Disclosure({ heading, children }: DisclosureProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <section>
      <h2 className={styles.heading}>
        <Button
          className={styles.button}
          appearance="transparent"
          icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {heading}
        </Button>
      </h2>
      <div id={id} className={styles.panel} hidden={!isOpen}>
        {isOpen && children}
      </div>
    </section>
  );
}
