import { isSameData } from './sameData';

/** Most different pieces held; what comes after them is taken as it is. */
const MOST = 20_000;

/** Most pieces that look alike at first sight and are compared one by one. */
const MOST_ALIKE = 32;

/** Plain data of which many pieces say the same: each thing said is held once. */
export class SharedData<T> {
  readonly #known = new Map<number, T[]>();
  #count = 0;

  /** `keep` makes of the first piece that says something the one that stands for all of them. */
  constructor(private readonly keep: (data: T) => T = (data) => data) {}

  /** The piece that is held of what this one says; itself, and not held, where too many are. */
  same(data: T): T {
    const sight = sightOf(data);
    const alike = this.#known.get(sight);
    const known = alike?.find((one) => isSameData(one, data));
    if (known !== undefined) return known;
    if (this.#count >= MOST || (alike?.length ?? 0) >= MOST_ALIKE) return data;
    const kept = this.keep(data);
    this.#count += 1;
    if (alike === undefined) this.#known.set(sight, [kept]);
    else alike.push(kept);
    return kept;
  }
}

/** A number that equal data share and different data rarely do. */
function sightOf(data: unknown): number {
  if (typeof data === 'number') return Number.isFinite(data) ? (data * 1000) | 0 : 5;
  if (typeof data === 'string') {
    const { length } = data;
    return length === 0 ? 7 : length * 961 + data.charCodeAt(0) * 31 + data.charCodeAt(length - 1);
  }
  if (typeof data !== 'object' || data === null) return data === true ? 3 : 2;
  let sight = 1;
  if (Array.isArray(data)) for (const one of data) sight = (Math.imul(sight, 31) + sightOf(one)) | 0;
  else {
    for (const key in data) sight = (Math.imul(sight, 31) + sightOf(data[key as keyof typeof data])) | 0;
  }
  return sight;
}

/** A copy whose texts keep nothing else alive: a text cut out of a sheet holds the text of the whole sheet. */
export function detached<T>(data: T): T {
  if (typeof data === 'string') return JSON.parse(JSON.stringify(data)) as T;
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map(detached) as T;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, detached(value as unknown)]),
  ) as T;
}
