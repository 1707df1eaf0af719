import { join } from 'node:path';
import { readAll } from '../../src/cli/summary/readAll';
import type { FileReading } from '../../src/cli/summary/readOne';

const SCRIPT = join(__dirname, 'stubbornWorker.js');
const ORDER = { choices: {}, report: null };

async function read(names: readonly string[], workers: number): Promise<FileReading[]> {
  const files = names.map((name) => ({ path: name, name }));
  const readings: FileReading[] = [];
  await readAll(files, ORDER, { script: SCRIPT, limit: 1500, workers }, (index, reading) => {
    expect(readings[index]).toBeUndefined();
    readings[index] = reading;
  });
  return readings;
}

const reasonOf = ({ submission }: FileReading) => submission.findings.map(({ params }) => params);

describe('reading on many threads', () => {
  it.each([1, 3])(
    'gives up a file on which a worker hangs, throws or ends, and reads all others once (%i workers)',
    async (workers) => {
      const names = Array.from({ length: 100 }, (_, i) =>
        i === 7 ? 'hang.xlsx' : i === 8 ? 'throw.xlsx' : i === 60 ? 'exit.xlsx' : `${i}.xlsx`,
      );
      const readings = await read(names, workers);
      expect(readings.map(({ submission }) => submission.path)).toEqual(names);
      const failed = readings.filter(({ submission }) => !submission.readable);
      expect(failed.map(reasonOf)).toEqual([
        [{ reason: 'too-slow' }],
        [{ reason: 'crashed', detail: 'it cannot' }],
        [{ reason: 'crashed', detail: 'exit 3' }],
      ]);
    },
  );

  it('reads nothing where there is nothing', async () => {
    expect(await read([], 2)).toEqual([]);
  });
});
