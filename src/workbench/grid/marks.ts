import { InterceptorEffectEnum } from '@univerjs/core';
import type { ICellDataForSheetInterceptor, IDisposable } from '@univerjs/core';
import { INTERCEPTOR_POINT } from '@univerjs/sheets';
import type { SheetInterceptorService } from '@univerjs/sheets';
import type { NoteLook } from '../../hosts/file/look/bookLook';
import { HIGHLIGHT_FILLS } from '../../plan/marks';
import type { CellRef } from '../../rubric/finding';
import { sheetsOf } from '../picture';
import type { BookPicture } from '../picture';
import { sheetId } from './workbookData';

/** The corner that tells that a cell has a note. */
const CORNER = { color: '#c50f1f', size: 7 };

const key = ({ row, column }: CellRef) => `${row},${column}`;

interface Marks {
  readonly fills: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, NoteLook>;
}

/** Highlights and notes, laid over the cells as they are drawn: the cells themselves know nothing of them. */
export class MarkLayer {
  #sheets: ReadonlyMap<string, Marks> = new Map();

  attach(interceptors: SheetInterceptorService): IDisposable {
    return interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      id: 'kaohe.marks',
      effect: InterceptorEffectEnum.Style,
      priority: 1,
      handler: (cell, { subUnitId, row, col, rawData }, next) => {
        const marks = this.#sheets.get(subUnitId);
        const at = `${row},${col}`;
        const fill = marks?.fills.get(at);
        const note = marks?.notes.has(at) ?? false;
        if (fill === undefined && !note) return next(cell);
        const marked: ICellDataForSheetInterceptor = !cell || cell === rawData ? { ...rawData } : cell;
        if (fill !== undefined)
          marked.interceptorStyle = { ...marked.interceptorStyle, bg: { rgb: `#${fill}` } };
        if (note) marked.markers = { ...marked.markers, tr: CORNER };
        return next(marked);
      },
    });
  }

  show(picture: BookPicture): void {
    this.#sheets = new Map(
      sheetsOf(picture).map(({ look }, index) => [
        sheetId(index),
        {
          fills: new Map(look.highlights.map((mark) => [key(mark), HIGHLIGHT_FILLS[mark.severity]])),
          notes: new Map(look.notes.map((note) => [key(note), note])),
        },
      ]),
    );
  }

  noteAt(sheet: string, cell: CellRef): NoteLook | undefined {
    return this.#sheets.get(sheet)?.notes.get(key(cell));
  }
}
