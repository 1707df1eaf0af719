import fc from 'fast-check';
import {
  assign,
  blankBook,
  blankBytes,
  fileName,
  OFFICIAL_SOURCE,
  rubricsIn,
} from '../../src/app/distribute';
import { checkWorkbook } from '../../src/app/checkWorkbook';
import { validateAndTotal } from '../../src/app/validateAndTotal';
import type { FileHost } from '../../src/hosts/file/fileHost';
import type { CellEdit } from '../../src/plan/edits';
import type { SheetContent } from '../../src/plan/sheetContent';
import { attainableScores } from '../../src/rubric/attainable';
import { sentFingerprint } from '../../src/rubric/sentFingerprint';
import { readCriterion } from '../../src/rubric/criterion';
import type { Rubric } from '../../src/rubric/rubric';
import { cellAddress } from '../../src/sheet/address';
import { DEFAULT_SETTINGS } from '../../src/sheet/settings';
import { HOSTILE } from '../hosts/contract/sheetContract';
import {
  cellOf,
  danglingLinks,
  open,
  throughLibreOffice,
  throughOpenpyxl,
  withLibreOffice,
  withOpenpyxl,
} from '../hosts/file/patchSupport';
import { departmentRubric, streetRubric } from '../support/rubrics';
import { SheetInspector, tags } from '../support/sheetInspector';

const officials = assign(OFFICIAL_SOURCE.rubrics, 'all', null).assignments;
const bookFor = (unit: string | null) => {
  const found = officials.find((each) => each.unit === unit);
  if (found === undefined) throw new Error(unit ?? 'none');
  return blankBook(found, 2023, DEFAULT_SETTINGS);
};
const otherRubric: Rubric = {
  title: '年度工作考核细则',
  year: 2025,
  form: 'other',
  labels: { section: '考核类别', name: '考核要点', max: '标准分', criterion: '评分办法' },
  sections: [
    {
      name: '党建工作',
      points: 40,
      bonus: false,
      items: [
        { max: 25, criterion: '未召开会议的每次扣0.5分。', name: '组织生活' },
        { max: 15, criterion: '完成率100%得满分，每低2%扣0.3分，扣完为止。', name: '学习教育' },
      ],
    },
    {
      name: '业务工作',
      points: 80,
      bonus: false,
      items: [
        { max: 50, criterion: '工作落实不力的酌情扣分。', name: '任务完成' },
        { max: 30, criterion: '差错每起扣5分，造成不良影响的加倍扣分。', name: '质量' },
      ],
    },
    {
      name: '加分项',
      points: null,
      bonus: true,
      items: [{ max: null, criterion: '获省级表彰的加3分，市级的加2分。', name: '表彰' }],
    },
  ],
};

/** Scores for every item by its own rule, with a reason where points are lost. */
async function fill(host: FileHost, pick: (scores: readonly number[]) => number): Promise<void> {
  const { tables } = await checkWorkbook(host, {});
  const edits: CellEdit[] = [];
  for (const { table, attainable } of tables) {
    table.items.forEach((item, index) => {
      const allowed = attainable[index]!;
      const part = allowed.kind === 'union' ? allowed.parts[0]! : allowed;
      const scores =
        part.kind === 'list'
          ? part.scores
          : part.kind === 'range'
            ? [part.to ?? part.from, part.from]
            : [item.max ?? 0];
      const score = pick(scores);
      const put = (cell: { row: number; column: number } | null, value: string | number) => {
        if (cell !== null)
          edits.push({
            sheet: table.grid.name,
            row: cell.row,
            column: cell.column,
            content: { kind: 'value', value },
          });
      };
      put(item.self, score);
      put(item.review, score);
      put(item.reason, '按实际情况评定');
    });
  }
  await host.apply({ cells: edits, marks: [] });
}

async function findingsOf(host: FileHost): Promise<string[]> {
  const { findings, tables } = await checkWorkbook(host, {});
  return [...findings, ...tables.flatMap((table) => table.findings)].map(({ code }) => code);
}

describe('blank scoring sheets of the official rubric', () => {
  test('34 departments and one for the sub-districts, each read as what it is', async () => {
    expect(officials).toHaveLength(35);
    for (const { unit } of officials) {
      const book = bookFor(unit);
      const host = await open(blankBytes(book), `${book.name}.xlsx`);
      const { tables } = await checkWorkbook(host, {});
      expect(tables).toHaveLength(1);
      const { table, applies } = tables[0]!;
      expect([table.unit, table.year, table.form]).toEqual([
        unit,
        2023,
        unit === null ? 'subdistrict' : 'department',
      ]);
      expect(applies).toHaveLength(table.items.length);
      expect(new Set(await findingsOf(host))).toEqual(new Set(['score/missing']));
    }
  });

  test.each(['区教育局', '公安分局', null])(
    'filled in fairly it is clean, and its totals are its own: %s',
    async (unit) => {
      const book = bookFor(unit);
      for (const pick of [
        (scores: readonly number[]) => scores[0]!,
        (scores: readonly number[]) => scores[scores.length - 1]!,
      ]) {
        const host = await open(blankBytes(book), `${book.name}.xlsx`);
        await fill(host, pick);
        expect(await findingsOf(host)).toEqual(unit === null ? ['unit/missing'] : []);
        const { plan } = await validateAndTotal(host, { language: 'zh-CN' });
        // The formulas stay; only what they show is brought up to date.
        const [sheet] = book.sheets;
        const formulas = new Map(
          sheet!.cells.flatMap(({ row, column, content }) =>
            content.kind === 'formula' ? [[cellAddress({ row, column }), content.formula] as const] : [],
          ),
        );
        expect(formulas.size).toBe(8);
        for (const edit of plan.cells)
          expect(edit.content).toMatchObject({ kind: 'formula', formula: formulas.get(cellAddress(edit)) });
        for (const [address, formula] of formulas)
          expect((await cellOf(host.save(), sheet!.name, address)).formula).toBe(formula);
      }
    },
  );

  test('only score cells and 备注 can be typed into', async () => {
    for (const unit of ['区人力资源和社会保障局', null]) {
      const book = bookFor(unit);
      const look = new SheetInspector(blankBytes(book));
      const host = await open(blankBytes(book));
      const { table } = (await checkWorkbook(host, {})).tables[0]!;
      const wanted = table.items
        .flatMap(({ self, review, reason }) => [self, review, reason])
        .map((cell) => cellAddress(cell!));
      for (const { name } of book.sheets) {
        expect(tags(look.sheet(name), 'sheetProtection')[0]!.attributes).toMatchObject({ sheet: '1' });
        expect(tags(look.sheet(name), 'sheetProtection')[0]!.attributes['password']).toBeUndefined();
      }
      const openCells = (sheet: SheetContent) =>
        sheet.cells.map(cellAddress).filter((address) => look.look(sheet.name, address).unlocked);
      const [form, settings] = book.sheets;
      const unitCells = unit === null ? openCells(form!).filter((address) => !wanted.includes(address)) : [];
      expect(openCells(form!).sort()).toEqual([...wanted, ...unitCells].sort());
      if (unit === null) for (const address of unitCells) expect(address).toMatch(/^[A-D]4$/);
      expect(openCells(settings!)).toHaveLength(unit === null ? 1 : 0);
    }
  });

  test('the settings that travel with it say year, unit, weight and fingerprint', async () => {
    const host = await open(blankBytes(bookFor('区教育局')));
    const { settings } = await checkWorkbook(host, {});
    expect(settings).toMatchObject({
      year: 2023,
      unit: '区教育局',
      convertedFull: 100,
      convertedBase: 100,
      bonusCap: null,
    });
    const cut = OFFICIAL_SOURCE.rubrics[1]!.sections.filter(({ name }) =>
      ['基础工作', '区教育局', '创新工作'].includes(name),
    );
    expect(settings.fingerprint).toBe(sentFingerprint(cut));
  });

  test('a page is A4 across with the header on each', () => {
    const look = new SheetInspector(blankBytes(bookFor(null)));
    expect(tags(look.sheet('附件1'), 'pageSetup')[0]!.attributes).toEqual({
      paperSize: '9',
      orientation: 'landscape',
      fitToHeight: '0',
    });
    expect(look.text('xl/workbook.xml')).toContain('localSheetId="0">\'附件1\'!$5:$5<');
  });

  withOpenpyxl('openpyxl opens them all', () => {
    for (const { unit } of officials.slice(0, 3)) {
      const book = bookFor(unit);
      const { seen } = throughOpenpyxl(blankBytes(book));
      expect(Object.keys(seen)).toEqual([book.sheets[0]!.name, '考核设置']);
    }
  });

  withLibreOffice(
    'LibreOffice computes the totals of a filled one as they are cached',
    async () => {
      const host = await open(blankBytes(bookFor('区教育局')));
      await fill(host, (scores) => scores[scores.length - 1]!);
      const { checked } = await validateAndTotal(host, { language: 'zh-CN' });
      const { total, converted } = checked.tables[0]!.totals.self!;
      const saved = throughLibreOffice(host.save());
      const rows = checked.tables[0]!.table.totals;
      const figure = async (kind: string) =>
        (
          await cellOf(
            saved,
            '附件2',
            cellAddress({ row: rows.find((row) => row.kind === kind)!.row, column: 4 }),
          )
        ).value;
      expect(await figure('total')).toBe(total);
      expect(await figure('converted')).toBe(converted);
    },
    120_000,
  );
});

describe('blank sheets of other rubrics', () => {
  test.each([
    ['a sub-district table', streetRubric, '新碶街道'],
    ['a department table', departmentRubric, '区教育局'],
    ["another office's table, in its own words", otherRubric, '区教育局'],
  ])('%s comes back from the sheet as it was', async (_, rubric, unit) => {
    const [assignment] = assign([rubric], [unit], null).assignments;
    const book = blankBook(assignment!, rubric.year, DEFAULT_SETTINGS);
    const host = await open(blankBytes(book), `${book.name}.xlsx`);
    expect(new Set(await findingsOf(host))).toEqual(new Set(['score/missing']));
    const { rubrics, settings } = rubricsIn(await host.read(), 1999);
    const plain = (sections: Rubric['sections']) =>
      sections.map(({ name, points, bonus, items }) => ({
        name,
        points,
        bonus,
        items: items.map(({ max, criterion, name: item }) => ({ max, criterion, item })),
      }));
    const sent =
      rubric.form === 'department'
        ? rubric.sections.filter(({ name }) => !/民政|执法/.test(name))
        : rubric.sections;
    expect(rubrics).toHaveLength(1);
    expect(plain(rubrics[0]!.sections)).toEqual(plain(sent));
    expect([rubrics[0]!.title, rubrics[0]!.year, rubrics[0]!.form]).toEqual([
      rubric.title,
      rubric.year,
      rubric.form,
    ]);
    if (rubric.labels) expect(rubrics[0]!.labels).toMatchObject(rubric.labels);
    expect(settings.fingerprint).toBe(sentFingerprint(sent));
    await fill(host, (scores) => scores[0]!);
    expect(await findingsOf(host)).toEqual([]);
  });

  test('a base of 120 points is no fault, and converts to itself', async () => {
    const [assignment] = assign([otherRubric], ['区教育局'], null).assignments;
    const host = await open(blankBytes(blankBook(assignment!, 2025, DEFAULT_SETTINGS)));
    const { settings } = await checkWorkbook(host, {});
    expect([settings.convertedFull, settings.convertedBase]).toEqual([120, 120]);
  });

  test('the stage of the workbook that the rubric was taken from stays there', async () => {
    const [assignment] = assign([otherRubric], ['区教育局'], null).assignments;
    const reviewed = {
      ...DEFAULT_SETTINGS,
      stage: 'review',
      decimals: 3,
      given: ['stage', 'decimals'],
    } as const;
    const host = await open(blankBytes(blankBook(assignment!, 2025, reviewed)));
    const { settings, tables } = await checkWorkbook(host, {});
    expect([settings.stage, settings.decimals, tables[0]?.stage]).toEqual([null, 3, 'self']);
  });

  test('a year that the title names follows the year that is asked for', () => {
    const rubric = { ...streetRubric, title: '某区2024年度街道考核评分细则' };
    const [sheet] = blankBook({ unit: '新碶街道', rubric }, 2026, DEFAULT_SETTINGS).sheets;
    const texts = sheet!.cells.flatMap(({ content }) => (content.kind === 'value' ? [content.value] : []));
    expect(texts).toContain('某区2026年度街道考核评分细则');
    expect(texts.filter((text) => String(text).includes('2024'))).toEqual([]);
  });

  test("hostile names stay text in every cell, and in the file's name", async () => {
    for (const name of HOSTILE) {
      const book = blankBook({ unit: name, rubric: { ...otherRubric, title: name } }, 2025, DEFAULT_SETTINGS);
      const bytes = blankBytes(book);
      expect(danglingLinks(bytes)).toEqual([]);
      const { grids } = await (await open(bytes)).read();
      const formulas = grids.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => cells.filter(({ formula }) => formula !== null)),
      );
      expect(formulas).toHaveLength(8);
      expect(await cellOf(bytes, '考核评分表', 'A1')).toEqual({ value: name, formula: null });
      expect(book.name).not.toMatch(/[\\/:*?"<>|\n]|^[.\s]|[.\s]$/);
    }
  });
});

test('file names fit every system', () => {
  expect(fileName(['附件2', '区委宣传部（区新闻办、区文明办）'])).toBe(
    '附件2-区委宣传部（区新闻办、区文明办）',
  );
  expect(fileName(['a/b\\c:d*e?f"g<h>i|j'])).toBe('a_b_c_d_e_f_g_h_i_j');
  expect(fileName(['CON'])).toBe('_CON');
  expect(fileName(['..', ' . '])).toBe('_');
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (parts) => {
      const name = fileName(parts);
      expect(name).not.toMatch(/[\u0000-\u001F\\/:*?"<>|]|^[.\s]|[.\s]$/);
      expect(name.length).toBeGreaterThan(0);
    }),
  );
});

test('what stands beside a score cell names the scores and the rule, and fits', () => {
  for (const { unit } of officials)
    for (const { prompt, refusal } of bookFor(unit).sheets[0]!.validations) {
      expect(prompt!.title.length).toBeLessThanOrEqual(32);
      expect(prompt!.text.length).toBeLessThanOrEqual(255);
      expect(refusal.text.length).toBeLessThanOrEqual(255);
      expect(prompt!.text).toMatch(/^可得分值：/);
    }
  const long = `${'落实各项工作，做到有计划。'.repeat(30)}未落实的每次扣1分。`;
  const rubric: Rubric = {
    ...otherRubric,
    sections: [{ name: '工作', points: 6, bonus: false, items: [{ max: 6, criterion: long }] }],
  };
  const [sheet] = blankBook({ unit: '区教育局', rubric }, 2025, DEFAULT_SETTINGS).sheets;
  expect(attainableScores(readCriterion(long), { max: 6, bonus: false }).kind).toBe('list');
  const { text } = sheet!.validations[0]!.prompt!;
  expect(text.length).toBeLessThanOrEqual(255);
  expect(text).toMatch(/……未落实的每次扣1分。$/);
});
