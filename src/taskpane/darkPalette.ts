/* The colours of lightPalette.ts in Fluent's dark theme. */
export const colorPaletteTokens = {
  colorPaletteRedBorder2: '#e37d80',
  colorPaletteRedForeground3: '#e37d80',
  colorPaletteYellowBackground2: '#817400',
} as const;

export const colorStatusTokens = {
  colorStatusDangerBackground1: '#3b0509',
  colorStatusDangerBorder1: '#c50f1f',
  colorStatusDangerForeground1: '#dc626d',
  colorStatusSuccessForeground1: '#54b054',
  colorStatusWarningForeground1: '#faa06b',
} as const;
