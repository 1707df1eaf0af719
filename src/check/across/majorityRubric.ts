import { compareRubric } from '../../rubric/fingerprint';
import type { RubricDifference } from '../../rubric/fingerprint';
import { plainText } from '../../rubric/normalise';
import type { Form, Rubric, RubricSection } from '../../rubric/rubric';
import { majorityOf } from './majority';
import { readItems } from './outlineRubric';
import type { Compared } from './outlineRubric';
import type { Outline, SubmittedTable } from './submission';

/** A batch may hold several rubrics of one form; each round takes out one family. */
const MOST_ROUNDS = 8;

/**
 * What tables changed against what most of them have, section by section: departments share 基础工作 and 创新工作 and each
 * has a section of its own. Tables of one form that have nothing in common with the majority are compared among themselves.
 * Where no more than half agree nothing is said: nobody can tell who changed what.
 */
export function majorityDifferences(tables: readonly SubmittedTable[]): Map<SubmittedTable, Compared> {
  const found = new Map<SubmittedTable, Compared>();
  const forms = new Set(tables.map(({ outline }) => outline.form));
  for (const form of forms) {
    let family = tables.filter(({ outline }) => outline.form === form);
    for (let round = 0; round < MOST_ROUNDS && family.length > 0; round++) {
      const usual = usualOf(form, family);
      if (usual.rubric.sections.length === 0) break;
      const known = new Map<Outline, Compared | null>();
      const strangers: SubmittedTable[] = [];
      for (const table of family) {
        const { outline } = table;
        if (!known.has(outline)) known.set(outline, comparedTo(usual, outline));
        const compared = known.get(outline) ?? null;
        if (compared === null) strangers.push(table);
        else found.set(table, compared);
      }
      if (strangers.length === family.length) break;
      family = strangers;
    }
  }
  return found;
}

interface Usual {
  readonly rubric: Rubric;
  /** Keys of its sections, and texts of all its items. */
  readonly keys: ReadonlySet<string>;
  readonly texts: ReadonlySet<string>;
  /** Sections that most tables have, so that their absence is told. */
  readonly common: readonly RubricSection[];
}

interface Version {
  readonly key: string;
  readonly section: RubricSection;
  /** How many tables have the outline that it stands in. */
  readonly times: number;
}

function usualOf(form: Form, tables: readonly SubmittedTable[]): Usual {
  // Thousands of tables have a few outlines.
  const times = new Map<Outline, number>();
  for (const { outline } of tables) times.set(outline, (times.get(outline) ?? 0) + 1);
  const versions = new Map<string, Version[]>();
  for (const [outline, count] of times) {
    for (const version of outlineVersions(outline, count)) {
      const key = plainText(version.section.name);
      const known = versions.get(key);
      if (known === undefined) versions.set(key, [version]);
      else known.push(version);
    }
  }
  const sections: RubricSection[] = [];
  const common: RubricSection[] = [];
  for (const all of versions.values()) {
    const majority = majorityOf(
      all,
      ({ key }) => key,
      (version) => version.times,
    );
    if (majority === null) continue;
    sections.push(majority.value.section);
    if (majority.count * 2 > tables.length) common.push(majority.value.section);
  }
  const texts = sections.flatMap(({ items }) => items.map(({ criterion }) => plainText(criterion)));
  return {
    rubric: { title: '', year: 0, form, sections },
    keys: new Set(sections.map(({ name }) => plainText(name))),
    texts: new Set(texts),
    common,
  };
}

function outlineVersions({ sections, items }: Outline, times: number): readonly Version[] {
  return sections.map(({ name, points, bonus }, index) => {
    const own = items
      .filter(({ section }) => section === index)
      .map(({ max, criterion }) => ({ max, criterion }));
    const key = own.map(({ max, criterion }) => `${max ?? ''}|${plainText(criterion)}`).join('\n');
    return { key, section: { name, points, bonus, items: own }, times };
  });
}

function comparedTo({ rubric, keys, texts, common }: Usual, outline: Outline): Compared | null {
  const items = outline.items.flatMap(({ section, criterion }, index) => {
    const name = plainText(outline.sections[section]?.name ?? '');
    return keys.has(name) || texts.has(plainText(criterion)) ? [index] : [];
  });
  const differences = compareRubric(rubric, readItems(outline, items));
  if (differences === null) return null;
  const own = new Set(outline.items.map(({ criterion }) => plainText(criterion)));
  const names = new Set(outline.sections.map(({ name }) => plainText(name)));
  const gone = common.filter(
    ({ name, items: all }) =>
      !names.has(plainText(name)) && !all.some(({ criterion }) => own.has(plainText(criterion))),
  );
  const missing = gone.flatMap(({ name, items: all }) =>
    all.map((official): RubricDifference => ({ kind: 'item-missing', section: name, official })),
  );
  return { differences: [...differences, ...missing], items };
}
