/*
 * Of Fluent's 182 colours with the name of a hue or a state, those that the pane shows: the build puts this in the place of
 * the table that has them all, and tests tell when one is missing.
 */
export const colorPaletteTokens = {
  colorPaletteRedBorder2: '#d13438',
  colorPaletteRedForeground3: '#d13438',
  colorPaletteYellowBackground2: '#fef7b2',
} as const;

export const colorStatusTokens = {
  colorStatusDangerBackground1: '#fdf3f4',
  colorStatusDangerBorder1: '#eeacb2',
  colorStatusDangerForeground1: '#b10e1c',
  colorStatusSuccessForeground1: '#0e700e',
  colorStatusWarningForeground1: '#bc4b09',
} as const;
