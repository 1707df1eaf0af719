import { Remote } from '../wire/remote';
import type { AnyRemote, RemoteType } from '../wire/remote';
import type { OfSheet } from './comments';
import { areaOf } from './place';
import { range } from './range';

const FREEZE_PANES: RemoteType<OfSheet> = {
  name: 'WorksheetFreezePanes',
  methods: {
    FreezeAt: ({ sheet }, [area]) => {
      const { bottom, right } = areaOf(area);
      sheet.frozen = { rows: bottom + 1, columns: right + 1 };
    },
    FreezeRows: ({ sheet }, [count]) => {
      sheet.frozen = { rows: Number(count), columns: 0 };
    },
    FreezeColumns: ({ sheet }, [count]) => {
      sheet.frozen = { rows: 0, columns: Number(count) };
    },
    Unfreeze: ({ sheet }) => {
      sheet.frozen = null;
    },
    GetLocationOrNullObject: (at) => {
      const { frozen } = at.sheet;
      if (frozen === null) return null;
      return range({ ...at, area: { top: 0, left: 0, bottom: frozen.rows - 1, right: frozen.columns - 1 } });
    },
  },
};

export function freezePanes(at: OfSheet): AnyRemote {
  return new Remote(FREEZE_PANES, at);
}
