import { RowMemory } from './rowMemory';
import { StringMemory } from './stringMemory';

/** What reading workbooks leaves behind for those to come: the answers are the same with it and without. */
export class BookMemory {
  readonly strings = new StringMemory();
  readonly rows = new RowMemory();
}
