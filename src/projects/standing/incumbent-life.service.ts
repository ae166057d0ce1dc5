// How long the incumbent of a project is served, and whether the project must leave: asked of the catalogue as it is now.
import { Inject, Injectable } from '@nestjs/common';
import { ModelCatalog } from '../../catalog/model-catalog.js';
import { Clock } from '../../kernel/clock.js';
import type { IncumbentLife } from '../../lifecycle/facts.js';
import { usualLeadTimeDays } from '../../lock-in/measure/handed-facts.js';
import { LockInSourcesOfProject } from '../jobs/lock-in-sources.service.js';
import type { ProjectBrief } from '../project.js';
import { forcedModeOf, incumbentLifeOf } from './forced-mode.js';
import type { ForcedMode } from './project-standing.js';

@Injectable()
export class IncumbentLives {
  constructor(
    @Inject(ModelCatalog) private readonly catalog: ModelCatalog,
    private readonly sources: LockInSourcesOfProject,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async lifeOf(brief: ProjectBrief): Promise<IncumbentLife> {
    const leadTimeDays = (await this.sources.leadTimeDays(brief)) ?? usualLeadTimeDays;
    return incumbentLifeOf({
      catalog: this.catalog,
      model: brief.incumbent.model,
      leadTimeDays,
      now: this.clock.now(),
    });
  }

  /** Null where nothing forces. */
  async forcedModeOf(brief: ProjectBrief): Promise<ForcedMode | null> {
    return forcedModeOf(await this.lifeOf(brief));
  }
}
