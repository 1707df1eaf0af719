import { parseCell, rectAddress } from '../../../src/sheet/address';
import type { Rect } from '../../../src/sheet/grid';
import { EventBoard, EventType } from './events';
import { SheetModel } from './sheet';

/** Who changed something: `ThisLocalAddin` is the add-in itself, `Unknown` everybody else. */
export type Trigger = 'ThisLocalAddin' | 'Unknown';

/** A workbook as the emulated Excel holds it. */
export class WorkbookModel {
  readonly events = new EventBoard();
  readonly sheets: SheetModel[] = [];
  /** The cells whose values were asked for, over all requests. */
  cellsRead = 0;
  private nextId = 1;
  /** The area selected on the active sheet; null until something was selected. */
  selected: Rect | null = null;
  private active: SheetModel | null = null;
  /** Sheets can be neither added nor removed nor renamed. */
  structureProtected = false;

  constructor(readonly name: string = '考核.xlsx') {}

  get activeSheet(): SheetModel {
    const sheet = this.active ?? this.sheets[0];
    if (sheet === undefined) throw new Error('A workbook has at least one sheet');
    return sheet;
  }

  activate(sheet: SheetModel): void {
    const isActive = this.activeSheet === sheet;
    this.active = sheet;
    if (isActive) return;
    this.selected = null;
    this.events.raise(EventType.activated, sheet.id, {});
  }

  /** The user sees this area of this sheet selected. */
  select(sheet: SheetModel, area: Rect): void {
    this.activate(sheet);
    this.selected = area;
    this.events.raise(EventType.selectionChanged, sheet.id, { address: rectAddress(area) });
  }

  /** A person clicks a cell. */
  click(sheet: SheetModel, address: string): void {
    this.select(sheet, cellArea(address));
  }

  /** A person types into a cell. */
  type(sheet: SheetModel, address: string, input: string | number | boolean): void {
    const area = cellArea(address);
    sheet.enter(area.top, area.left, input);
    this.changed(sheet, area, 'Unknown');
  }

  /** Contents of an area were changed. */
  changed(sheet: SheetModel, area: Rect, triggerSource: Trigger): void {
    this.events.raise(EventType.changed, sheet.id, {
      address: rectAddress(area),
      changeType: 'RangeEdited',
      source: 'Local',
      triggerSource,
    });
  }

  addSheet(name: string): SheetModel {
    const sheet = new SheetModel(this.newId('sheet'), name);
    sheet.sibling = (wanted) => this.sheet(wanted);
    sheet.siblings = () => this.sheets;
    this.sheets.push(sheet);
    this.events.raise(EventType.added, sheet.id, { source: 'Local' });
    return sheet;
  }

  removeSheet(sheet: SheetModel): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    if (this.active === sheet) this.active = null;
    this.rewriteReferences(sheet.name, '#REF!');
  }

  /** Formulas follow a sheet to its new name. */
  rename(sheet: SheetModel, name: string): void {
    const old = sheet.name;
    sheet.name = name;
    this.rewriteReferences(old, `'${name.replace(/'/g, "''")}'!`);
  }

  /** What formulas say of a sheet from now on, on every sheet. */
  private rewriteReferences(name: string, spelling: string): void {
    const wanted = name.toLowerCase();
    for (const sheet of this.sheets) {
      for (const { row, column, content } of [...sheet.contents()]) {
        const formula = content.formula?.replace(
          SHEET_REFERENCE,
          (whole, quoted?: string, plain?: string) => {
            const named = quoted?.replace(/''/g, "'") ?? plain ?? '';
            return named.toLowerCase() === wanted ? spelling : whole;
          },
        );
        if (formula !== undefined && formula !== content.formula)
          sheet.setContent(row, column, { ...content, formula });
      }
    }
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

/** A sheet's name before a reference, in quotes or without. */
const SHEET_REFERENCE = /'((?:[^']|'')+)'!|([\p{L}\p{N}_.]+)!/gu;

function cellArea(address: string): Rect {
  const cell = parseCell(address);
  if (cell === null) throw new Error(`No cell: ${address}`);
  return { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column };
}
