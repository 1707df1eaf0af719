import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { useWords } from '../words';

interface ViewFaultProps {
  readonly sentence: string;
  readonly onRetry: () => void;
}

/** A view could not be shown: why, and a way to try again. The rest of the pane goes on. */
export function ViewFault({ sentence, onRetry }: ViewFaultProps) {
  const { text } = useWords();
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{text.viewFault.heading}</MessageBarTitle>
        {sentence}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onRetry}>
          {text.action.retry}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
