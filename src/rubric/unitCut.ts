import { recogniseUnit } from './roster';
import type { Roster } from './roster';
import type { Rubric, RubricSection } from './rubric';

/** The unit whose own section this is, as the roster names it; null for a section that all fill in. */
function ownerOf(section: RubricSection, roster: Roster | undefined): string | null {
  if (section.bonus || section.name === '') return null;
  if (section.unit !== undefined) return section.unit;
  // A roster of the user's need not list the departments that everybody knows.
  return (recogniseUnit(section.name, roster) ?? recogniseUnit(section.name))?.name ?? null;
}

/** The units that have a section of their own, in the rubric's order. */
export function unitsOf(rubric: Rubric, roster?: Roster): readonly string[] {
  if (rubric.form !== 'department') return [];
  return [...new Set(rubric.sections.flatMap((section) => ownerOf(section, roster) ?? []))];
}

/** What one unit fills in: the sections for all and its own. Any other table than a department's is for all whole. */
export function unitCut(rubric: Rubric, unit: string | null, roster?: Roster): Rubric {
  if (rubric.form !== 'department' || unit === null) return rubric;
  const sections = rubric.sections.filter((section) => {
    const owner = ownerOf(section, roster);
    return owner === null || owner === unit;
  });
  return { ...rubric, sections };
}
