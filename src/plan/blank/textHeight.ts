/** Columns that a character takes: a Chinese one, and full-width punctuation, two. */
function charWidth(code: number): number {
  return code >= 0x1100 && (code <= 0x115f || code >= 0x2e80 || (code >= 0x2010 && code <= 0x2027)) ? 2 : 1;
}

/** Width of a line in characters of the standard font. */
function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char.codePointAt(0) ?? 0);
  return width;
}

/** The standard font that column widths count in, in points. */
const STANDARD_SIZE = 11;
/** Height of a line over its font size: what Excel and LibreOffice give Chinese fonts, and a little air. */
const LINE_HEIGHT = 1.4;
/** Above and below the text. */
const PADDING = 7;
/** A row is no higher (ISO/IEC 29500-1 leaves it open, Excel does not). */
const MOST_HEIGHT = 409;

/**
 * Height in points of a cell with this text, wrapped in a column of `width` characters. Programs differ in the width of a
 * character and keep punctuation from the beginning of a line: two characters a line are left for that.
 */
export function wrappedHeight(text: string, width: number, size: number): number {
  const room = Math.max(2, Math.floor(((width - 2) * STANDARD_SIZE) / size));
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
  return Math.min(MOST_HEIGHT, Math.ceil(lines * size * LINE_HEIGHT + PADDING));
}
