import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectInputs } from '../../src/cli/inputs';
import { temporaryFolder } from '../support/folder';

describe('the files behind the paths of a command line', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());
  const at = (...parts: string[]) => join(folder.path, ...parts);
  const touch = (...parts: string[]) => writeFileSync(at(...parts), '');

  beforeAll(() => {
    mkdirSync(at('回收', '街道', '.隐藏'), { recursive: true });
    mkdirSync(at('空'));
    mkdirSync(at('回收', '已核'));
    for (const name of [
      'b.xlsx',
      'a.XLSM',
      '旧.xls',
      '表.et',
      '表.ods',
      '表.csv',
      '说明.docx',
      '~$b.xlsx',
      '.~lock.b.xlsx#',
      '.b.xlsx',
    ])
      touch('回收', name);
    touch('回收', '街道', 'c.xlsx');
    touch('回收', '街道', '.隐藏', 'd.xlsx');
    touch('回收', '已核', 'e.xlsx');
    symlinkSync(at('回收'), at('回收', '循环'));
  });

  test('a folder is read through, without lock files, hidden files, other formats and links that run in circles', async () => {
    const found = await collectInputs([at('回收')], at('回收', '已核'));
    expect(found.map(({ relative }) => relative)).toEqual(
      ['a.XLSM', 'b.xlsx', '旧.xls', '表.csv', '表.et', '表.ods', join('街道', 'c.xlsx')].sort(),
    );
  });

  test('a file named directly is always tried, and each file counts once', async () => {
    const found = await collectInputs([
      at('回收', '说明.docx'),
      at('回收', 'b.xlsx'),
      at('回收', '街道'),
      at('回收', 'b.xlsx'),
    ]);
    expect(found.map(({ path }) => path)).toEqual([
      at('回收', '说明.docx'),
      at('回收', 'b.xlsx'),
      at('回收', '街道', 'c.xlsx'),
    ]);
  });

  test('a path that does not exist is kept, so that it is told as a finding and the others go on', async () => {
    const found = await collectInputs([at('没有.xlsx')]);
    expect(found).toEqual([{ path: at('没有.xlsx'), relative: '没有.xlsx' }]);
  });

  test('a folder without any workbook is a fault', async () => {
    await expect(collectInputs([at('空')])).rejects.toMatchObject({ code: 'nothing-found' });
  });
});
