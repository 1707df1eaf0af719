/** A fault that Excel answers with; the client turns it into an OfficeExtension.Error with the same code. */
export class RemoteFault extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

export interface Property<S> {
  readonly get: (state: S) => unknown;
  readonly set?: (state: S, value: unknown) => void;
  /**
   * Minor version of the ExcelApi 1.x that brought it, where that is later than the baseline. The client checks members
   * that are touched, but not the names in a load: an older Excel has to refuse those itself.
   */
  readonly since?: number;
}

/** What one class of Excel's object model can do here, by its wire (PascalCase) names. */
export interface RemoteType<S> {
  readonly name: string;
  readonly properties?: Readonly<Record<string, Property<S>>>;
  readonly methods?: Readonly<Record<string, (state: S, args: readonly unknown[]) => unknown>>;
  /** Only collections. */
  readonly items?: (state: S) => readonly AnyRemote[];
  /** The indexer: `collection.getItem(key)`. */
  readonly item?: (state: S, key: unknown) => AnyRemote;
  /** Key by which the collection finds the object again. */
  readonly id?: (state: S) => string;
  /** The client addresses it by a reference id from then on (ranges). */
  readonly tracked?: boolean;
}

/** A remote object whatever its class, as the executor sees it. */
export interface AnyRemote {
  readonly typeName: string;
  readonly tracked: boolean;
  readonly id: string | undefined;
  propertyNames(): readonly string[];
  get(name: string, level: number): { readonly name: string; readonly value: unknown };
  set(name: string, value: unknown): void;
  call(name: string, args: readonly unknown[]): unknown;
  items(): readonly AnyRemote[] | null;
  item(key: unknown): AnyRemote;
}

/** An object of the emulated model: its class's table of members over some state of the workbook. */
export class Remote<S> implements AnyRemote {
  constructor(
    private readonly type: RemoteType<S>,
    readonly state: S,
  ) {}

  get typeName(): string {
    return this.type.name;
  }

  get tracked(): boolean {
    return this.type.tracked ?? false;
  }

  get id(): string | undefined {
    return this.type.id?.(this.state);
  }

  propertyNames(): readonly string[] {
    return Object.keys(this.type.properties ?? {});
  }

  get(name: string, level: number): { name: string; value: unknown } {
    const [key, property] = this.member(this.type.properties, name);
    if ((property.since ?? 0) > level) {
      throw new RemoteFault('ApiNotFound', `${this.type.name}.${key} is not known to this Excel`, 404);
    }
    return { name: key, value: property.get(this.state) };
  }

  set(name: string, value: unknown): void {
    const [key, property] = this.member(this.type.properties, name);
    if (property.set === undefined) throw notEmulated(`set ${this.type.name}.${key}`);
    property.set(this.state, value);
  }

  call(name: string, args: readonly unknown[]): unknown {
    return this.member(this.type.methods, name)[1](this.state, args);
  }

  items(): readonly AnyRemote[] | null {
    return this.type.items?.(this.state) ?? null;
  }

  item(key: unknown): AnyRemote {
    if (this.type.item === undefined) throw notEmulated(`${this.type.name}.getItem`);
    return this.type.item(this.state, key);
  }

  /** The wire says `Values`, a load says `values`: both mean the same member. */
  private member<M>(members: Readonly<Record<string, M>> | undefined, name: string): [string, M] {
    const own = members ?? {};
    const key = Object.keys(own).find((known) => known.toLowerCase() === name.toLowerCase());
    const found = key === undefined ? undefined : own[key];
    if (key === undefined || found === undefined) throw notEmulated(`${this.type.name}.${name}`);
    return [key, found];
  }
}

/** Loud on anything the emulator does not know, so that no test passes on a guess. */
export function notEmulated(member: string): RemoteFault {
  return new RemoteFault('NotImplemented', `The Excel emulator does not know ${member}`, 501);
}

export function isRemote(value: unknown): value is AnyRemote {
  return value instanceof Remote;
}
