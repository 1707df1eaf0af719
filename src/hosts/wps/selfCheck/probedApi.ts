import type { EtApplication, EtFileSystem, EtWorkbook } from '../etApi';

/*
 * Members that the self-check alone asks for, beside those of the adapter: the program does nothing with them.
 */

export interface ProbedApplication extends EtApplication {
  readonly Version?: unknown;
  readonly Build?: unknown;
  readonly FileSystem?: ProbedFileSystem | null;
}

export interface ProbedFileSystem extends EtFileSystem {
  /** One character a byte. */
  readonly writeAsBinaryString?: (path: string, bytes: string) => unknown;
}

export interface ProbedWorkbook extends EtWorkbook {
  /** Whether nothing was changed since it was saved. */
  Saved?: unknown;
  readonly Names?: { Add(name: string, refersTo: string): { Delete?(): void } | null | undefined };
}
