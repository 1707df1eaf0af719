import type { Grid } from '../../../sheet/grid';
import { XmlScanner } from '../xml';
import type { BookMemory } from './bookMemory';
import type { ValueContext } from './cellValue';
import { FrameReader } from './frameReader';
import { RowReader } from './rowReader';

export interface SheetContext extends ValueContext {
  readonly name: string;
  readonly hidden: boolean;
}

/** Reads one worksheet part; null when its root is no worksheet. Throws a FileFault when its XML cannot be followed. */
export function readSheet(xml: string, path: string, context: SheetContext, memory: BookMemory): Grid | null {
  const scanner = new XmlScanner(xml, path);
  const frames = new FrameReader(scanner, memory);
  if (!frames.begin()) return null;
  const rows = new RowReader(scanner, context, memory.rows);
  while (frames.nextRows()) rows.read();
  return {
    name: context.name,
    rows: rows.rows.sorted(),
    merges: frames.merges(),
    hidden: context.hidden,
    hiddenRows: rows.hiddenRows.sorted(),
    hiddenColumns: frames.hiddenColumns(),
    lastRow: rows.lastRow,
    lastColumn: rows.lastColumn,
  };
}
