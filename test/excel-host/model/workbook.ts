import type { Rect } from '../../../src/sheet/grid';
import { SheetModel } from './sheet';

/** A workbook as the emulated Excel holds it. */
export class WorkbookModel {
  readonly sheets: SheetModel[] = [];
  /** The cells whose values were asked for, over all requests. */
  cellsRead = 0;
  private nextId = 1;
  /** The area selected on the active sheet; null until something was selected. */
  selected: Rect | null = null;
  private active: SheetModel | null = null;

  constructor(readonly name: string = '考核.xlsx') {}

  get activeSheet(): SheetModel {
    const sheet = this.active ?? this.sheets[0];
    if (sheet === undefined) throw new Error('A workbook has at least one sheet');
    return sheet;
  }

  activate(sheet: SheetModel): void {
    this.active = sheet;
  }

  /** The user sees this area of this sheet selected. */
  select(sheet: SheetModel, area: Rect): void {
    this.active = sheet;
    this.selected = area;
  }

  addSheet(name: string): SheetModel {
    const sheet = new SheetModel(this.newId('sheet'), name);
    this.sheets.push(sheet);
    return sheet;
  }

  removeSheet(sheet: SheetModel): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    if (this.active === sheet) this.active = null;
  }

  /** By name (case does not matter) or id. */
  sheet(key: string): SheetModel | null {
    const wanted = key.toLowerCase();
    return this.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === wanted) ?? null;
  }

  newId(kind: string): string {
    return `{${kind}-${this.nextId++}}`;
  }
}
