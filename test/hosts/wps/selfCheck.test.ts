import type { HostObservations } from '../../../src/hosts/selfCheck';
import type { WpsHost } from '../../../src/hosts/wps/wpsHost';
import { gridFromRows } from '../../../src/sheet/gridFromRows';
import { dumpWorkbook } from '../../excel-host/dumpWorkbook';
import { workbookFrom } from '../../excel-host/loadWorkbook';
import { ASSUMED, PROBED } from '../../wps-host/assumed';
import { EmulatedEt } from '../../wps-host/emulatedEt';
import { CURRENT } from '../../wps-host/quirks';
import type { EtQuirks } from '../../wps-host/quirks';
import { BUILDS, WHOLE_BUILDS, hostOf } from './support';
import type { Build } from './support';

/** Longer than all that the self-check waits for. */
const A_WHILE_MS = 10_000;

/** Assumed members that have a question of their own. */
const OWN_QUESTION = [
  'Chart.ChartTitle',
  'Chart.HasTitle',
  'Chart.SeriesCollection',
  'Comment.Text(text)',
  'FileSystem.readdirSync',
  'Sheets.Add(before, after)',
];

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function open(quirks: EtQuirks = CURRENT) {
  const grids = [
    gridFromRows('附件1', [['得分', { formula: 'SUM(A3:A4)', value: 3 }], [], [1], [2]], {
      merges: ['C1:D2'],
    }),
    gridFromRows('说明', [['不要动我']]),
  ];
  const book = workbookFrom({ fileName: '考核.xlsx', grids });
  const et = new EmulatedEt(book, quirks);
  const sheet = book.sheet('附件1');
  if (sheet !== null) book.activate(sheet);
  const host = hostOf(et);
  const standing = () => ({
    sheets: dumpWorkbook(book),
    active: book.activeSheet.name,
    settings: [et.screenUpdating, et.enableEvents, et.displayAlerts, et.calculation, et.saved],
    names: [...et.names],
    asked: [...et.asked],
  });
  return { et, book, host, standing };
}

async function run(host: WpsHost): Promise<HostObservations> {
  const [result] = await Promise.all([host.selfCheck.run(), jest.advanceTimersByTimeAsync(A_WHILE_MS)]);
  return result;
}

function seenIn({ answers }: HostObservations): Readonly<Record<string, string>> {
  return Object.fromEntries(answers.map(({ question, seen }) => [question, seen]));
}

function withVerdict({ answers }: HostObservations, verdict: string): string[] {
  return answers.filter((one) => one.verdict === verdict).map(({ question }) => question);
}

it('finds a current build as it is expected, and leaves no trace in the workbook', async () => {
  const { host, standing } = open();
  const before = standing();
  const result = await run(host);
  expect(withVerdict(result, 'trouble')).toEqual([]);
  expect(withVerdict(result, 'unanswered')).toEqual([]);
  expect(withVerdict(result, 'coped')).toEqual(['events-off']);
  expect(seenIn(result)).toMatchObject({
    'row-values': 'nested',
    'constant-formulas': 'as-value',
    'missing-sheet': 'throws',
    'own-writes': 'during',
    'second-comment': 'throws',
    members: 'all',
  });
  expect(result.leftOver).toBeNull();
  expect(standing()).toEqual(before);
});

it.each<[Build, Readonly<Record<string, string>>]>([
  [
    'a build that gives flat arrays',
    {
      'row-values': 'flat',
      'column-values': 'flat',
      'block-values': 'nested',
      'constant-formulas': 'as-text',
      'missing-sheet': 'null',
      'own-writes': 'after',
    },
  ],
  ['a build without arrays', { 'row-values': 'no-array', 'block-formulas': 'no-array', 'write-block': 'no' }],
  [
    'a build with nothing that was not seen',
    { members: 'lacking', 'mixed-merge': 'failed', chart: 'failed', 'comment-text': 'no' },
  ],
])('tells what is otherwise in %s', async (build, seen) => {
  const { host, standing } = open(BUILDS[build]);
  const before = standing();
  const result = await run(host);
  expect(seenIn(result)).toMatchObject(seen);
  expect(withVerdict(result, 'trouble')).toEqual([]);
  expect(standing()).toEqual(before);
});

it('names each member that nobody has told of where it is lacking', async () => {
  const { host } = open({ ...CURRENT, absent: new Set([...ASSUMED, ...PROBED]) });
  const { answers } = await run(host);
  const lacking = answers.find(({ question }) => question === 'members')?.detail ?? '';
  expect(answers.find(({ question }) => question === 'version')?.seen).toBe('lacking');
  // The detail is cut where it grows too long to read.
  const expected = ASSUMED.filter((name) => !OWN_QUESTION.includes(name)).join(', ');
  expect(lacking).toBe(expected);
});

it('sees what would be trouble: a fill that stays, and marks that were not made', async () => {
  const { et, host, standing } = open({ ...CURRENT, loudEvents: false });
  const before = standing();
  et.beforeWrite = (member) => member !== 'Interior.Pattern' && member !== 'FormatConditions.Add';
  const result = await run(host);
  expect(withVerdict(result, 'trouble')).toEqual(['clear-fill']);
  expect(withVerdict(result, 'unanswered')).toEqual(['condition-formula']);
  expect(seenIn(result)['events-off']).toBe('yes');
  expect(standing()).toEqual(before);
});

it.each(['silently', 'loudly'] as const)(
  'leaves the workbook as it was whichever of its changes fails %s, or names the sheet that is left',
  async (way) => {
    const counted = open();
    let all = 0;
    counted.et.beforeWrite = () => ++all > 0;
    await run(counted.host);
    expect(all).toBeGreaterThan(60);
    for (let failing = 1; failing <= all; failing++) {
      const { et, book, host, standing } = open();
      const before = standing();
      let writes = 0;
      let failed = '';
      et.beforeWrite = (member) => {
        if (++writes !== failing) return true;
        failed = member;
        if (way === 'loudly') throw new Error('ET is tired');
        return false;
      };
      const { leftOver } = await run(host);
      et.beforeWrite = () => true;
      if (leftOver !== null) {
        expect(['Worksheet.Delete', 'Application.DisplayAlerts']).toContain(failed);
        const sheet = book.sheet(leftOver);
        if (sheet !== null) book.removeSheet(sheet);
        et.saved = true;
      }
      // A setting that ET refuses to take back is beyond anybody.
      if (!failed.startsWith('Application.') && failed !== 'Workbook.Saved')
        expect(standing()).toEqual(before);
    }
  },
);

it('says so where the workbook takes no sheet, and answers what needs none', async () => {
  const { et, host, standing } = open();
  const before = standing();
  et.beforeWrite = (member) => {
    if (member === 'Sheets.Add') throw new Error('The structure is protected');
    return true;
  };
  const result = await run(host);
  expect(seenIn(result)).toMatchObject({
    version: 'measured',
    'row-values': 'failed',
    'own-writes': 'failed',
  });
  expect(result.answers.find(({ question }) => question === 'chart')?.detail).toBe(
    'The structure is protected',
  );
  expect(standing()).toEqual(before);
});

it.each(WHOLE_BUILDS)('is not taken for the person’s own work in %s', async (build) => {
  const { host } = open(BUILDS[build]);
  const edited: string[] = [];
  await host.watch((event) => {
    if (event.kind === 'edited') edited.push(event.sheet);
  });
  await run(host);
  expect(edited).toEqual([]);
});

it('keeps a workbook unsaved that was, and a name of its own where 考核自检 is taken', async () => {
  const { et, book, host, standing } = open();
  book.addSheet('考核自检');
  et.saved = false;
  const before = standing();
  const result = await run(host);
  expect(withVerdict(result, 'trouble')).toEqual([]);
  expect(standing()).toEqual(before);
});

describe('the file that is written and read again', () => {
  it('comes back byte for byte, or nobody chose a folder', async () => {
    const { et, host } = open();
    expect(await host.selfCheck.tryFile()).toBeNull();
    et.picks.push(['D:\\临时\\']);
    expect(await host.selfCheck.tryFile()).toEqual({ seen: 'yes', detail: 'D:\\临时\\kaohe-self-check.bin' });
    expect(et.files.get('D:\\临时\\kaohe-self-check.bin')?.bytes).toHaveLength(256);
  });

  it('is told as failed where a build has no way to it', async () => {
    const { et, host } = open({ ...CURRENT, absent: new Set(['FileSystem.writeAsBinaryString']) });
    et.picks.push(['/home/zhang']);
    expect((await host.selfCheck.tryFile())?.seen).toBe('failed');
    const silent = open({ ...CURRENT, absent: new Set(['Application.FileDialog']) });
    expect((await silent.host.selfCheck.tryFile())?.seen).toBe('lacking');
  });
});
