import type { Columns } from './columns';
import type { GridReader } from './gridReader';
import type { HeaderBlock } from './headerBlock';
import type { ItemsReading } from './itemsReading';
import { nameAndPoints } from './numbers';
import { compact, tidyName } from './text';

const TITLE =
  /^(?:(加分|附加分?|奖励(?:加?分)?)|扣分|减分|一票否决|否决)(?:项目?|事项|指标|内容|部分|细则|标准|情况|表)*(?:[(][^()]*[)])?[:]?$/;
const COLUMN = /^(?:(加分|附加分|奖励)|扣分|减分|否决)(?:项目?|事项|内容|指标|情形|条款)(?:名称)?$/;
/** The title of such a table stands right above its header. */
const REACH = 2;

/**
 * A table of its own for bonus or for deductions (加分项 above the header, or 加分事项 in it): none of its points belong to
 * the base. Any other table stays as it is.
 */
export function withTableKind(
  reader: GridReader,
  block: HeaderBlock,
  columns: Columns,
  reading: ItemsReading,
): ItemsReading {
  const title = titleOf(reader, block);
  const label = [columns.section, columns.name]
    .map((column) => (column === undefined ? '' : compact(block.labels.get(column)?.text ?? '')))
    .find((text) => COLUMN.test(text));
  const named = title === null ? null : TITLE.exec(nameAndPoints(compact(title.text)).name);
  const match = named ?? (label === undefined ? null : COLUMN.exec(label));
  if (match === null) return reading;
  const deduction = match[1] === undefined;
  return {
    ...reading,
    sections: reading.sections.map((section) => {
      const unnamed = section.name === '';
      const name = nameAndPoints(tidyName(title?.text ?? label ?? '')).name;
      return {
        ...section,
        ...(unnamed ? { name, nameCell: title?.cell ?? null } : {}),
        points: null,
        bonus: true,
        deduction: deduction || section.deduction === true,
      };
    }),
    items: reading.items.map((item) => ({ ...item, max: null })),
  };
}

/** The one text of the nearest row above a header. */
function titleOf(
  reader: GridReader,
  block: HeaderBlock,
): { readonly text: string; readonly cell: { readonly row: number; readonly column: number } } | null {
  const row = reader.rows[reader.from(block.top) - 1];
  if (row === undefined || block.top - row.index > REACH) return null;
  const texts = row.cells
    .filter((cell) => cell.column >= block.left && cell.column <= block.right)
    .filter((cell) => reader.text(row.index, cell.column) !== '');
  const [only] = texts;
  if (only === undefined || texts.length > 1) return null;
  const { column } = only;
  return { text: reader.text(row.index, column), cell: { row: row.index, column } };
}
