import type { StoredStatus } from '../project-store.js';

/** Where the status documents of projects come from, and the news that one has changed. */
export abstract class StatusSource {
  /** True where this process alone writes the store: what it has heard of is then all there is to know. */
  abstract readonly isAlone: boolean;
  /** The ETags that the store has now; a project that does not exist is left out. */
  abstract tags(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  abstract statuses(ids: readonly string[]): Promise<ReadonlyMap<string, StoredStatus>>;
  /** Called after a commit, and after a change of what is known beside the version, of this process is durable and before it is acknowledged. */
  abstract onCommit(listener: (projectId: string, status: StoredStatus) => void): void;
}
