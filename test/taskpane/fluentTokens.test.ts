import { tokens as fluent, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import * as dark from '../../src/taskpane/darkPalette';
import { tokens } from '../../src/taskpane/fluentTokens';
import * as light from '../../src/taskpane/lightPalette';

it('gives every design token of Fluent as Fluent does', () => {
  const names = Object.keys(fluent);
  expect(names.length).toBeGreaterThan(400);
  expect(Object.fromEntries(names.map((name) => [name, tokens[name]]))).toEqual(fluent);
});

it.each([
  ['light', light, webLightTheme],
  ['dark', dark, webDarkTheme],
] as const)('gives the %s colours of hues and states as Fluent does', (_, own, theme) => {
  const colours = Object.entries({ ...own.colorPaletteTokens, ...own.colorStatusTokens });
  expect(colours.length).toBeGreaterThan(5);
  const wanted = colours.map(([name]) => [name, (theme as Readonly<Record<string, unknown>>)[name]]);
  expect(colours).toEqual(wanted);
});

it('gives the same colours of hues and states in both themes', () => {
  expect(Object.keys(dark.colorPaletteTokens)).toEqual(Object.keys(light.colorPaletteTokens));
  expect(Object.keys(dark.colorStatusTokens)).toEqual(Object.keys(light.colorStatusTokens));
});
