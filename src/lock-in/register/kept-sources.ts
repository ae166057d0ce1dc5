// What the last measurement of a project looked at, kept so that registers, dossiers and alerts can be made without
// measuring again.
import type { HandedRamp } from '../measure/handed-facts.js';
import type { LockInSources } from '../measurement.js';

export const sourcesKind = 'sources';
export const newestSources = 'newest';

export interface KeptSources {
  readonly sources: LockInSources;
  /** The vendor was left for good, ms; null: it is in use. */
  readonly leftVendorAt: number | null;
  /** Left out by measurements that are older than it; null: nothing moves. */
  readonly ramp?: HandedRamp | null;
}

/** Before anything was measured. */
export function nothingGathered(now: number): KeptSources {
  const none = { traffic: null, invoice: null, catalog: null, evaluation: null, shadow: null };
  return {
    sources: { now, ...none, drills: [], lineage: null, target: null, serving: null },
    leftVendorAt: null,
    ramp: null,
  };
}
