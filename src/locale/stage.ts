/** Whose score it is, or is due: the unit's own, or the reviewer's. */
export type Stage = 'self' | 'review';
