// Names that stand at the head of a dossier. What a project is, other rooms know; here it is only called by its name.
import type { PictureModel } from './project-picture.js';

export interface NamedProject {
  readonly projectId: string;
  readonly name: string;
  readonly owner: string;
  readonly stage: string;
  readonly task: string;
  readonly incumbent: PictureModel;
  readonly candidate: PictureModel | null;
}

export abstract class ProjectBriefs {
  /** Null: there is no such project. */
  abstract find(projectId: string): Promise<NamedProject | null>;
}
