/** What a cell gets. Text is always written as text, never as a formula, whatever it begins with. */
export type CellContent =
  | { readonly kind: 'value'; readonly value: string | number | null }
  /** `formula` without `=`, in English names and A1 references; `cached` is the value it gives. */
  | { readonly kind: 'formula'; readonly formula: string; readonly cached: number | string }
  /** Only the look, from `like`: to close the frame of an added row. */
  | { readonly kind: 'format' };
