import type { ViewProps } from '../view';
import { FaultMessage } from './FaultMessage';
import { OutcomeMessage } from './OutcomeMessage';

/** What goes on, what was done, and what went wrong: every view has them below its buttons. */
export function TaskMessages({ session, state: { busy, fault, outcome } }: ViewProps) {
  return (
    <>
      <OutcomeMessage busy={busy} outcome={outcome} />
      {fault !== null && <FaultMessage session={session} fault={fault} />}
    </>
  );
}
