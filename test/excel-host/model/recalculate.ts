import type { CellValue } from '../../../src/sheet/grid';
import { evaluate } from './formula';
import type { SheetModel } from './sheet';

/**
 * Computes every formula of a sheet anew if anything in the workbook changed. A circle is 0, as Excel shows it; a formula that is
 * beyond the emulator keeps the value it came with.
 */
export function recalculate(sheet: SheetModel): void {
  if (!sheet.stale) return;
  sheet.stale = false;
  const results = new Map<string, CellValue>();
  const open = new Set<string>();
  const elsewhere = (row: number, column: number, name: string): CellValue => {
    const other = sheet.sibling(name);
    if (other === null) return { error: '#REF!' };
    recalculate(other);
    return other.content(row, column)?.value ?? null;
  };
  const valueAt = (row: number, column: number, name: string | null): CellValue => {
    if (name !== null && sheet.sibling(name) !== sheet) return elsewhere(row, column, name);
    const content = sheet.content(row, column);
    if (content === null || content.formula === null) return content?.value ?? null;
    const key = `${row},${column}`;
    const known = results.get(key);
    if (known !== undefined) return known;
    if (open.has(key)) return 0;
    open.add(key);
    const computed = evaluate(content.formula, valueAt);
    const unknown = typeof computed === 'object' && computed?.error === '#NAME?';
    const value = unknown && content.value !== null ? content.value : computed;
    results.set(key, value);
    return value;
  };
  for (const { row, column, content } of [...sheet.contents()]) {
    if (content.formula === null) continue;
    sheet.setContent(row, column, { value: valueAt(row, column, null), formula: content.formula });
  }
}
