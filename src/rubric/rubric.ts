/** A rubric (细则) as data: what a blank sheet is made from and what a returned sheet is compared with. */
export interface Rubric {
  readonly title: string;
  readonly year: number;
  readonly form: Form;
  readonly sections: readonly RubricSection[];
  /** The office's own words over its columns, where they are known. */
  readonly labels?: RubricLabels;
}

/** Words that head the columns of a scoring table. */
export type RubricLabels = Partial<
  Readonly<Record<'section' | 'name' | 'max' | 'criterion' | 'self' | 'review' | 'reason', string>>
>;

/** subdistrict: attachment 1 (街道) · department: attachment 2 (责任单位) · other: any other scoring table. */
export type Form = 'subdistrict' | 'department' | 'other';

export interface RubricSection {
  readonly name: string;
  /** Points of the section; null for a bonus section. */
  readonly points: number | null;
  readonly bonus: boolean;
  /** 扣分项: its items only take points away; `bonus` is true too. */
  readonly deduction?: boolean;
  /** In a department table: the unit whose own section this is; absent where the name alone tells. */
  readonly unit?: string | null;
  readonly items: readonly RubricItem[];
}

export interface RubricItem {
  /** Maximum in points; null for a bonus item. */
  readonly max: number | null;
  readonly criterion: string;
  /** What the item is called besides its rule. */
  readonly name?: string;
  /** It has no maximum of its own but shares that of the item before it. */
  readonly sharesMax?: boolean;
}
