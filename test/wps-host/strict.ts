import type { EmulatedEt } from './emulatedEt';

/** A member of an ET object: a property, or a method. `state` is what stands behind the object. */
export type EtMember<S> =
  | {
      readonly get: (state: S, et: EmulatedEt) => unknown;
      readonly set?: (state: S, value: unknown, et: EmulatedEt) => void;
    }
  | {
      readonly call: (state: S, args: readonly unknown[], et: EmulatedEt) => unknown;
      /** It changes the workbook: it may fail, loudly or silently, where a test wants it to. */
      readonly writes?: true;
    };

/** The members of one class of objects that the emulator knows. */
export interface EtType<S> {
  readonly name: string;
  readonly members: Readonly<Record<string, EtMember<S>>>;
}

/** Asked of every object by the language and by test tools; no spreadsheet has them. */
const NOBODYS = new Set([
  'then',
  'toJSON',
  'asymmetricMatch',
  '$$typeof',
  'nodeType',
  'constructor',
  'prototype',
]);

const states = new WeakMap<object, { readonly type: string; readonly state: unknown }>();

/**
 * An object as the add-in gets it. Each property read or written and each method called is a hop between two processes
 * and is counted; a member that the facts do not tell of throws and names itself.
 */
export function etObject<S>(type: EtType<S>, state: S, et: EmulatedEt): object {
  const nameOf = (key: string) => `${type.name}.${key}`;
  const memberOf = (key: string): EtMember<S> | null => {
    const member = Object.entries(type.members).find(([name]) => name === key)?.[1];
    if (member === undefined) {
      et.unknown.push(nameOf(key));
      throw new Error(`ET emulator: ${nameOf(key)} is not among the members it knows`);
    }
    return et.quirks.absent.has(nameOf(key)) ? null : member;
  };
  const object = new Proxy(
    {},
    {
      get(_target, key) {
        if (typeof key === 'symbol' || NOBODYS.has(key)) return undefined;
        const member = memberOf(key);
        if (member === null) {
          et.hops++;
          return undefined;
        }
        if ('get' in member) {
          et.hops++;
          return member.get(state, et);
        }
        return (...args: unknown[]) => {
          et.hops++;
          if (member.writes === true && !et.mayWrite(nameOf(key))) return undefined;
          return member.call(state, args, et);
        };
      },
      set(_target, key, value) {
        if (typeof key === 'symbol') return false;
        const member = memberOf(key);
        et.hops++;
        // As a host object without that member behaves: nothing happens.
        if (member === null) return true;
        if (!('get' in member) || member.set === undefined) throw new Error(`${nameOf(key)} cannot be set`);
        if (et.mayWrite(nameOf(key))) member.set(state, value, et);
        return true;
      },
      has: (_target, key) => typeof key === 'string' && key in type.members && memberOf(key) !== null,
    },
  );
  states.set(object, { type: type.name, state });
  return object;
}

/** What stands behind an object of this class that is given as an argument. */
export function stateOf(object: unknown, type: string): unknown {
  const known = typeof object === 'object' && object !== null ? states.get(object) : undefined;
  if (known?.type !== type) throw new Error(`Not a ${type}`);
  return known.state;
}
