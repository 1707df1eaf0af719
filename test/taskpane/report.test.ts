import { checkSnapshot } from '../../src/app/checkWorkbook';
import { countsOf, quoteOf, reportOf } from '../../src/taskpane/report';
import { streetSheet } from '../support/scoringSheet';

const book = checkSnapshot(
  { fileName: '附件1.xlsx', grids: [streetSheet([[6], ['3分'], [11], [7.5], [2]])] },
  {},
);

describe('the findings as the pane shows them', () => {
  const sections = reportOf(book);

  it('loses none and puts each in the list of its severity', () => {
    const counts = countsOf(sections);
    const all = [...book.findings, ...book.tables.flatMap(({ findings }) => findings)];
    for (const severity of ['error', 'warning', 'notice'] as const) {
      expect(counts[severity]).toBe(all.filter((one) => one.severity === severity).length);
    }
    expect(counts.error).toBeGreaterThan(0);
    for (const { bySeverity } of sections) {
      expect(bySeverity.error.every(({ finding }) => finding.severity === 'error')).toBe(true);
    }
  });

  it('gives a finding about a score the rule of its item and the scores that would be right', () => {
    const tooHigh = sections
      .flatMap(({ bySeverity }) => bySeverity.error)
      .find(({ finding }) => finding.code === 'score/above-max');
    const item = book.tables[0]?.table.items.find(({ self }) => self?.row === tooHigh?.finding.cell?.row);
    const { before = '', read = '', after = '' } = tooHigh?.quote ?? {};
    expect(item?.criterion).toBe(before + read + after);
    expect(tooHigh?.attainable).not.toBeNull();
  });

  it('puts what concerns the whole workbook last, without a rule', () => {
    expect(sections.map(({ table }) => table === null)).toEqual([false, true]);
    expect(sections[1]?.bySeverity.notice[0]).toMatchObject({ quote: null, attainable: null });
  });
});

describe('a quoted rule sentence', () => {
  it('is whole when it is short, with the clause apart', () => {
    expect(quoteOf('按时上报，未上报的扣2分，迟报的扣1分。', '未上报的扣2分')).toEqual({
      before: '按时上报，',
      read: '未上报的扣2分',
      after: '，迟报的扣1分。',
    });
  });

  it('is cut around its clause when it is long, and never inside a character', () => {
    const { before, read, after } = quoteOf(`${'𠮷'.repeat(90)}扣2分${'乙'.repeat(90)}`, '扣2分');
    expect(before).toBe(`……${'𠮷'.repeat(40)}`);
    expect(read).toBe('扣2分');
    expect(after).toBe(`${'乙'.repeat(40)}……`);
  });

  it('marks nothing when the clause is not to be found', () => {
    expect(quoteOf('酌情扣分。', '每次扣1分')).toEqual({ before: '酌情扣分。', read: '', after: '' });
  });
});
