// Drills that were carried out, and rollbacks and cutovers, which are drills that nobody planned.
import type { DrillFacts } from '../measurement.js';

export interface Drill extends DrillFacts {
  readonly projectId: string;
  /** What tells it: its own id, or `history:12` for one that the project's history shows. */
  readonly source: string;
  readonly recordedBy: string;
  /** Reports and logs. */
  readonly evidence: readonly string[];
  readonly note: string;
}

export abstract class DrillStore {
  /** One of the same source is kept once. */
  abstract add(drill: Drill): Promise<void>;
  /** Newest first. */
  abstract list(projectId: string, limit: number): Promise<readonly Drill[]>;
}
