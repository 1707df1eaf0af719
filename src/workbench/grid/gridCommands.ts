import { CanceledError, CommandType, RedoCommand, UndoCommand } from '@univerjs/core';
import type { ICellData, ICommandInfo, Nullable } from '@univerjs/core';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import type { ISetRangeValuesMutationParams } from '@univerjs/sheets';

type Matrix = Record<string, Record<string, Nullable<ICellData>>>;

/** What a person may do to a sheet: type, fill, paste, empty, and look around. All else would not reach the file. */
const ALLOWED_COMMANDS = new Set(
  (
    'auto-clear-content auto-fill refill clear-selection-content copy-down copy-right expand-selection move-selection ' +
    'move-selection-enter-tab select-all select-range set-range-values set-worksheet-activate set-zoom-ratio ' +
    'change-zoom-ratio scroll-to-cell scroll-view scroll-view-reset set-scroll-relative paste-value paste-by-short-key ' +
    'optional-paste set-row-is-auto-height'
  )
    .split(' ')
    .map((name) => `sheet.command.${name}`),
);

/** Changes of a sheet that are right whoever makes them: values, and heights that follow from them. */
const ALLOWED_MUTATIONS = new Set(
  'empty set-range-values set-worksheet-row-auto-height set-worksheet-row-is-auto-height data-validation-formula-mark-dirty mark-dirty-filter-change'
    .split(' ')
    .map((name) => `sheet.mutation.${name}`),
);

/** Lets through what may be done and stops the rest before anything has changed. */
export function guardCommand(command: Readonly<ICommandInfo>): void {
  const { id, type } = command;
  if (type === CommandType.COMMAND && id.startsWith('sheet.command.') && !ALLOWED_COMMANDS.has(id)) {
    throw new CanceledError();
  }
  if (type === CommandType.MUTATION && id.startsWith('sheet.mutation.') && !ALLOWED_MUTATIONS.has(id)) {
    throw new CanceledError();
  }
  if (id === SetRangeValuesMutation.id) keepLooks(command.params as ISetRangeValuesMutationParams);
}

/** Pasting and filling bring looks along, which are not written to the file: only contents change. */
function keepLooks({ cellValue }: ISetRangeValuesMutationParams): void {
  for (const row of Object.values((cellValue ?? {}) as Matrix)) {
    for (const cell of Object.values(row)) if (cell) delete cell.s;
  }
}

export const isUndo = ({ id }: Readonly<ICommandInfo>) => id === UndoCommand.id;
export const isRedo = ({ id }: Readonly<ICommandInfo>) => id === RedoCommand.id;
