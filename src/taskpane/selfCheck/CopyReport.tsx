import { Body1, Button, Textarea, makeStyles } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { SelfCheckMessages } from '../../locale/selfCheck/messages';
import { FormRow } from '../parts/FormRow';
import { copyText } from './copyText';

const useStyles = makeStyles({ sentence: { margin: 0 } });

interface CopyReportProps {
  /** Made when it is asked for: what a person saw meanwhile is in it. */
  readonly textNow: () => string;
  readonly words: SelfCheckMessages;
}

/** 复制结果: onto the clipboard, or, where the page may not, into a box to be copied from. */
export function CopyReport({ textNow, words }: CopyReportProps) {
  const styles = useStyles();
  const [state, setState] = useState<'idle' | 'copied' | { readonly text: string }>('idle');
  const copy = async () => {
    const text = textNow();
    setState((await copyText(text)) ? 'copied' : { text });
  };
  return (
    <>
      <Button appearance="primary" icon={<CopyRegular />} onClick={() => void copy()}>
        {words.copy}
      </Button>
      <div role="status">
        {state !== 'idle' && (
          <Body1 as="p" className={styles.sentence}>
            {state === 'copied' ? words.copied : words.copyByHand}
          </Body1>
        )}
      </div>
      {typeof state === 'object' && (
        <FormRow label={words.copyLabel}>
          {(control) => (
            <Textarea
              {...control}
              readOnly
              rows={8}
              value={state.text}
              onFocus={({ currentTarget }) => currentTarget.select()}
            />
          )}
        </FormRow>
      )}
    </>
  );
}
