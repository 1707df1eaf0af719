import { hostErrorSentence } from '../../locale/catalog';
import type { Language } from '../../locale/language';
import type { PaneMessages } from '../../locale/pane/messages';
import type { PaneSession } from '../session';
import type { Fault } from '../state';
import { useWords } from '../words';
import { Alert } from './Alert';

function sentenceOf(cause: Fault['cause'], language: Language, text: PaneMessages): string {
  switch (cause.code) {
    case 'internal':
      return text.fault.internal(cause);
    case 'not-loaded':
      return text.viewFault.notLoaded;
    default:
      return hostErrorSentence(cause, language);
  }
}

interface FaultMessageProps {
  readonly session: PaneSession;
  readonly fault: Fault;
}

/** What happened and what to try. */
export function FaultMessage({ session, fault: { cause, again } }: FaultMessageProps) {
  const { language, text } = useWords();
  const sentence = sentenceOf(cause, language, text);
  const mayUnprotect = cause.code === 'sheet-protected' && again !== undefined && again !== 'undo';
  const mayRetry = !mayUnprotect && cause.code !== 'write-broken-off';
  const action = {
    label: mayUnprotect ? text.action.unprotect : text.action.retry,
    onClick: () => void session.again({ unprotect: mayUnprotect }),
  };
  const isOffered = again !== undefined && (mayUnprotect || mayRetry);
  return <Alert heading={text.fault.heading} sentence={sentence} {...(isOffered && { action })} />;
}
