import type { Severity } from '../rubric/finding';

/** Severities from the gravest, the order in which their highlights win over each other. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

/** Fill of a highlight as RRGGBB: light enough for black text, and three different greys in print. */
export const HIGHLIGHT_FILLS: Readonly<Record<Severity, string>> = {
  error: 'FFC7CE',
  warning: 'FFE699',
  notice: 'DDEBF7',
};

/**
 * Formula, without `=`, of the conditional format that is our highlight. N() of a text is 0, so it is always true in
 * Excel, WPS and LibreOffice; the text inside is the signature by which we find our own highlights again.
 */
export function signatureFormula(severity: Severity): string {
  return `N("kaohe:${severity}")=0`;
}

const SIGNATURE = /^=?\(*N\("kaohe:(error|warning|notice)"\)=0\)*$/i;

/**
 * Severity that a conditional format's formula marks, null when the format is not ours. Case, blanks, a leading `=`
 * and outer brackets, which programs change when they save, do not matter.
 */
export function severityOfSignature(formula: string): Severity | null {
  const found = SIGNATURE.exec(formula.replace(/\s+/g, ''))?.[1]?.toLowerCase();
  return SEVERITIES.find((severity) => severity === found) ?? null;
}

/** Author of the notes that are wholly ours. */
export const NOTE_AUTHOR = '考核';

/** First and last line of our block in a note. */
export const NOTE_BLOCK_START = '——考核校验——';
export const NOTE_BLOCK_END = '——校验结束——';

/** Our words as they stand in a block: line ends as \n, and nothing in them that could pass for a block's edge. */
function blockWords(text: string): string {
  return text.replace(/\r\n?/g, '\n').split(NOTE_BLOCK_START).join('').split(NOTE_BLOCK_END).join('').trim();
}

/** The block for these words, without the line end that sets it off from a user's text. */
export function noteBlock(text: string): string {
  return `${NOTE_BLOCK_START}\n${blockWords(text)}\n${NOTE_BLOCK_END}`;
}

/** Title of an input message that is ours, where a spreadsheet has no other place for words on a cell. */
export const INPUT_MESSAGE_TITLE = '考核校验';
/** Most characters of an input message. */
const LONGEST_MESSAGE = 255;

/** Our words as an input message, which takes 255 characters. */
export function inputMessage(text: string): string {
  const words = blockWords(text);
  return words.length <= LONGEST_MESSAGE ? words : `${words.slice(0, LONGEST_MESSAGE - 1)}…`;
}

const BLOCK = new RegExp(
  `(^|\\r\\n|\\r|\\n)${NOTE_BLOCK_START}[ \\t]*(?:\\r\\n|\\r|\\n)((?:(?!${NOTE_BLOCK_START})[^])*?)(?:\\r\\n|\\r|\\n)?${NOTE_BLOCK_END}`,
);

/**
 * Offsets of our blocks in a note's text (one, unless somebody copied it), each with the line end before it. A start
 * line whose end line is gone counts as the user's text: losing words is worse than leaving some behind.
 */
export function noteBlockRanges(note: string): { readonly from: number; readonly to: number }[] {
  return [...note.matchAll(new RegExp(BLOCK, 'g'))].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** Our words in a note, null when it has none. */
export function noteBlockOf(note: string): string | null {
  const words = BLOCK.exec(note)?.[2];
  return words === undefined ? null : blockWords(words);
}

/** What the user wrote: the note without any block of ours, otherwise unchanged. */
export function withoutNoteBlock(note: string): string {
  let rest = note;
  for (const { from, to } of noteBlockRanges(note).reverse()) rest = rest.slice(0, from) + rest.slice(to);
  return rest;
}

/** A note with our words (and only these of ours) behind what the user wrote; `existing` may be ''. */
export function withNoteBlock(existing: string, text: string): string {
  const own = withoutNoteBlock(existing);
  return own === '' ? noteBlock(text) : `${own}\n${noteBlock(text)}`;
}

/** Whether a note says these words of ours already. */
export function saysInBlock(note: string, text: string): boolean {
  return noteBlockOf(note) === blockWords(text);
}
