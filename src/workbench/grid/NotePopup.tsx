import type { IPopup } from '@univerjs/ui';
import type { NoteLook } from '../../hosts/file/look/bookLook';

/** Under this name the grid component knows the box. */
export const NOTE_POPUP = 'kaohe.note';

export interface NotePopupProps {
  readonly popup?: IPopup<{ readonly note?: NoteLook }>;
}

/** A cell's note beside the cell, as words and nothing else. */
export function NotePopup({ popup }: NotePopupProps) {
  const note = popup?.extraProps?.note;
  if (note === undefined) return null;
  return (
    <div className="kaohe-note" role="note">
      {note.text}
    </div>
  );
}
