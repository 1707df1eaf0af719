import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { WorkbenchMessages } from '../../locale/workbench/messages';
import type { WorkbenchStore } from '../store';

export interface LeaveDialogProps {
  readonly store: WorkbenchStore;
  readonly text: WorkbenchMessages;
  readonly fileName: string;
}

/** Asks before changes are lost that stand in no file. */
export function LeaveDialog({ store, text, fileName }: LeaveDialogProps) {
  const { leave, action } = text;
  return (
    <Dialog open modalType="alert" onOpenChange={() => void store.answer('stay')}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{leave.heading}</DialogTitle>
          <DialogContent>{leave.words({ file: fileName })}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => void store.answer('save')}>
              {leave.save}
            </Button>
            <Button onClick={() => void store.answer('discard')}>{leave.discard}</Button>
            <Button onClick={() => void store.answer('stay')}>{action.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
