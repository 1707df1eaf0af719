import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { ROSTER_2023 } from '../../src/rubric/roster2023';
import { allThroughLibreOffice, hasLibreOffice } from './libreOffice';
import { doneInOffice, surveyed } from './office';
import { DEEDS, movedAddress, SHAPES } from './officeDeeds';
import type { Deed, Done, Said, Shape } from './officeDeeds';
import { ReturnedSheet } from './returned';
import type { Pick } from './returned';
import { encryptedBytes, STREETS } from './round';

/** A file that came back, and what is known of it without the program. */
export interface Returned {
  readonly unit: string;
  /** Its path below the folder of returned files. */
  readonly file: string;
  readonly sheet: ReturnedSheet;
  readonly shape: Shape;
  readonly done: Done;
  /** What is to be said of it, its cells where they are in the end. */
  readonly said: readonly Said[];
  /** What was done to it, for messages. */
  readonly story: string;
}

export interface HandedIn {
  readonly returned: readonly Returned[];
  /** A unit of which nothing came, one whose file has a password, one that reported twice. */
  readonly missing: string;
  readonly encrypted: string;
  readonly duplicate: string;
}

/** Six sub-districts and the departments of the notice. */
export const UNITS: readonly string[] = [...STREETS, ...ROSTER_2023.units.map(({ name }) => name)];

/**
 * Hands in the blank workbooks of a folder: filled with fair scores by chance, in every shape that sheets come back in, and
 * each kind of fault put into one of them; beside them a copy, a file with a password, and what is no workbook.
 * @param into where they come in; it is made
 * @param desk a folder to work in
 */
export function handIn(blanks: string, into: string, desk: string, pick: Pick): HandedIn {
  const names = readdirSync(blanks);
  const blankOf = (unit: string) => {
    const name = names.find((each) => each.endsWith(`-${unit}.xlsx`));
    if (name === undefined) throw new Error(`No blank sheet for ${unit}`);
    return join(blanks, name);
  };
  const [missing = '', encrypted = '', duplicate = '', ...others] = inAnyOrder(UNITS, pick);
  const returning = [duplicate, ...others];
  const surveys = surveyed(returning.map(blankOf));
  let left = [...DEEDS];
  let shapes = inAnyOrder(SHAPES, pick);
  const returned = returning.map((unit, index) => {
    const sheet = new ReturnedSheet(surveys[index]!, pick);
    const [deed, done] = unit === duplicate ? NO_DEED : firstThatFits(left, sheet, unit);
    left = left.filter((each) => each !== deed);
    const shape = shapes.find(({ losesSettings }) => losesSettings !== true || !usesSettings(done))!;
    shapes = [...shapes.filter((each) => each !== shape), shape];
    return finished(unit, blankOf(unit), sheet, deed, done, shape, index);
  });
  if (left.length > 0) throw new Error(`Nobody could do this: ${left.map(({ name }) => name).join(', ')}`);

  mkdirSync(join(into, '补报'), { recursive: true });
  mkdirSync(desk, { recursive: true });
  const written = (index: number) => join(desk, `${index}.xlsx`);
  doneInOffice(
    returned.map(({ unit, sheet, done, shape }, index) => ({
      source: blankOf(unit),
      target: written(index),
      steps: [sheet.filled(), ...(done.steps ?? []), ...(shape.change(sheet, unit).steps ?? [])],
    })),
  );
  for (const format of [undefined, 'xlsx', 'xls', 'ods'] as const) {
    const some = returned.flatMap(({ file, shape }, index) =>
      savedBy(shape) === format ? [{ from: written(index), to: join(into, file) }] : [],
    );
    if (format === undefined) for (const { from, to } of some) copyFileSync(from, to);
    else {
      const saved = allThroughLibreOffice(
        some.map(({ from }) => readFileSync(from)),
        'xlsx',
        format,
      );
      some.forEach(({ to }, index) => writeFileSync(to, saved[index]!));
    }
  }

  const { file } = returned[0]!;
  copyFileSync(join(into, file), join(into, `${duplicate}再报${extname(file)}`));
  writeFileSync(join(into, `${encrypted}.xlsx`), encryptedBytes());
  writeFileSync(join(into, `~$${duplicate}.xlsx`), 'lock');
  writeFileSync(join(into, '通知.docx'), 'no workbook');
  return { returned, missing, encrypted, duplicate };
}

function inAnyOrder<T>(all: readonly T[], pick: Pick): readonly T[] {
  return all
    .map((one) => ({ one, by: pick(1 << 30) }))
    .sort((a, b) => a.by - b.by)
    .map(({ one }) => one);
}

const NO_DEED: readonly [Deed | null, Done] = [null, { said: [] }];

function firstThatFits(
  deeds: readonly Deed[],
  sheet: ReturnedSheet,
  unit: string,
): readonly [Deed | null, Done] {
  for (const deed of deeds) {
    const done = deed.do(sheet, unit);
    if (done !== null) return [deed, done];
  }
  return NO_DEED;
}

function usesSettings({ steps = [] }: Done): boolean {
  return steps.some((step) => step.do === 'settings' || step.do === 'removeSettings');
}

/** The format that another program saves it in; undefined: none does, or there is no such program here. */
function savedBy({ saved }: Shape): Shape['saved'] {
  return hasLibreOffice ? saved : undefined;
}

function finished(
  unit: string,
  blank: string,
  sheet: ReturnedSheet,
  deed: Deed | null,
  done: Done,
  shape: Shape,
  index: number,
): Returned {
  const { file, move } = shape.change(sheet, unit);
  const stem = file ?? blank.slice(blank.lastIndexOf('附件'), -'.xlsx'.length);
  const said = done.said.map(({ code, cell }): Said => {
    if (cell === undefined) return { code };
    const within = done.move === undefined ? cell : movedAddress(cell, done.move);
    return { code, cell: move === undefined ? within : movedAddress(within, move) };
  });
  return {
    unit,
    file: `${index % 5 === 4 ? '补报/' : ''}${stem}.${savedBy(shape) ?? 'xlsx'}`,
    sheet,
    shape,
    done,
    said,
    story: `${unit}: ${deed?.name ?? 'no fault'}, ${shape.name}`,
  };
}
