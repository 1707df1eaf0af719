import { checkSnapshot } from '../../src/app/checkWorkbook';
import { itemAtCell } from '../../src/app/itemAtCell';
import { gridFromRows } from '../../src/sheet/gridFromRows';
import { bookOf, streetSheet } from '../support/scoringSheet';

const book = checkSnapshot(bookOf([streetSheet([[6], [3.5], [11], [7.5], [2]])]), {});
const at = (row: number, column: number, sheet = '附件1') => itemAtCell(book, sheet, { row, column });

describe('the item at a cell', () => {
  it('is that of the row, whichever cell of the table one stands on', () => {
    for (const column of [0, 1, 2, 3, 4, 5]) {
      expect(at(3, column)).toMatchObject({ section: { name: '基础工作' }, item: { max: 4 } });
    }
    expect(at(3, 6)).toBeNull();
    expect(at(0, 0)).toBeNull();
    expect(at(1, 4)).toBeNull();
    expect(at(3, 4, '别的表')).toBeNull();
  });

  it('tells the words that were read, the attainable scores and what is wrong', () => {
    const found = at(3, 0);
    const clauses = found?.clauses.map(({ start, end }) => found.item.criterion.slice(start, end)) ?? [];
    expect(clauses.join('')).toContain('每少一次扣2分');
    expect(found?.choices).toEqual([4, 2, 0]);
    expect(found?.findings.map(({ code }) => code)).toEqual(['score/unattainable']);
    expect(at(2, 0)).toMatchObject({ findings: [], score: { number: 6 } });
  });

  it('means the score cell that one stands on, else that of the stage', () => {
    expect(at(3, 0)).toMatchObject({ column: 'self', score: { column: 4, number: 3.5 } });
    expect(at(3, 5)).toMatchObject({ column: 'review', score: { column: 5, number: null } });
  });

  it('offers no choice where the scores are too many, open, or shared by several items', () => {
    // 酌情: every hundredth of a point.
    expect(at(5, 0)?.choices).toEqual([]);
    // 每篇加0.5分，最高10分: 21 scores.
    expect(at(4, 0)?.choices).toEqual([]);
    const sheet = streetSheet([[9.5], [undefined], [10], [10]]);
    const merges = [...(sheet.merges ?? []), { top: 2, left: 4, bottom: 3, right: 4 }];
    const shared = checkSnapshot(bookOf([{ ...sheet, merges }]), {});
    expect(itemAtCell(shared, '附件1', { row: 2, column: 3 })).toMatchObject({
      score: { number: 9.5 },
      choices: [],
    });
  });

  it('is none in a workbook without a table', () => {
    const none = checkSnapshot(bookOf([gridFromRows('Sheet1', [['会议通知']])]), {});
    expect(itemAtCell(none, 'Sheet1', { row: 0, column: 0 })).toBeNull();
  });
});
