import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../words';

interface Batches<T> {
  /** What is to be drawn now. */
  readonly drawn: readonly T[];
  /** The button that draws the next batch; null when all is there. */
  readonly more: ReactNode;
}

/** Draws a long list `size` at a time: thousands at once would keep the pane busy. */
export function useBatches<T>(all: readonly T[], size: number): Batches<T> {
  const { text } = useWords();
  const [count, setCount] = useState(size);
  const next = Math.min(size, all.length - count);
  return {
    drawn: all.slice(0, count),
    more:
      next > 0 ? (
        <Button appearance="transparent" onClick={() => setCount(count + size)}>
          {text.action.showMore({ count: next })}
        </Button>
      ) : null,
  };
}
