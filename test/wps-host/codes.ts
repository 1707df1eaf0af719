/** The numbers that stand for error values. */
export const ERROR_NUMBERS: Readonly<Record<string, number>> = {
  '#NULL!': -2146826288,
  '#DIV/0!': -2146826281,
  '#VALUE!': -2146826273,
  '#REF!': -2146826265,
  '#NAME?': -2146826259,
  '#NUM!': -2146826252,
  '#N/A': -2146826246,
};

/** #RRGGBB as the number ET has for it: red is the lowest byte. */
export function bgr(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return red + green * 256 + blue * 65_536;
}

/** #RRGGBB of ET's number. */
export function rgb(number: unknown): string {
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 0 || number > 0xffffff) {
    throw new Error(`No colour: ${String(number)}`);
  }
  const parts = [number & 255, (number >> 8) & 255, number >> 16];
  return `#${parts.map((part) => part.toString(16).padStart(2, '0').toUpperCase()).join('')}`;
}

/** ET's constants on one side, the words of the shared workbook model on the other. */
export class Codes {
  constructor(private readonly words: Readonly<Record<number, string>>) {}

  wordOf(code: unknown): string {
    const word = this.words[Number(code)];
    if (word === undefined) throw new Error(`No such constant: ${String(code)}`);
    return word;
  }

  codeOf(word: string): number {
    const found = Object.entries(this.words).find(([, known]) => known === word);
    if (found === undefined) throw new Error(`No constant for ${word}`);
    return Number(found[0]);
  }
}

export const HORIZONTAL = new Codes({ 1: 'General', [-4131]: 'Left', [-4108]: 'Center', [-4152]: 'Right' });
export const VERTICAL = new Codes({ [-4160]: 'Top', [-4108]: 'Center', [-4107]: 'Bottom' });
export const UNDERLINE = new Codes({ [-4142]: 'None', 2: 'Single', [-4119]: 'Double' });
export const LINE_STYLE = new Codes({
  [-4142]: 'None',
  1: 'Continuous',
  [-4115]: 'Dash',
  [-4118]: 'Dot',
  [-4119]: 'Double',
});
export const LINE_WEIGHT = new Codes({ 1: 'Hairline', 2: 'Thin', [-4138]: 'Medium', 4: 'Thick' });
export const EDGE = new Codes({
  7: 'EdgeLeft',
  8: 'EdgeTop',
  9: 'EdgeBottom',
  10: 'EdgeRight',
  11: 'InsideVertical',
  12: 'InsideHorizontal',
});
export const VISIBLE = new Codes({ [-1]: 'Visible', 0: 'Hidden', 2: 'VeryHidden' });

/** An argument that has to be text. */
export function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`Text is wanted, not ${typeof value}`);
  return value;
}
