import { mergeClasses } from '@fluentui/react-components';
import type { InputHTMLAttributes, ReactElement } from 'react';
import { useControlStyles } from './controlStyles';

interface TextInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  /** Stands before what is typed. */
  readonly icon?: ReactElement;
  readonly onText: (text: string) => void;
}

/** One line to type into. */
export function TextInput({ icon, className, onText, ...control }: TextInputProps) {
  const styles = useControlStyles();
  return (
    <span className={mergeClasses(styles.root, className)}>
      <input
        {...control}
        className={mergeClasses(styles.control, icon && styles.searched)}
        onChange={({ currentTarget }) => onText(currentTarget.value)}
      />
      {icon && <span className={mergeClasses(styles.icon, styles.iconBefore)}>{icon}</span>}
    </span>
  );
}
