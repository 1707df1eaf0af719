import type { SuspectedTypo } from '../clause';
import type { MappedText } from './mapped';
import { matchesOf } from './matches';

/** One known slip: what is written, what was meant (of the same length), and where it counts as a slip. */
interface Slip {
  readonly expression: RegExp;
  /** Offset of the wrong characters in the match. */
  readonly at: number;
  readonly wrong: number;
  readonly meant: string;
}

const AMOUNT = '(?=[0-9]+(?:\\.[0-9]+)?(?:[-~、][0-9.]+)?分(?!钟))';
const DONE =
  '落实|完成|开展|达标|达到|按时|按要求|按规定|按期|制定|建立|报送|参加|参会|及时|组织|履行|执行|整改|配合|上报|办理|通过|进行|到位|召开|设立|配备|公开|公示';

/**
 * Homophones and look-alikes that real sheets contain. Each wants so much context that an honest sentence cannot match:
 * 价2分 only right before an amount of points, 为落实 only at the head of a clause that ends in a deduction.
 */
const SLIPS: readonly Slip[] = [
  {
    expression: new RegExp(`(?<![报评物定估单总造房议标竞差低高市地均])价${AMOUNT}`, 'g'),
    at: 0,
    wrong: 1,
    meant: '加',
  },
  {
    expression: new RegExp(`(?<=每[^,;。]{1,12})(?<![最较更])[佳嘉]${AMOUNT}`, 'g'),
    at: 0,
    wrong: 1,
    meant: '加',
  },
  {
    expression: new RegExp(`(?<![人出入进窗路户港渡关道接])[叩寇口]${AMOUNT}`, 'g'),
    at: 0,
    wrong: 1,
    meant: '扣',
  },
  { expression: /[叩寇](?=完为止|分)/g, at: 0, wrong: 1, meant: '扣' },
  {
    expression: new RegExp(
      `(?<=^|[,;。、:)\\n每])[为末](?=(?:${DONE})[^,;。]{0,10}(?:扣|不得分|不计分))`,
      'g',
    ),
    at: 0,
    wrong: 1,
    meant: '未',
  },
  {
    expression: /(?<=每[项次个处件类])[为末](?=(?:落实|完成|开展|达到|达标)[^,;。]{0,6}扣)/g,
    at: 0,
    wrong: 1,
    meant: '未',
  },
  { expression: /[酌灼酎](?:请|清|倩|情)(?=扣|减|加|给|得|计)/g, at: 0, wrong: 2, meant: '酌情' },
  { expression: /不[的德](?=分(?:$|[,;。)\n]))/g, at: 1, wrong: 1, meant: '得' },
  { expression: /(?<=扣完)[未位](?=止)/g, at: 0, wrong: 1, meant: '为' },
  { expression: /[得德]满[份芬]/g, at: 0, wrong: 3, meant: '得满分' },
];

/** Replaces known slips by what was meant, and lists them with their place in the original. */
export function correctTypos(
  source: MappedText,
  original: string,
): { mapped: MappedText; typos: SuspectedTypo[] } {
  const found: { at: number; length: number; meant: string }[] = [];
  for (const slip of SLIPS) {
    for (const match of matchesOf(slip.expression, source.text)) {
      const at = match.index + slip.at;
      const wrong = source.text.slice(at, at + slip.wrong);
      if (wrong !== slip.meant) found.push({ at, length: slip.wrong, meant: slip.meant });
    }
  }
  found.sort((a, b) => a.at - b.at);
  const characters = [...source.text.split('')];
  const typos: SuspectedTypo[] = [];
  for (const { at, length, meant } of found) {
    for (let index = 0; index < length; index += 1) characters[at + index] = meant.charAt(index);
    const tail = /^(?:[^,;。、\n]{0,10}?分|[^,;。、\n]{0,5})/.exec(source.text.slice(at + length))?.[0] ?? '';
    const start = source.starts[at] ?? 0;
    const end = source.ends[Math.max(at, at + length + tail.length - 1)] ?? start;
    typos.push({ start, end, text: original.slice(start, end), meant: meant + tail });
  }
  return { mapped: { ...source, text: characters.join('') }, typos };
}
