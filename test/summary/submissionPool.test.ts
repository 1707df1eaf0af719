import type { Outline, Submission, SubmittedTable } from '../../src/check/across/submission';
import { SubmissionPacker, SubmissionPool } from '../../src/check/across/submissionPool';
import { finding } from '../../src/rubric/finding';
import { DEFAULT_SETTINGS } from '../../src/sheet/settings';

function outline(criterion: string, max = 5): Outline {
  const cell = (column: number) => ({ row: 3, column });
  return {
    form: 'subdistrict',
    sections: [{ name: '基础工作', nameCell: cell(0), points: 30, bonus: false }],
    items: [
      {
        section: 0,
        max,
        criterion,
        label: criterion,
        criterionCell: cell(3),
        maxCell: null,
        sharesMax: false,
      },
    ],
    applies: [0],
  };
}

const missing = (row: number) =>
  finding({
    code: 'score/missing',
    severity: 'error',
    sheet: '附件1',
    cell: { row, column: 4 },
    params: { item: '会议', stage: 'self', max: 5 },
  });

function submission(path: string, rubric: Outline, rows: readonly number[]): Submission {
  const table: SubmittedTable = {
    sheet: '附件1',
    at: { row: 2, column: 0 },
    stage: 'self',
    unit: '新碶街道',
    year: 2023,
    totals: { self: { base: Infinity, bonus: 0, total: 4.5, converted: -0 }, review: null },
    outline: rubric,
    self: [4.5],
    review: [null],
    isScored: true,
    isAsSent: false,
    conversion: { ...DEFAULT_SETTINGS },
    findings: rows.map(missing),
  };
  return { path, readable: true, tables: [table], findings: [missing(99)] };
}

/** As a worker sends it. */
const sent = <T>(value: T): T => structuredClone(value);

describe('what submissions have in common', () => {
  it('comes out as it went in, from several workers in turn', () => {
    const all = [
      submission('a.xlsx', outline('每次扣1分'), [3, 4]),
      submission('b.xlsx', outline('每次扣2分'), [4, 5]),
      submission('c.xlsx', outline('每次扣1分', 6), []),
      submission('d.xlsx', outline('每次扣1分'), [3]),
    ];
    const pool = new SubmissionPool();
    const workers = [0, 1].map(() => ({ packer: new SubmissionPacker(), unpack: pool.unpacker() }));
    const got = all.map((one, index) => {
      const { packer, unpack } = workers[index % 2]!;
      return unpack(sent(packer.pack([one])))[0];
    });
    expect(got).toEqual(all);
  });

  it('is sent once by each worker and held once by all', () => {
    const pool = new SubmissionPool();
    const workers = [0, 1].map(() => ({ packer: new SubmissionPacker(), unpack: pool.unpacker() }));
    const rounds = workers.flatMap(({ packer, unpack }) =>
      ['a.xlsx', 'b.xlsx'].map((path) => {
        const packed = sent(packer.pack([submission(path, outline('每次扣1分'), [3, 4])]));
        return { fresh: packed.fresh.length, table: unpack(packed)[0]!.tables[0]! };
      }),
    );
    // The rubric, the conversion, two findings of the table and one of the file, the names of unit and sheet.
    expect(rounds.map(({ fresh }) => fresh)).toEqual([7, 0, 7, 0]);
    for (const { table } of rounds) {
      expect(table.outline).toBe(rounds[0]!.table.outline);
      expect(table.conversion).toBe(rounds[0]!.table.conversion);
      expect(table.findings[1]).toBe(rounds[0]!.table.findings[1]);
    }
  });

  it('goes in batches of any size', () => {
    const all = [
      submission('a.xlsx', outline('每次扣1分'), [3, 4]),
      { path: 'b.xls', readable: false, tables: [], findings: [missing(1)] },
      { ...submission('c.xlsx', outline('每次扣1分'), []), findings: [] },
    ];
    const [packer, unpack] = [new SubmissionPacker(), new SubmissionPool().unpacker()];
    const batches = [all.slice(0, 2), [], all.slice(2), all];
    const got = batches.map((batch) => unpack(sent(packer.pack(batch))));
    expect(got).toEqual(batches);
  });

  it('tells rubrics apart that differ in one word only', () => {
    const [packer, unpack] = [new SubmissionPacker(), new SubmissionPool().unpacker()];
    const outlines = ['每次扣1分', '每处扣1分', '每次扣1分'].map(
      (criterion) =>
        unpack(packer.pack([submission('a.xlsx', outline(criterion), [])]))[0]!.tables[0]!.outline,
    );
    expect(outlines[0]).not.toEqual(outlines[1]);
    expect(outlines[0]).toBe(outlines[2]);
  });

  it('is told apart also where very many differ a little, or nearly nothing is the same', () => {
    const [packer, unpack] = [new SubmissionPacker(), new SubmissionPool().unpacker()];
    // More alike at first sight than are compared: first and last letter and the length of every text agree.
    const all = Array.from({ length: 300 }, (_, index) => {
      const criterion = `每次扣${String(index).padStart(3, '0')}分`;
      return submission(`${index}.xlsx`, outline(criterion), [index % 7, index]);
    });
    for (const round of [all, all]) expect(unpack(sent(packer.pack(round)))).toEqual(round);
  });
});
