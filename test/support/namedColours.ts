import * as light from '../../src/taskpane/lightPalette';

/** The named colours of Fluent that a script asks for and the pane's themes, which have few of them, do not set. */
export function unsetColours(script: string): string[] {
  const asked = script.match(/\bcolor(?:Palette|Status)[A-Z]\w+/g) ?? [];
  return [...new Set(asked)].filter(
    (name) => !(name in light.colorPaletteTokens) && !(name in light.colorStatusTokens),
  );
}
