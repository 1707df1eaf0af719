import type { Finding } from '../../rubric/finding';
import type { ColumnTotals } from '../report';
import { FigureReader, FigureWriter } from './figures';
import { detached, SharedData } from './sharedData';
import type { Conversion, Outline, Submission, SubmittedTable } from './submission';

/** Most parts that keep their number; one that comes after them is sent each time anew. */
const MOST = 20_000;

/** What submissions have in common: units fill in the same rubric, make the same mistakes, name their sheets alike. */
type Part = Outline | Conversion | Finding | string;

/** Submissions on their way from a worker: parts that many have are told by their number, each sent once. */
export interface PackedSubmissions {
  readonly paths: readonly string[];
  /** The parts that these submissions are the first to have; they get the next numbers. */
  readonly fresh: readonly Part[];
  /** All else, as `SubmissionPacker` writes it. */
  readonly figures: Float64Array;
}

/** Packs the submissions of one worker, in the order in which they are unpacked. */
export class SubmissionPacker {
  readonly #numbers = new Map<Part, number>();
  readonly #outlines = new WeakMap<Outline, number>();
  /** Copies: what is sent must not keep the workbook alive that it was read from. */
  readonly #shared = new SharedData<Part>(detached);
  readonly #figures = new FigureWriter();
  #fresh: Part[] = [];
  #count = 0;

  pack(submissions: readonly Submission[]): PackedSubmissions {
    const figures = this.#figures;
    for (const { readable, tables, findings } of submissions) {
      figures.putFlag(readable);
      this.#putFindings(findings);
      figures.put(tables.length);
      for (const table of tables) this.#putTable(table);
    }
    const fresh = this.#fresh;
    this.#fresh = [];
    return { paths: submissions.map(({ path }) => path), fresh, figures: figures.take() };
  }

  #putTable(table: SubmittedTable): void {
    const figures = this.#figures;
    figures.put(this.#numberOf(table.sheet));
    figures.put(table.at.row);
    figures.put(table.at.column);
    figures.putFlag(table.stage === 'review');
    figures.putOrNull(table.unit === null ? null : this.#numberOf(table.unit));
    figures.putOrNull(table.year);
    this.#putTotals(table.totals.self);
    this.#putTotals(table.totals.review);
    figures.put(this.#numberOfOutline(table.outline));
    figures.putAll(table.self);
    figures.putAll(table.review);
    figures.putFlag(table.isScored);
    figures.putFlag(table.isAsSent);
    figures.put(this.#numberOf(table.conversion));
    this.#putFindings(table.findings);
  }

  #putTotals(totals: ColumnTotals | null): void {
    const figures = this.#figures;
    figures.putFlag(totals !== null);
    if (totals === null) return;
    figures.put(totals.base);
    figures.put(totals.bonus);
    figures.put(totals.total);
    figures.put(totals.converted);
  }

  #putFindings(findings: readonly Finding[]): void {
    this.#figures.put(findings.length);
    for (const one of findings) this.#figures.put(this.#numberOf(one));
  }

  /** What reads workbooks mostly gives one and the same outline for one rubric: then it need not be compared. */
  #numberOfOutline(outline: Outline): number {
    const known = this.#outlines.get(outline);
    if (known !== undefined) return known;
    const number = this.#numberOf(outline);
    this.#outlines.set(outline, number);
    return number;
  }

  #numberOf(part: Part): number {
    const shared = this.#shared.same(part);
    const known = this.#numbers.get(shared);
    if (known !== undefined) return known;
    if (this.#numbers.size < MOST) this.#numbers.set(shared, this.#count);
    this.#fresh.push(shared);
    return this.#count++;
  }
}

/**
 * Holds the submissions of a round so that they share what they have in common, from whichever worker it came: a copy of
 * it in each of ten thousand would fill the memory.
 */
export class SubmissionPool {
  readonly #shared = new SharedData<Part>();

  /** What undoes the packing of one packer. */
  unpacker(): (packed: PackedSubmissions) => Submission[] {
    const parts: Part[] = [];
    return ({ paths, fresh, figures }) => {
      for (const one of fresh) parts.push(this.#shared.same(one));
      const reader = new FigureReader(figures);
      return paths.map((path) => submission(path, reader, parts));
    };
  }
}

/** Reads what `SubmissionPacker` wrote. */
function submission(path: string, reader: FigureReader, parts: readonly Part[]): Submission {
  // The numbers are the packer's own: each leads to a part of the kind that stood there.
  const part = <T extends Part>(): T => parts[reader.get()] as T;
  const textOrNull = (): string | null => {
    const number = reader.getOrNull();
    return number === null ? null : (parts[number] as string);
  };
  const totals = (): ColumnTotals | null =>
    reader.getFlag()
      ? { base: reader.get(), bonus: reader.get(), total: reader.get(), converted: reader.get() }
      : null;
  const findings = (): Finding[] => reader.list(() => part<Finding>());
  const table = (): SubmittedTable => ({
    sheet: part<string>(),
    at: { row: reader.get(), column: reader.get() },
    stage: reader.getFlag() ? 'review' : 'self',
    unit: textOrNull(),
    year: reader.getOrNull(),
    totals: { self: totals(), review: totals() },
    outline: part<Outline>(),
    self: reader.getAll(),
    review: reader.getAll(),
    isScored: reader.getFlag(),
    isAsSent: reader.getFlag(),
    conversion: part<Conversion>(),
    findings: findings(),
  });
  return { path, readable: reader.getFlag(), findings: findings(), tables: reader.list(table) };
}
