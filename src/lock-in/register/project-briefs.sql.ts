import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import { type NamedProject, ProjectBriefs } from './project-briefs.js';
import type { PictureModel } from './project-picture.js';

interface ProjectsTable {
  projects: { id: string; name: string; owner: string; stage: string; document: string };
}

interface KnownOfBrief {
  readonly brief?: {
    readonly task?: { readonly description?: string };
    readonly incumbent?: PictureModel;
    readonly candidate?: PictureModel;
  };
}

@Injectable()
export class SqlProjectBriefs extends ProjectBriefs {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async find(projectId: string): Promise<NamedProject | null> {
    const row = await this.database
      .of<ProjectsTable>()
      .selectFrom('projects')
      .select(['id', 'name', 'owner', 'stage', 'document'])
      .where('id', '=', projectId)
      .executeTakeFirst();
    if (row === undefined) {
      return null;
    }
    const { brief } = JSON.parse(row.document) as KnownOfBrief;
    const { name, owner, stage } = row;
    return {
      ...{ projectId, name, owner, stage },
      task: brief?.task?.description ?? '',
      incumbent: modelOf(brief?.incumbent) ?? { vendor: 'unknown', model: 'unknown' },
      candidate: modelOf(brief?.candidate),
    };
  }
}

function modelOf(target: PictureModel | undefined): PictureModel | null {
  return target === undefined ? null : { vendor: target.vendor, model: target.model };
}
