// Where readiness reports are kept, as they were given.
import type { ReadinessReport } from './readiness-report.js';

export abstract class ReportStore {
  /** A report that is there already is left as it is. */
  abstract add(report: ReadinessReport): Promise<void>;
  abstract find(projectId: string, id: string): Promise<ReadinessReport | null>;
  /** Newest first. `after` is the id of the last report of the page before. */
  abstract list(query: { projectId: string; after: string | null; limit: number }): Promise<readonly ReadinessReport[]>;
}
