import { ActionType, PathType } from './protocol';
import type { RequestBody, ResponseBody, WireAction, WireArguments, WirePath, WireQuery } from './protocol';
import { RemoteFault, isRemote, notEmulated } from './remote';
import type { AnyRemote } from './remote';

/**
 * Executes request bodies of Office.js against a tree of remote objects. It knows the wire, nothing of Excel.
 * As in Excel an error ends the request, and what came before it stays done.
 */
export class Executor {
  private readonly references = new Map<string, AnyRemote>();
  private readonly idOf = new WeakMap<AnyRemote, string>();
  private nextReference = 1;
  /** Minor version of the ExcelApi 1.x that this Excel has. */
  level = Infinity;

  constructor(private readonly root: AnyRemote) {}

  execute(body: RequestBody): ResponseBody {
    const request = new Request(body, this);
    const results: { ActionId: number; Value: unknown }[] = [];
    for (const [index, action] of body.Actions.entries()) {
      try {
        results.push({ ActionId: action.Id, Value: request.run(action) ?? null });
      } catch (fault) {
        // A defect of the emulator itself must not look like an answer of Excel.
        if (!(fault instanceof RemoteFault)) throw fault;
        return {
          Results: results,
          Error: {
            Code: fault.code,
            Message: fault.message,
            HttpStatusCode: fault.status,
            ActionIndex: index,
            Location: request.location(action),
          },
        };
      }
    }
    return { Results: results };
  }

  rootObject(): AnyRemote {
    return this.root;
  }

  keep(object: AnyRemote): string {
    const id = this.idOf.get(object) ?? `{reference-${this.nextReference++}}`;
    this.idOf.set(object, id);
    this.references.set(id, object);
    return id;
  }

  kept(id: string): AnyRemote {
    const object = this.references.get(id);
    if (object === undefined) throw new RemoteFault('InvalidReference', `No object has the reference ${id}`);
    return object;
  }

  release(id: string): void {
    this.references.delete(id);
  }

  /** References the client still holds: a run that tidies up leaves none behind. */
  get heldReferences(): number {
    return this.references.size;
  }
}

/** The paths of one request, each reached once. `null` stands for a null object: everything on it is null again. */
class Request {
  private readonly reached = new Map<number, AnyRemote | null>();

  constructor(
    private readonly body: RequestBody,
    private readonly executor: Executor,
  ) {}

  run(action: WireAction): unknown {
    switch (action.ActionType) {
      case ActionType.instantiate:
        return this.identity(this.reach(action.ObjectPathId));
      case ActionType.query: {
        const object = this.reach(action.ObjectPathId);
        return object === null ? null : this.query(object, action.QueryInfo ?? {});
      }
      case ActionType.method:
        return this.invoke(action);
      case ActionType.set: {
        const object = this.reach(action.ObjectPathId);
        object?.set(action.Name, this.argumentsOf(action.ArgumentInfo)[0]);
        return null;
      }
      case ActionType.trace:
        return null;
      default:
        throw notEmulated(`action type ${action.ActionType}`);
    }
  }

  location(action: WireAction): string {
    const object = this.reached.get(action.ObjectPathId);
    const path = this.body.ObjectPaths[action.ObjectPathId];
    const parent =
      path?.ParentObjectPathId === undefined ? undefined : this.reached.get(path.ParentObjectPathId);
    if (object != null) return `${object.typeName}.${lowerFirst(action.Name)}`;
    return `${parent?.typeName ?? 'Workbook'}.${lowerFirst(path?.Name ?? '')}`;
  }

  private invoke(action: WireAction): unknown {
    const args = this.argumentsOf(action.ArgumentInfo);
    if (action.Name === '_RemoveReference' && typeof args[0] === 'string')
      return this.executor.release(args[0]);
    const object = this.reach(action.ObjectPathId);
    if (object === null) return null;
    if (action.Name === '_KeepReference') return this.executor.keep(object);
    return object.call(action.Name, args);
  }

  private reach(id: number): AnyRemote | null {
    const known = this.reached.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[id];
    if (path === undefined) throw new RemoteFault('InvalidObjectPath', `No object path ${id}`);
    const object = this.resolve(path);
    this.reached.set(id, object);
    return object;
  }

  private resolve(path: WirePath): AnyRemote | null {
    switch (path.ObjectPathType) {
      case PathType.global:
        return this.executor.rootObject();
      case PathType.newObject:
        // The client's own services (telemetry at start-up): they want to be there and do nothing for us.
        return null;
      case PathType.reference:
        return this.executor.kept(path.Name);
      case PathType.nothing:
        return null;
    }
    const parent = this.reach(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    const args = this.argumentsOf(path.ArgumentInfo);
    const found =
      path.ObjectPathType === PathType.method
        ? parent.call(path.Name, args)
        : path.ObjectPathType === PathType.property
          ? parent.get(path.Name, this.executor.level).value
          : path.ObjectPathType === PathType.indexer
            ? parent.item(args[0])
            : notEmulated(`path type ${path.ObjectPathType}`);
    if (found === null || isRemote(found)) return found;
    throw found instanceof RemoteFault ? found : notEmulated(`${parent.typeName}.${path.Name} as an object`);
  }

  private argumentsOf(info: WireArguments | undefined): unknown[] {
    return (info?.Arguments ?? []).map((value, index) => {
      const path = info?.ReferencedObjectPathIds?.[index];
      return path ? this.reach(path) : value;
    });
  }

  private identity(object: AnyRemote | null): unknown {
    if (object === null) return null;
    if (object.tracked) return { _ReferenceId: this.executor.keep(object) };
    return object.id === undefined ? {} : { Id: object.id };
  }

  private query(object: AnyRemote, query: WireQuery): unknown {
    const items = object.items();
    if (items !== null && !onlyOwnProperties(object, query)) {
      const from = query.Skip ?? 0;
      const chosen = items.slice(from, query.Top === undefined ? undefined : from + query.Top);
      return { _Items: chosen.map((item) => this.queryOne(item, query)) };
    }
    return this.queryOne(object, query);
  }

  private queryOne(object: AnyRemote, query: WireQuery): Record<string, unknown> {
    const answer: Record<string, unknown> = {};
    const below = new Map<string, string[]>();
    for (const wanted of [...(query.Select ?? []), ...(query.Expand ?? [])]) {
      const [head = '', ...rest] = wanted.split('/');
      if (rest.length === 0 && head !== '*') this.answerProperty(object, head, answer);
      else if (head === '*')
        for (const name of object.propertyNames()) this.answerScalar(object, name, answer);
      else below.set(head, [...(below.get(head) ?? []), rest.join('/')]);
    }
    for (const [name, select] of below) {
      const found = object.get(name, this.executor.level);
      if (found.value !== null && !isRemote(found.value)) throw notEmulated(`${object.typeName}.${name}/…`);
      answer[found.name] = found.value === null ? null : this.query(found.value, { Select: select });
    }
    if (object.id !== undefined) answer['Id'] = object.id;
    if (object.tracked) answer['_ReferenceId'] = this.executor.keep(object);
    return answer;
  }

  private answerProperty(object: AnyRemote, name: string, answer: Record<string, unknown>): void {
    const found = object.get(name, this.executor.level);
    answer[found.name] = isRemote(found.value) ? this.query(found.value, { Select: ['*'] }) : found.value;
  }

  private answerScalar(object: AnyRemote, name: string, answer: Record<string, unknown>): void {
    const { value } = object.get(name, this.executor.level);
    if (!isRemote(value)) answer[name] = value;
  }
}

/** A collection may have properties of its own (`count`): a load of just these asks for no items. */
function onlyOwnProperties(object: AnyRemote, query: WireQuery): boolean {
  const own = new Set(object.propertyNames().map((name) => name.toLowerCase()));
  const wanted = query.Select ?? [];
  return wanted.length > 0 && wanted.every((name) => own.has(name.toLowerCase()));
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
