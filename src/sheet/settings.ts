import type { Stage } from '../locale/stage';

/** Name of the sheet where the settings of a workbook stand. */
export const SETTINGS_SHEET = '考核设置';

/**
 * Settings that travel with the workbook on the sheet 考核设置 (key | value). Keys as a person reads them are in
 * `SETTING_KEYS`; a missing key takes its default, and the report says which were used.
 */
export interface Settings {
  /** 年度 */
  readonly year: number | null;
  /** 考核单位 */
  readonly unit: string | null;
  /** 评分阶段: which column has to be full, 自评 or 考核; null: as the scores that are there tell. */
  readonly stage: Stage | null;
  /** 折算满分: points that a full total is converted to; default 100. */
  readonly convertedFull: number;
  /** 折算基数: the total that counts as full; default 100. */
  readonly convertedBase: number;
  /** 加分计入折算: whether bonus counts in the converted score; default true. */
  readonly bonusConverted: boolean;
  /** 加分上限: most bonus that counts; null: no limit. */
  readonly bonusCap: number | null;
  /** 总分上限: most the total can be; null: no limit. */
  readonly totalCap: number | null;
  /** 小数位数: decimals of the converted score, 0–6; default 2. */
  readonly decimals: number;
  /** 自评考核差异提醒: a review that differs from the self score by more than this many points wants a reason; null: off. */
  readonly gapLimit: number | null;
  /** 酌情最小单位: finest step where a sentence leaves the score to judgement; default 0.01. */
  readonly smallestStep: number;
  /** 细则指纹 */
  readonly fingerprint: string | null;
  /** 折算区间: bands, e.g. 90-100=10; 80-90=8; empty: convert in proportion. Lower bound included, upper excluded but for the highest. */
  readonly bands: readonly Band[];
  /** Keys that stood in the sheet (or a settings file). */
  readonly given: readonly (keyof Omit<Settings, 'given'>)[];
}

export interface Band {
  readonly from: number;
  readonly to: number;
  readonly converted: number;
}

export type SettingKey = keyof Omit<Settings, 'given'>;

/** Every setting with its name on the sheet 考核设置, in the order in which the sheet shows them. */
export const SETTING_KEYS: readonly (readonly [key: SettingKey, label: string])[] = [
  ['year', '年度'],
  ['unit', '考核单位'],
  ['stage', '评分阶段'],
  ['convertedFull', '折算满分'],
  ['convertedBase', '折算基数'],
  ['bonusConverted', '加分计入折算'],
  ['bonusCap', '加分上限'],
  ['totalCap', '总分上限'],
  ['decimals', '小数位数'],
  ['gapLimit', '自评考核差异提醒'],
  ['smallestStep', '酌情最小单位'],
  ['bands', '折算区间'],
  ['fingerprint', '细则指纹'],
];

/** What holds where a workbook says nothing. The notice leaves the weight to another document: 100 of 100 changes no score. */
export const DEFAULT_SETTINGS: Settings = {
  year: null,
  unit: null,
  stage: null,
  convertedFull: 100,
  convertedBase: 100,
  bonusConverted: true,
  bonusCap: null,
  totalCap: null,
  decimals: 2,
  gapLimit: null,
  smallestStep: 0.01,
  fingerprint: null,
  bands: [],
  given: [],
};

export const BAND_LIMITS = { most: 100 } as const;

const STAGE_WORDS: Readonly<Record<Stage, string>> = { self: '自评', review: '考核' };

/** A setting as it stands on the sheet 考核设置: 是/否, 自评/考核, a number, 90-100=10；80-90=8; '' for none. */
export function settingText<K extends SettingKey>(key: K, value: Settings[K]): string {
  if (value === null) return '';
  if (key === 'stage') return STAGE_WORDS[value as Stage];
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'object') {
    return value.map((band) => `${band.from}-${band.to}=${band.converted}`).join('；');
  }
  return String(value);
}
