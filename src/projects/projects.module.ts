import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { EvaluationModule } from '../evaluation/evaluation.module.js';
import { ExchangesModule } from '../exchanges/exchanges.module.js';
import { ReadinessModule } from '../readiness/readiness.module.js';
import { RolloutModule } from '../rollout/rollout.module.js';
import { TrainingModule } from '../training/training.module.js';
import { VendorsModule } from '../vendors/vendors.module.js';
import { AskModel } from './ask-model.service.js';
import { BroughtCandidate } from './brought-candidate.service.js';
import { BuildCommand } from './build-command.service.js';
import { CallPeople } from './call-people.job.js';
import { CommandProject } from './command-project.service.js';
import { CommandRim } from './command-rim.service.js';
import { CommandsController } from './commands.controller.js';
import { CreateProject } from './create-project.service.js';
import { DeclareEvidence } from './declare-evidence.service.js';
import { EditProject } from './edit-project.service.js';
import { GateJudge } from './gate-judge.service.js';
import { HearEvidence } from './hear-evidence.service.js';
import { HearHappenings } from './hear-happenings.job.js';
import { KeepDeadlines } from './keep-deadlines.job.js';
import { MeasureReadiness } from './measure-readiness.job.js';
import { PoliciesController } from './policies.controller.js';
import { SqlProjectRecords } from './project-records.sql.js';
import { ProjectRecords, ProjectStore } from './project-store.js';
import { SqlProjectStore } from './project-store.sql.js';
import { ProjectsController } from './projects.controller.js';
import { ReadinessController } from './readiness.controller.js';
import { RecordsController } from './records.controller.js';
import { RunEvaluation } from './run-evaluation.job.js';
import { StartTraining } from './start-training.job.js';
import { StepProject } from './step-project.service.js';
import { TellNews } from './tell-news.js';
import { OutboxNews } from './tell-news.sql.js';

/** The aggregate and everything that may change it. */
@Module({
  imports: [CatalogModule, EvaluationModule, ExchangesModule, ReadinessModule, RolloutModule, TrainingModule, VendorsModule],
  controllers: [ProjectsController, CommandsController, RecordsController, PoliciesController, ReadinessController],
  providers: [
    SqlProjectStore,
    { provide: ProjectStore, useExisting: SqlProjectStore },
    { provide: ProjectRecords, useClass: SqlProjectRecords },
    { provide: TellNews, useClass: OutboxNews },
    AskModel,
    BroughtCandidate,
    BuildCommand,
    CallPeople,
    CommandProject,
    CommandRim,
    CreateProject,
    DeclareEvidence,
    EditProject,
    GateJudge,
    HearEvidence,
    HearHappenings,
    KeepDeadlines,
    MeasureReadiness,
    RunEvaluation,
    StartTraining,
    StepProject,
  ],
  exports: [ProjectStore, ProjectRecords, SqlProjectStore],
})
export class ProjectsModule {}
