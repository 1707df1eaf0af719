/**
 * How a rule sentence's clauses and its attainable scores are described to a person. The shapes repeat those of the
 * rubric floor, which stands above this one and may not be imported; a test holds the two together.
 */
export interface RuleMessages {
  readonly clauses: ClauseMessages;
  readonly attainable: AttainableMessages;
}

interface Capped {
  readonly cap?: number;
}

export interface ClauseMessages {
  'deduct-per': (p: { points: number; unit: string; step: number } & Capped) => string;
  'deduct-flat': (p: { points: number; times: number } & Capped) => string;
  'deduct-ladder': (p: { points: readonly number[] } & Capped) => string;
  zero: (p: object) => string;
  earn: (p: { points: number }) => string;
  'earn-range': (p: { from: number; to: number | null }) => string;
  full: (p: object) => string;
  'gain-per': (p: { points: number; unit: string; step: number } & Capped) => string;
  'gain-flat': (p: { points: number } & Capped) => string;
  'gain-ladder': (p: { points: readonly number[]; halved: boolean } & Capped) => string;
  discretion: (p: {
    direction: 'deduct' | 'gain' | 'earn';
    from?: number;
    to?: number;
    repeated: boolean;
  }) => string;
  proportional: (p: object) => string;
  rank: (p: { step?: number }) => string;
  cap: (p: { of: 'deduction' | 'gain'; points: number | null; share?: number }) => string;
  floor: (p: { points: number }) => string;
  share: (p: { direction: 'deduct' | 'earn'; share: number; repeated: boolean }) => string;
  'beyond-max': (p: { points?: number }) => string;
  'not-applicable': (p: object) => string;
  'no-double-counting': (p: object) => string;
  veto: (p: object) => string;
}

/** Any clause, as far as its description needs. */
export type ClauseShape = {
  [K in keyof ClauseMessages]: { readonly kind: K } & Readonly<Parameters<ClauseMessages[K]>[0]>;
}[keyof ClauseMessages];

export interface AttainableMessages {
  /** Highest first; `more` where the list was cut. */
  list: (p: { scores: readonly number[]; more: boolean }) => string;
  range: (p: { from: number; to: number | null; step: number }) => string;
  any: () => string;
  /** Between the parts of a union. */
  or: string;
}

export type AttainableShape =
  | SimpleAttainableShape
  | { readonly kind: 'union'; readonly parts: readonly SimpleAttainableShape[] }
  | { readonly kind: 'any' };

type SimpleAttainableShape =
  | { readonly kind: 'list'; readonly scores: readonly number[] }
  | { readonly kind: 'range'; readonly from: number; readonly to: number | null; readonly step: number };
