import type { ICommandService, Injector } from '@univerjs/core';
import { DeviceInputEventType } from '@univerjs/engine-render';
import { IEditorBridgeService, SetCellEditVisibleOperation } from '@univerjs/sheets-ui';
import { KeyCode } from '@univerjs/ui';

/** The editor over the cell that is being typed in. */
export class CellEditor {
  constructor(
    private readonly injector: Injector,
    private readonly commands: ICommandService,
  ) {}

  get isOpen(): boolean {
    return this.injector.get(IEditorBridgeService).isVisible().visible;
  }

  /** Takes what was typed as finished, as Enter does. */
  finish(unitId: string | undefined): void {
    if (!this.isOpen) return;
    this.commands.syncExecuteCommand(SetCellEditVisibleOperation.id, {
      eventType: DeviceInputEventType.Keyboard,
      keycode: KeyCode.ENTER,
      visible: false,
      unitId,
    });
  }
}
