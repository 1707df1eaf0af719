import { readHostFile } from '../../../src/app/readHostFile';
import type { HostFile, HostFiles } from '../../../src/hosts/files';
import { EtFiles } from '../../../src/hosts/wps/files/etFiles';
import { findApplication } from '../../../src/hosts/wps/findApplication';
import type { Grid } from '../../../src/sheet/grid';
import { workbookFrom } from '../../excel-host/loadWorkbook';
import type { WorkbookModel } from '../../excel-host/model/workbook';
import { bookBytes, encryptedBytes, filledSheet, oldFormatBytes, randomSource } from '../../support/round';
import { streetSheet } from '../../support/scoringSheet';
import { EmulatedEt } from '../../wps-host/emulatedEt';
import type { EtFile } from '../../wps-host/emulatedEt';
import { CURRENT } from '../../wps-host/quirks';
import type { EtQuirks } from '../../wps-host/quirks';

const WINDOWS = 'D:\\考核\\收回的表';
const GARBAGE = Uint8Array.from({ length: 600 }, (_, index) => (index * 7) % 251);

const gridOf = (unit: string): Grid => filledSheet(unit, { pick: randomSource(unit.length) }).grid;
const modelOf = (unit: string) => () => workbookFrom({ fileName: `${unit}.et`, grids: [gridOf(unit)] });
const xlsx = (unit: string): EtFile => ({ bytes: bookBytes([gridOf(unit)]) });
/** A file that only ET can read. */
const et = (unit: string): EtFile => ({ bytes: GARBAGE, model: modelOf(unit) });
const locked = (unit: string): EtFile => ({ bytes: encryptedBytes(), model: modelOf(unit), isLocked: true });

const emulated: EmulatedEt[] = [];
afterEach(() => expect(emulated.splice(0).flatMap(({ unknown }) => unknown)).toEqual([]));

/** ET with the person's own workbook open and these files on the disk. Dialogs take two seconds of its clock. */
function open(files: Readonly<Record<string, EtFile>>, quirks: Partial<EtQuirks> = {}) {
  const own = workbookFrom({ fileName: '我的工作.xlsx', grids: [streetSheet([])] });
  const emulator = new EmulatedEt(own, { ...CURRENT, ...quirks });
  emulated.push(emulator);
  for (const [name, file] of Object.entries(files)) emulator.files.set(name, file);
  let clock = 0;
  emulator.shown = () => (clock += 2000);
  const application = findApplication({ Application: emulator.app });
  if (application === null) throw new Error('No ET');
  return { emulator, own, files: new EtFiles(application, () => clock) };
}

function picked(files: HostFiles, what: 'files' | 'folder'): readonly HostFile[] {
  const pick = files.pick(what);
  if (pick.kind !== 'picked') throw new Error(pick.kind);
  return pick.files;
}

/** Everything that somebody would notice after files were opened: which workbooks, which in front, which settings. */
const standing = ({ books, activeBook, ...one }: EmulatedEt) => ({
  books: books.map(({ path }) => path),
  front: activeBook?.path,
  settings: [one.screenUpdating, one.enableEvents, one.displayAlerts, one.calculationMode],
});

async function readOne(files: HostFiles, emulator: EmulatedEt, path: string) {
  emulator.picks.push([path]);
  const [file] = picked(files, 'files');
  if (file === undefined) throw new Error('Nothing picked');
  return (await readHostFile(file, {})).submission;
}

describe('the pickers of ET', () => {
  it('gives files with their names and every byte', async () => {
    const bytes = Uint8Array.from({ length: 512 }, (_, index) => index & 255);
    const { emulator, files } = open({ [`${WINDOWS}\\甲.xlsx`]: { bytes } });
    emulator.picks.push([`${WINDOWS}\\甲.xlsx`]);
    const [file, ...more] = picked(files, 'files');
    expect(more).toEqual([]);
    expect(file?.path).toBe('甲.xlsx');
    expect(await file?.bytes()).toEqual(bytes);
  });

  it.each([
    ['Windows', WINDOWS, '\\'],
    ['UOS', '/home/考核/收回的表', '/'],
    ['a drive', 'D:\\收回的表\\', '\\'],
  ])('gives what is below a folder, hidden files and locks apart: %s', (_system, folder, divider) => {
    const root = folder.replace(/\\$/, '');
    const at = (...names: string[]) => [root, ...names].join(divider);
    const names = [
      at('甲.xlsx'),
      at('街道', '新碶.et'),
      at('街道', '第2批.2023', '小港.xls'),
      at('.隐藏.xlsx'),
      at('~$甲.xlsx'),
      at('说明.docx'),
    ];
    const { emulator, files } = open(Object.fromEntries(names.map((name) => [name, { bytes: GARBAGE }])));
    emulator.picks.push([folder]);
    expect(picked(files, 'folder').map(({ path }) => path)).toEqual([
      '收回的表/甲.xlsx',
      '收回的表/街道/新碶.et',
      '收回的表/街道/第2批.2023/小港.xls',
      '收回的表/说明.docx',
    ]);
  });

  it('ends where a link leads back to its own folder', () => {
    const { emulator, files } = open({ 'D:\\甲\\甲.xlsx': { bytes: GARBAGE } });
    emulator.list = () => ['回来', '甲.xlsx'];
    emulator.picks.push(['D:\\甲']);
    expect(picked(files, 'folder').length).toBeGreaterThan(10);
  });

  it('tells who cancelled from a build that shows nothing', () => {
    const { emulator, files } = open({});
    emulator.picks.push(null, null);
    expect(files.pick('files')).toEqual({ kind: 'cancelled' });
    expect(files.pick('folder')).toEqual({ kind: 'cancelled' });
    const silent = open({}, { silentDialogs: true });
    expect(silent.files.pick('files')).toEqual({ kind: 'unavailable' });
    expect(silent.files.pick('folder')).toEqual({ kind: 'unavailable' });
  });

  it.each([
    ['Application.FileSystem', 'unavailable', 'unavailable'],
    ['Application.FileDialog', 'unavailable', 'unavailable'],
    ['FileSystem.ReadFileAsArrayBuffer', 'unavailable', 'unavailable'],
    ['FileSystem.readdirSync', 'picked', 'unavailable'],
  ])('without %s asks nobody for what it could not read', (absent, forFiles, forFolder) => {
    const { emulator, files } = open({}, { absent: new Set([absent]) });
    emulator.picks.push(['D:\\甲.xlsx']);
    expect(files.pick('files').kind).toBe(forFiles);
    emulator.picks.push(['D:\\甲']);
    expect(files.pick('folder').kind).toBe(forFolder);
  });

  it('is unavailable where the folder that was picked cannot be listed', () => {
    const { emulator, files } = open({});
    emulator.list = () => {
      throw new Error('refused');
    };
    emulator.picks.push(['D:\\甲']);
    expect(files.pick('folder')).toEqual({ kind: 'unavailable' });
  });
});

describe('files that only ET can read', () => {
  const ET_FILE = `${WINDOWS}\\新碶街道.et`;

  it('opens an .et, reads it and leaves everything as it was', async () => {
    const { emulator, files } = open({ [ET_FILE]: et('新碶街道') });
    const before = standing(emulator);
    const submission = await readOne(files, emulator, ET_FILE);
    expect(submission).toMatchObject({ path: '新碶街道.et', readable: true, tables: [{ unit: '新碶街道' }] });
    expect(standing(emulator)).toEqual(before);
    // Neither its macros nor its questions.
    expect(emulator.opened).toEqual([{ path: ET_FILE, events: false, alerts: false }]);
    expect(emulator.asked).toEqual([]);
  });

  it('reads the same from an .et as from the workbook it was made of', async () => {
    const { emulator, files } = open({ [ET_FILE]: et('新碶街道'), 'D:\\新碶街道.xlsx': xlsx('新碶街道') });
    const [opened] = (await readOne(files, emulator, ET_FILE)).tables;
    const [fromBytes] = (await readOne(files, emulator, 'D:\\新碶街道.xlsx')).tables;
    expect(opened).toEqual(fromBytes);
    expect(emulator.opened).toHaveLength(1);
  });

  it('brings the workbook back to the front that was there before, not the one opened last', async () => {
    const { emulator, own, files } = open({ [ET_FILE]: et('新碶街道') });
    const [mine] = emulator.books;
    emulator.show({
      model: workbookFrom({ fileName: '另一个.xlsx', grids: [] }),
      path: 'D:\\另一个.xlsx',
      readOnly: false,
    });
    if (mine !== undefined) emulator.activate(mine);
    await readOne(files, emulator, ET_FILE);
    expect(emulator.activeBook?.model).toBe(own);
  });

  it('closes what it opened when reading fails', async () => {
    const broken = (): WorkbookModel =>
      Object.defineProperty(modelOf('新碶街道')(), 'sheets', {
        get: () => {
          throw new Error('broken');
        },
      });
    const { emulator, files } = open({ [ET_FILE]: { bytes: GARBAGE, model: broken } });
    const before = standing(emulator);
    const submission = await readOne(files, emulator, ET_FILE);
    expect(submission).toMatchObject({ readable: false, findings: [{ code: 'file/unreadable' }] });
    expect(emulator.opened).toHaveLength(1);
    expect(standing(emulator)).toEqual(before);
  });

  it('reads an .et of the old kind from its bytes where ET does not open it', async () => {
    const { emulator, files } = open({ [ET_FILE]: { bytes: oldFormatBytes() } });
    expect(await readOne(files, emulator, ET_FILE)).toMatchObject({
      readable: true,
      tables: [{ unit: '小港街道' }],
    });
  });

  it('reads what the person has open as it stands there, and leaves it open', async () => {
    const { emulator, files } = open({ [ET_FILE]: et('小港街道') });
    const model = modelOf('新碶街道')();
    emulator.show({ model, path: 'd:/考核/收回的表/新碶街道.et', readOnly: false });
    const before = standing(emulator);
    expect((await readOne(files, emulator, ET_FILE)).tables).toMatchObject([{ unit: '新碶街道' }]);
    expect(standing(emulator)).toEqual(before);
    expect([emulator.opened, emulator.asked]).toEqual([[], []]);
  });

  it('does not open a file beside another of the same name where nobody can tell them apart', async () => {
    const { emulator, files } = open(
      { [ET_FILE]: et('新碶街道') },
      { absent: new Set(['Workbook.FullName']) },
    );
    emulator.show({ model: modelOf('新碶街道')(), path: 'E:\\新碶街道.et', readOnly: false });
    expect((await readOne(files, emulator, ET_FILE)).readable).toBe(false);
    expect(emulator.opened).toEqual([]);
  });

  it.each<EtQuirks['failedOpen']>(['throws', 'null'])(
    'lets ET ask for a password, and says what to do where it is not known (a failed Open %s)',
    async (failedOpen) => {
      const path = `${WINDOWS}\\密.xlsx`;
      const { emulator, files } = open({ [path]: locked('新碶街道') }, { failedOpen });
      const before = standing(emulator);
      expect(await readOne(files, emulator, path)).toMatchObject({
        readable: true,
        tables: [{ unit: '新碶街道' }],
      });
      expect(emulator.asked).toEqual(['password']);
      emulator.knowsPasswords = false;
      expect(await readOne(files, emulator, path)).toMatchObject({
        readable: false,
        findings: [{ code: 'file/encrypted' }],
      });
      expect(standing(emulator)).toEqual(before);
    },
  );

  it('hands an old workbook on that the program cannot read, but no damaged one of today', async () => {
    const { emulator, files } = open({
      'D:\\老.xls': et('新碶街道'),
      'D:\\坏.xlsx': { bytes: GARBAGE, model: modelOf('小港街道') },
      'D:\\好.xls': { bytes: oldFormatBytes() },
    });
    expect((await readOne(files, emulator, 'D:\\老.xls')).tables).toMatchObject([{ unit: '新碶街道' }]);
    expect((await readOne(files, emulator, 'D:\\坏.xlsx')).findings).toMatchObject([
      { code: 'file/unreadable', params: { reason: 'not-a-workbook' } },
    ]);
    expect((await readOne(files, emulator, 'D:\\好.xls')).readable).toBe(true);
    expect(emulator.opened.map(({ path }) => path)).toEqual(['D:\\老.xls']);
  });

  it.each<EtQuirks['failedRead']>(['throws', 'undefined'])(
    'opens a file whose bytes are refused, and says so where that fails too (a failed read: %s)',
    async (failedRead) => {
      const { emulator, files } = open(
        {
          'D:\\甲.xlsx': { bytes: GARBAGE, isHeld: true, model: modelOf('新碶街道') },
          'D:\\乙.xlsx': { bytes: GARBAGE, isHeld: true },
        },
        { failedRead },
      );
      expect((await readOne(files, emulator, 'D:\\甲.xlsx')).tables).toMatchObject([{ unit: '新碶街道' }]);
      expect(await readOne(files, emulator, 'D:\\乙.xlsx')).toMatchObject({
        readable: false,
        findings: [{ code: 'file/unreadable', params: { reason: 'cannot-open' } }],
      });
    },
  );
});
