import type { Project, ProjectStatus } from '../../api/queries';

/** What every part of the project's page is given. */
export interface ProjectViewProps {
  readonly status: ProjectStatus;
  readonly project: Project;
}
