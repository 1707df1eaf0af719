import { severityOfSignature } from '../../../src/plan/marks';
import { parseCell } from '../../../src/sheet/address';
import { gridFromRows } from '../../../src/sheet/gridFromRows';
import type { CellInput } from '../../../src/sheet/gridFromRows';
import type { Grid } from '../../../src/sheet/grid';
import { contains } from '../../excel-host/model/area';
import { WHOLE_BUILDS, openEt } from '../wps/support';
import type { Build } from '../wps/support';
import { describeHostContract } from './hostContract';
import type { ContractBook, ContractSubject } from './hostContract';

const YELLOW = '#FFFF00';

function at(address: string) {
  const cell = parseCell(address);
  if (cell === null) throw new Error(`No address: ${address}`);
  return cell;
}

function gridOf({ name, cells, merges }: ContractBook['sheets'][number]): Grid {
  const rows: CellInput[][] = [];
  for (const [address, value] of Object.entries(cells)) {
    const { row, column } = at(address);
    (rows[row] ??= [])[column] = value;
  }
  const dense = Array.from(rows, (row) => Array.from(row ?? [], (value) => value ?? null));
  return gridFromRows(name, dense, { merges: merges ?? [] });
}

/** The contract's workbook in an emulated ET. */
function createIn(build: Build) {
  return async (book: ContractBook): Promise<ContractSubject> => {
    const { host, sheet } = openEt(book.sheets.map(gridOf), build);
    for (const { name, notes, filled } of book.sheets) {
      const model = sheet(name);
      for (const address of filled ?? []) {
        const { row, column } = at(address);
        model.setFormat(row, column, { ...model.format(row, column), fill: YELLOW });
      }
      for (const [address, content] of Object.entries(notes ?? {})) {
        model.notes.push({ ...at(address), content, author: '张三', visible: false, width: 1, height: 1 });
      }
    }
    return {
      host,
      async note(name, address) {
        const { row, column } = at(address);
        const note = sheet(name).notes.find((one) => one.row === row && one.column === column);
        return note?.content ?? null;
      },
      async highlights(name, address) {
        const { row, column } = at(address);
        return sheet(name).conditionalFormats.flatMap(({ formula, areas }) => {
          const severity = severityOfSignature(formula);
          return severity !== null && areas.some((area) => contains(area, row, column)) ? [severity] : [];
        });
      },
      async filled(name, address) {
        const { row, column } = at(address);
        return sheet(name).format(row, column).fill === YELLOW;
      },
    };
  };
}

for (const build of WHOLE_BUILDS) describeHostContract(`the WPS host in ${build}`, createIn(build));
