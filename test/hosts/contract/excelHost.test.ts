import { severityOfSignature } from '../../../src/plan/marks';
import { parseCell } from '../../../src/sheet/address';
import { contains } from '../../excel-host/model/area';
import { openExcel } from '../excel/support';
import type { ExcelApiLevel } from '../../excel-host/node/officeJs';
import { gridOf } from './contractGrid';
import { describeHostContract } from './hostContract';
import type { ContractBook, ContractSubject } from './hostContract';

const YELLOW = '#FFFF00';

function at(address: string) {
  const cell = parseCell(address);
  if (cell === null) throw new Error(`No address: ${address}`);
  return cell;
}

/** The contract's workbook in an emulated Excel of this level; a user's notes are comments where notes cannot be reached. */
function createAt(level: ExcelApiLevel) {
  return async (book: ContractBook): Promise<ContractSubject> => {
    const { host, sheet } = openExcel(book.sheets.map(gridOf), level);
    const hasNotes = level === 'latest';
    for (const { name, notes, filled } of book.sheets) {
      const model = sheet(name);
      for (const address of filled ?? []) {
        const { row, column } = at(address);
        model.setFormat(row, column, { ...model.format(row, column), fill: YELLOW });
      }
      for (const [address, content] of Object.entries(notes ?? {})) {
        if (hasNotes) {
          model.notes.push({ ...at(address), content, author: '张三', visible: false, width: 1, height: 1 });
        } else {
          model.comments.push({
            ...at(address),
            id: `{of ${address}}`,
            content,
            author: '张三',
            replies: [],
          });
        }
      }
    }
    const here = (address: string) => (cell: { row: number; column: number }) => {
      const { row, column } = at(address);
      return cell.row === row && cell.column === column;
    };
    return {
      host,
      async note(name, address) {
        const note = sheet(name).notes.find(here(address));
        if (note !== undefined) return note.content;
        const comment = sheet(name).comments.find(here(address));
        return comment === undefined
          ? null
          : [comment, ...comment.replies].map(({ content }) => content).join('\n');
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

describeHostContract('the Excel host in Microsoft 365', createAt('latest'));
describeHostContract('the Excel host in Excel 2021 (comments)', createAt('1.14'));
