import type { CriterionReading } from '../clause';

/** Words that make one step of a ladder: levels of government, grades, ranks. */
const STEP =
  /国家|中央|全国|部级|部委|省|市|区|县|旗|州|街道|镇|乡|村|社区|校级|院级|厅|局级|处级|科级|[一二三四五六七八九十123456789]等|第[一二三四五六七八九十0-9]+名?|优秀|良好|合格|一般|特等|金奖|银奖|铜奖|[ABCD甲乙丙丁]级|重大|较大/;

/** Number of steps that the words before 分别 name; null when no parallel list of steps stands there. */
function namedSteps(before: string): number | null {
  const clause = before.slice(
    Math.max(
      before.lastIndexOf('，'),
      before.lastIndexOf(','),
      before.lastIndexOf('；'),
      before.lastIndexOf('。'),
    ) + 1,
  );
  const bare = clause.replace(/[（(][^（）()]*[）)]/g, '');
  const words = bare.split(/、|以及|或者|和|及|与|或|\//);
  let count = 0;
  for (let index = words.length - 1; index >= 0; index -= 1) {
    const word = words[index] ?? '';
    if (!STEP.test(word)) break;
    // A long word before the last may hold the subject of the sentence: its end is what counts.
    if (index < words.length - 1 && !STEP.test(word.slice(-6))) break;
    count += 1;
  }
  return count >= 2 ? count : null;
}

/** Ladders whose number of points is not the number of steps named before them: 市、省、国家 with two amounts. */
export function ladderMismatch(reading: CriterionReading): { names: number; points: number; text: string }[] {
  const found: { names: number; points: number; text: string }[] = [];
  for (const clause of reading.clauses) {
    if ((clause.kind !== 'gain-ladder' && clause.kind !== 'deduct-ladder') || clause.points.length < 2)
      continue;
    const text = reading.text.slice(clause.start, clause.end);
    const respectively = text.indexOf('分别');
    if (respectively < 0) continue;
    const names = namedSteps(text.slice(0, respectively));
    if (names !== null && names !== clause.points.length)
      found.push({ names, points: clause.points.length, text });
  }
  return found;
}
