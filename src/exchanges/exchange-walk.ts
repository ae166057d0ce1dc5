// All captured calls of a project in the order of their ids, for whoever reads each of them once. Copies that were sent to
// a shadow are left out: nobody relied on them.
import type { Exchange } from './exchange.js';

export abstract class ExchangeWalk {
  /** Calls with ids beyond `afterId`, oldest first, with both bodies. Page by the last id; a short page is the last. */
  abstract after(query: { projectId: string; afterId: string; limit: number }): Promise<readonly Exchange[]>;
  /** Ids alone, from `fromId` to `untilId`, both included: what to look through for late ones. */
  abstract ids(query: { projectId: string; fromId: string; untilId: string }): Promise<readonly string[]>;
  /** Those of the given ids that there are, oldest first, with both bodies. */
  abstract those(projectId: string, ids: readonly string[]): Promise<readonly Exchange[]>;
}
