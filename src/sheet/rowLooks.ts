import type { HeaderBlock } from './headerBlock';
import { headerKind } from './headerKind';
import type { GridReader } from './gridReader';
import { beginsOtherTable } from './otherTable';

type Kind = 'same' | 'other' | null;

/**
 * How the rows of a sheet look from one header. Finding its columns and walking down its table both ask, so each row is
 * judged once. Rows are given by their position among the filled ones.
 */
export class RowLooks {
  private readonly headers: (Kind | undefined)[] = [];
  private readonly others: (boolean | undefined)[] = [];

  constructor(
    private readonly reader: GridReader,
    private readonly block: HeaderBlock,
  ) {}

  /** Whether the row looks like a header: the same one again, another table's, or none. */
  header(position: number): Kind {
    const known = this.headers[position];
    if (known !== undefined) return known;
    const kind = this.judgeHeader(position);
    this.headers[position] = kind;
    return kind;
  }

  /** Whether a table of another kind begins at the row. */
  beginsOtherTable(position: number): boolean {
    return (this.others[position] ??= beginsOtherTable(this.reader, this.block, position));
  }

  private judgeHeader(position: number): Kind {
    const { reader, block } = this;
    const row = reader.rows[position];
    if (row === undefined) return null;
    const columns: number[] = [];
    for (const { column } of row.cells)
      if (column >= block.left && column <= block.right) columns.push(column);
    return headerKind(reader, block, row.index, columns);
  }
}
