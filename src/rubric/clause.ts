/**
 * What a criterion sentence says about points, as plain data. Forms and their frequency in real rubrics: docs/rules.md.
 * Every clause carries the span of text it was read from, so that a message can quote it.
 */
export interface Span {
  /** Index of the first character in the criterion as it stands in the cell (UTF-16). */
  readonly start: number;
  /** Index after the last character. */
  readonly end: number;
}

export type Clause = Span &
  (
    | {
        /** 每次扣1分, 每低2%扣1分, 扣1分/次: any whole number of steps. */
        readonly kind: 'deduct-per';
        readonly points: number;
        readonly unit: string;
        readonly step: number;
        readonly cap?: number;
        /** 解决问题2分/件: the words leave open whether the points are taken off or given; the gain stands beside it. */
        readonly doubtful?: boolean;
      }
    /** 未开展的扣5分: once (`times` where one condition names several matters). */
    | { readonly kind: 'deduct-flat'; readonly points: number; readonly times: number; readonly cap?: number }
    /** 分别扣1、2、3分. */
    | { readonly kind: 'deduct-ladder'; readonly points: readonly number[]; readonly cap?: number }
    /** 不得分, 不计分, 扣完, 全扣. */
    | { readonly kind: 'zero' }
    /**
     * 得5分: one tier of a scale, or one part of a sum. `exclusive`: 分别得8、5、3分. `part`: the share of the item that
     * a part is worth, 台账（4分）. `base`: 基本分6分, what everybody starts from.
     */
    | {
        readonly kind: 'earn';
        readonly points: number;
        readonly exclusive?: boolean;
        readonly part?: boolean;
        /** 各占3分: as many parts as fill the item are worth this each. */
        readonly each?: boolean;
        readonly base?: boolean;
      }
    /** 得3-5分: any value in the range; `to` is null for 9分以上, up to the maximum of the item. */
    | { readonly kind: 'earn-range'; readonly from: number; readonly to: number | null }
    /** 得满分, 不扣分. */
    | { readonly kind: 'full' }
    /** 每录用一篇加0.5分, 0.5分/篇: any whole number of steps, up to `cap` where the clause names one. */
    | {
        readonly kind: 'gain-per';
        readonly points: number;
        readonly unit: string;
        readonly step: number;
        readonly cap?: number;
      }
    /** 加3分. */
    | { readonly kind: 'gain-flat'; readonly points: number; readonly cap?: number }
    /** 分别加2、5、8分; `halved` for 减半 of the ladder before it. */
    | {
        readonly kind: 'gain-ladder';
        readonly points: readonly number[];
        readonly halved: boolean;
        readonly cap?: number;
      }
    /** 酌情扣分, 适当加分, 视情扣1-3分: judgement, within a range where one is given. */
    | {
        readonly kind: 'discretion';
        readonly direction: 'deduct' | 'gain' | 'earn';
        readonly from?: number;
        readonly to?: number;
        /** 每次酌情扣1-2分: more than once. */
        readonly repeated: boolean;
      }
    /** 按比例得分, 完成率×分值. */
    | { readonly kind: 'proportional' }
    /** 第一名得10分，每降一名减1分; 按名次得分. */
    | { readonly kind: 'rank'; readonly step?: number }
    /** 最高得10分, 最多扣6分, 扣完为止, 封顶: for all clauses of its kind before it. */
    | {
        readonly kind: 'cap';
        readonly of: 'deduction' | 'gain';
        /** Null for 扣完为止, the item's own maximum, and where a `share` of it is named. */
        readonly points: number | null;
        /** 扣分不超过该项分值的50%: the share of the item's maximum that the cap is. */
        readonly share?: number;
        /** How many clauses of its kind, directly before it, the cap may be meant for. */
        readonly covers: number;
        /** 累计, 本项, 合计: it is meant for all of them together and for no single one. */
        readonly together: boolean;
      }
    /** 最低得2分, 保底5分. */
    | { readonly kind: 'floor'; readonly points: number }
    /** 扣除该项分值的50%, 得一半分: a share of the item's maximum. */
    | {
        readonly kind: 'share';
        readonly direction: 'deduct' | 'earn';
        readonly share: number;
        readonly repeated: boolean;
      }
    /** 倒扣, 追加扣: the score may go below zero. `points` bounds how far, where said. */
    | { readonly kind: 'beyond-max'; readonly points?: number }
    /** 无此任务不扣, 缺项得满分. */
    | { readonly kind: 'not-applicable' }
    /** 就高不重复; `whole` where the text says that one award counts for the whole item. */
    | { readonly kind: 'no-double-counting'; readonly whole: boolean }
    /** 一票否决, 不得评优: the grade, not the points. */
    | { readonly kind: 'veto' }
  );

export type ClauseKind = Clause['kind'];

/**
 * The scores that some fair reading of the clauses gives.
 * list: exactly these, highest first · range: every `step` from `from` to `to` (null: no end) ·
 * union: what any part allows · any: everything between the bounds (nothing was read, or the text leaves it open).
 */
export type Attainable =
  | { readonly kind: 'list'; readonly scores: readonly number[] }
  | { readonly kind: 'range'; readonly from: number; readonly to: number | null; readonly step: number }
  | { readonly kind: 'union'; readonly parts: readonly SimpleAttainable[] }
  | { readonly kind: 'any' };

export type SimpleAttainable = Exclude<Attainable, { kind: 'union' } | { kind: 'any' }>;

export interface ItemBounds {
  /** Maximum of the item in points; null for a bonus item or where no maximum could be read. */
  readonly max: number | null;
  readonly bonus: boolean;
}

/** A slip of the pen in a rule sentence that the reader corrected, e.g. 价2分 (加2分). */
export interface SuspectedTypo extends Span {
  readonly text: string;
  readonly meant: string;
}

export interface CriterionReading {
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly typos: readonly SuspectedTypo[];
}

export type Verdict = 'ok' | 'above-max' | 'below-zero' | 'too-precise' | 'unattainable' | 'unread';

export interface Judgement {
  readonly verdict: Verdict;
  /** Nearest attainable scores, nearest first, at most three; empty when the score is fine. */
  readonly nearest: readonly number[];
  /** The clause to quote: its text, cut from the criterion to some 40 characters that carry the points. */
  readonly clause: string;
}
