import type { Stage } from '../locale/stage';
import { finding } from '../rubric/finding';
import type { Finding } from '../rubric/finding';
import type { CellRef } from '../rubric/finding';
import { gridReader, textOf } from './gridReader';
import type { CellValue, Grid } from './grid';
import { BAND_LIMITS, DEFAULT_SETTINGS, SETTINGS_SHEET, SETTING_KEYS, settingText } from './settings';
import type { Band, SettingKey, Settings } from './settings';
import { scoreFromText } from './numbers';
import { isBlankSetting, settingKeyOf, settingPlaces } from './settingPlaces';
import { compact, tidyName } from './text';

export { SETTINGS_SHEET };

export interface SettingsReading {
  readonly settings: Settings;
  readonly findings: readonly Finding[];
  /** Where each key's value stands. */
  readonly cells: ReadonlyMap<SettingKey, CellRef>;
}

/** Reads key | value rows of the sheet 考核设置; without the sheet everything has its default. */
export function readSettings(grids: readonly Grid[]): SettingsReading {
  const grid = grids.find((one) => compact(one.name) === SETTINGS_SHEET);
  const draft = new SettingsDraft(grid?.name ?? null);
  if (grid === undefined) return draft.finish();
  for (const { key, value, cell, label } of settingPlaces(gridReader(grid)))
    draft.take(key, value, cell, label);
  return draft.finish();
}

/**
 * Settings from a parsed JSON object whose keys are the Chinese names of the sheet or the English ones of `Settings`.
 * A key that is neither, or a value that does not fit, is a `settings/invalid` finding.
 */
export function settingsFromObject(json: unknown): SettingsReading {
  const draft = new SettingsDraft(null);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    draft.complain('-', show(json), '-', null);
    return draft.finish();
  }
  for (const [name, value] of Object.entries(json)) {
    const key = settingKeyOf(name) ?? ENGLISH.get(name);
    if (key === undefined) draft.complain(name, show(value), '-', null);
    else draft.takeJson(key, value as unknown, name);
  }
  return draft.finish();
}

/** Lays settings that a person named over those of the workbook. */
export function mergeSettings(base: Settings, over: Partial<Settings>): Settings {
  const given = new Set([...base.given, ...(over.given ?? (Object.keys(over) as SettingKey[]))]);
  const chosen = over.given === undefined ? over : pick(over, over.given);
  return { ...base, ...chosen, given: [...given].filter((key) => (key as string) !== 'given') };
}

function pick(settings: Partial<Settings>, keys: readonly SettingKey[]): Partial<Settings> {
  return Object.fromEntries(keys.map((key) => [key, settings[key]]));
}

const ENGLISH = new Map<string, SettingKey>(SETTING_KEYS.map(([key]) => [key, key]));

class SettingsDraft {
  private readonly values = new Map<SettingKey, unknown>();
  private readonly cells = new Map<SettingKey, CellRef>();
  private readonly findings: Finding[] = [];

  constructor(private readonly sheet: string | null) {}

  finish(): SettingsReading {
    const settings = {
      ...DEFAULT_SETTINGS,
      ...Object.fromEntries(this.values),
      given: [...this.values.keys()],
    } as Settings;
    return { settings, findings: this.findings, cells: this.cells };
  }

  complain(key: string, value: string, used: string, cell: CellRef | null): void {
    this.findings.push(
      finding({
        code: 'settings/invalid',
        severity: 'warning',
        sheet: this.sheet,
        cell,
        params: { key, value, used },
        received: value,
      }),
    );
  }

  take(key: SettingKey, value: CellValue, cell: CellRef, label: string): void {
    if (isBlankSetting(value)) return;
    const read = settingValue(key, value);
    if (read === undefined) {
      const shown = typeof value === 'object' && value !== null ? value.error : String(value);
      this.complain(tidyName(label), shown, defaultText(key), cell);
      return;
    }
    this.values.set(key, read);
    this.cells.set(key, cell);
  }

  takeJson(key: SettingKey, value: unknown, name: string): void {
    if (value === null) {
      if (DEFAULT_SETTINGS[key] === null) this.values.set(key, null);
      else this.complain(name, 'null', defaultText(key), null);
      return;
    }
    const simple = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    const read =
      key === 'bands' && Array.isArray(value)
        ? bandsFromJson(value)
        : simple
          ? settingValue(key, value)
          : undefined;
    if (read === undefined) this.complain(name, show(value), defaultText(key), null);
    else this.values.set(key, read);
  }
}

function defaultText(key: SettingKey): string {
  return settingText(key, DEFAULT_SETTINGS[key]);
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}

/** What a value means for a setting, `undefined` where it does not fit. */
export function settingValue<K extends SettingKey>(key: K, value: CellValue): Settings[K] | undefined {
  return readValue(key, value) as Settings[K] | undefined;
}

function readValue(key: SettingKey, value: CellValue): unknown {
  const text = textOf(value).trim();
  const number = typeof value === 'number' ? value : scoreFromText(text);
  const none = /^(?:无|不限|不限制|没有|关|关闭|否|不提醒|none|off)$/i.test(text);
  switch (key) {
    case 'year': {
      const year = number ?? Number(/^(\d{4})年度?$/.exec(compact(text))?.[1] ?? NaN);
      return Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : undefined;
    }
    case 'unit':
      return typeof value === 'string' ? tidyName(value) : undefined;
    case 'stage':
      return typeof value === 'string' ? stageFromText(compact(text)) : undefined;
    case 'fingerprint':
      return typeof value === 'string' || typeof value === 'number' ? text : undefined;
    case 'bonusConverted':
      if (typeof value === 'boolean') return value;
      if (/^(?:是|计入|计|true|yes|y|1|√|对)$/i.test(text)) return true;
      return /^(?:否|不计入|不计|不|false|no|n|0|×|x)$/i.test(text) ? false : undefined;
    case 'bands':
      return typeof value === 'string' ? bandsFromText(value) : undefined;
    case 'bonusCap':
    case 'totalCap':
    case 'gapLimit':
      if (none) return null;
      return number !== null && number >= 0 && number <= 1e6 ? number : undefined;
    case 'decimals':
      return number !== null && Number.isInteger(number) && number >= 0 && number <= 6 ? number : undefined;
    case 'convertedFull':
    case 'convertedBase':
      return number !== null && number > 0 && number <= 1e6 ? number : undefined;
    case 'smallestStep':
      return number !== null && number >= 1e-6 && number <= 100 ? number : undefined;
  }
}

/** The stage by any of its usual names; null: told by the scores. */
function stageFromText(text: string): Stage | null | undefined {
  if (/^(?:(?:自评|自查)分?(?:阶段)?|self)$/i.test(text)) return 'self';
  if (/^(?:(?:考核|考评|复核|评审)分?(?:阶段)?|review)$/i.test(text)) return 'review';
  return /^(?:自动(?:判断)?|auto)$/i.test(text) ? null : undefined;
}

/** 90-100=10；80-90=8 → bands. Any of ；; , ， or a line break between them. */
function bandsFromText(text: string): Band[] | undefined {
  const plain = text.normalize('NFKC').replace(/[ \t]/g, '');
  const parts = plain.split(/[;,、\n]+/).filter((part) => part !== '');
  const bands: Band[] = [];
  for (const part of parts) {
    const match = /^(\d+(?:\.\d+)?)分?[-~—–至到](\d+(?:\.\d+)?)分?[=:→得](\d+(?:\.\d+)?)分?$/.exec(part);
    if (match === null) return undefined;
    bands.push({ from: Number(match[1]), to: Number(match[2]), converted: Number(match[3]) });
  }
  return checkedBands(bands);
}

function bandsFromJson(value: readonly unknown[]): Band[] | undefined {
  const bands: Band[] = [];
  for (const entry of value) {
    if (typeof entry !== 'object' || entry === null) return undefined;
    const { from, to, converted } = entry as Record<string, unknown>;
    if (typeof from !== 'number' || typeof to !== 'number' || typeof converted !== 'number') return undefined;
    bands.push({ from, to, converted });
  }
  return checkedBands(bands);
}

/** Bands make sense when each goes upward and none overlaps another. */
function checkedBands(bands: readonly Band[]): Band[] | undefined {
  if (bands.length === 0 || bands.length > BAND_LIMITS.most) return undefined;
  const sorted = [...bands].sort((a, b) => b.from - a.from);
  const fits = sorted.every((band, index) => {
    const higher = sorted[index - 1];
    return (
      band.from < band.to &&
      Number.isFinite(band.converted) &&
      (higher === undefined || band.to <= higher.from)
    );
  });
  return fits ? sorted : undefined;
}
