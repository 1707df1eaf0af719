/** A rubric (细则) as data: what a blank sheet is made from and what a returned sheet is compared with. */
export interface Rubric {
  readonly title: string;
  readonly year: number;
  readonly form: Form;
  readonly sections: readonly RubricSection[];
}

/** subdistrict: attachment 1 (街道) · department: attachment 2 (责任单位) · other: any other scoring table. */
export type Form = 'subdistrict' | 'department' | 'other';

export interface RubricSection {
  readonly name: string;
  /** Points of the section; null for a bonus section. */
  readonly points: number | null;
  readonly bonus: boolean;
  readonly items: readonly RubricItem[];
}

export interface RubricItem {
  /** Maximum in points; null for a bonus item. */
  readonly max: number | null;
  readonly criterion: string;
}
