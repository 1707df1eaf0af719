import type { Highlight } from '../../../plan/edits';
import { SEVERITIES, severityOfSignature, signatureFormula } from '../../../plan/marks';
import type { Severity } from '../../../rubric/finding';
import { rectAddress } from '../../../sheet/address';
import { areasOf, canonicalAreas, cellsOfAreas, parseAreas } from './areas';
import { parseSheet } from './sheetCells';
import { SHEET_ORDER } from './sheetOrder';
import { applySplices } from './splice';
import type { Splice } from './splice';
import { attributeOf, childNamed, contentOf, escapeText, insertChild, removeElement } from './xmlTree';
import type { XmlElement } from './xmlTree';

/** Blocks in one conditional format's `sqref`: Excel reads no more than 8192, and short lines stay readable. */
const AREAS_A_FORMAT = 500;

interface OwnRule {
  readonly severity: Severity;
  readonly rule: XmlElement;
  readonly format: XmlElement;
}

function ownRules(text: string, root: XmlElement): OwnRule[] {
  return root.children
    .filter(({ local }) => local === 'conditionalFormatting')
    .flatMap((format) =>
      format.children.flatMap((rule) => {
        const formula = rule.local === 'cfRule' ? childNamed(rule, 'formula') : undefined;
        const severity = formula && severityOfSignature(contentOf(text, formula));
        return severity ? [{ severity, rule, format }] : [];
      }),
    );
}

/** The cells that our rules mark now, as one text; null where it cannot be said. */
function markedNow(text: string, rules: readonly OwnRule[], severity: Severity): string | null {
  const areas = rules
    .filter((rule) => rule.severity === severity)
    .flatMap(({ format }) => parseAreas(attributeOf(text, format, 'sqref') ?? ''));
  const cells = cellsOfAreas(areas);
  return cells === null ? null : canonicalAreas(cells);
}

/** Our rules go; a conditional format that holds a user's rule too stays with it. */
function removalSplices(rules: readonly OwnRule[]): Splice[] {
  const formats = new Set(rules.map(({ format }) => format));
  return [...formats].flatMap((format) => {
    const own = rules.filter((rule) => rule.format === format).map(({ rule }) => rule);
    return own.length === format.children.length ? [removeElement(format)] : own.map(removeElement);
  });
}

/**
 * Priorities for our rules, one each, that no rule of the sheet has: before the users' where there is room (1 is the
 * highest), else behind them. Theirs are never renumbered.
 */
function freePriorities(text: string, count: number): number[] {
  const taken = [...text.matchAll(/<(?:[\w.-]+:)?cfRule\b[^<>]*?\bpriority\s*=\s*["'](-?\d+)["']/g)].map(
    (match) => Number(match[1]),
  );
  const lowest = taken.length === 0 ? Infinity : taken.reduce((a, b) => Math.min(a, b));
  const highest = taken.reduce((a, b) => Math.max(a, b), 0);
  const first = lowest > count ? 1 : highest + 1;
  return Array.from({ length: count }, (_, i) => first + i);
}

/**
 * Makes our highlights on a sheet exactly these. `formatOf` gives the index of a severity's differential format and is
 * asked only when something is written. The same text comes back when the marks stand already.
 */
export function editHighlights(
  text: string,
  part: string,
  highlights: readonly Highlight[],
  formatOf: (severity: Severity) => number,
): string {
  const root = parseSheet(text, part);
  const rules = ownRules(text, root);
  const wanted = SEVERITIES.map((severity) => ({
    severity,
    cells: highlights.filter((highlight) => highlight.severity === severity),
  }));
  if (wanted.every(({ severity, cells }) => markedNow(text, rules, severity) === canonicalAreas(cells)))
    return text;

  const cleared = applySplices(text, removalSplices(rules));
  const chunks = wanted.flatMap(({ severity, cells }) => {
    const addresses = areasOf(cells).map(rectAddress);
    const count = Math.ceil(addresses.length / AREAS_A_FORMAT);
    return Array.from({ length: count }, (_, i) => ({
      severity,
      sqref: addresses.slice(i * AREAS_A_FORMAT, (i + 1) * AREAS_A_FORMAT).join(' '),
    }));
  });
  if (chunks.length === 0) return cleared;
  const priorities = freePriorities(cleared, chunks.length);
  const p = root.prefix;
  const xml = chunks.map(({ severity, sqref }, i) => {
    const formula = `<${p}formula>${escapeText(signatureFormula(severity))}</${p}formula>`;
    const rule = `<${p}cfRule type="expression" dxfId="${formatOf(severity)}" priority="${priorities[i] ?? i + 1}">${formula}</${p}cfRule>`;
    return `<${p}conditionalFormatting sqref="${sqref}">${rule}</${p}conditionalFormatting>`;
  });
  const place = parseSheet(cleared, part);
  return applySplices(cleared, [
    insertChild(cleared, place, SHEET_ORDER, 'conditionalFormatting', xml.join('')),
  ]);
}
