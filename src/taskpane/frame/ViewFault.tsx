import { Alert } from '../parts/Alert';
import { useWords } from '../words';

interface ViewFaultProps {
  readonly sentence: string;
  readonly onRetry: () => void;
}

/** A view could not be shown: why, and a way to try again. The rest of the pane goes on. */
export function ViewFault({ sentence, onRetry }: ViewFaultProps) {
  const { action, viewFault } = useWords().text;
  return (
    <Alert
      heading={viewFault.heading}
      sentence={sentence}
      action={{ label: action.retry, onClick: onRetry }}
    />
  );
}
