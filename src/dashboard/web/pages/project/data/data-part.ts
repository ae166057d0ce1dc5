import type { Project, ProjectStatus } from '../../../api/queries';
import type { Readiness, Report } from './data-queries';

/** What every part of the data page is given. */
export interface DataPartProps {
  readonly status: ProjectStatus;
  readonly project: Project;
  /** Null: nothing was measured yet. */
  readonly readiness: Readiness | null;
  /** The newest report; null where there is none, or where the caller may not read it. */
  readonly report: Report | null;
}
