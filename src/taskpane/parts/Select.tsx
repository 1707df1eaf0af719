import { mergeClasses } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import type { SelectHTMLAttributes } from 'react';
import { useControlStyles } from './controlStyles';

interface SelectProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> {
  readonly onValue: (value: string) => void;
}

/** One of a few; the options are its children. */
export function Select({ onValue, ...control }: SelectProps) {
  const styles = useControlStyles();
  return (
    <span className={styles.root}>
      <select
        {...control}
        className={mergeClasses(styles.control, styles.choice)}
        onChange={({ currentTarget }) => onValue(currentTarget.value)}
      />
      <span className={mergeClasses(styles.icon, styles.iconAfter)}>
        <ChevronDownRegular />
      </span>
    </span>
  );
}
