import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { EvaluationModule } from '../evaluation/evaluation.module.js';
import { ExchangesModule } from '../exchanges/exchanges.module.js';
import { LockInModule } from '../lock-in/lock-in.module.js';
import { ReadinessModule } from '../readiness/readiness.module.js';
import { RolloutModule } from '../rollout/rollout.module.js';
import { TrainingModule } from '../training/training.module.js';
import { VendorsModule } from '../vendors/vendors.module.js';
import { BuildCommand } from './commands/build-command.service.js';
import { CommandProject } from './commands/command-project.service.js';
import { CommandRim } from './commands/command-rim.service.js';
import { CommandsController } from './commands/commands.controller.js';
import { CreateProject } from './create-project.service.js';
import { EditProject } from './edit-project.service.js';
import { BriefReadings } from './evidence/brief-readings.service.js';
import { CandidateLicences } from './evidence/candidate-licences.service.js';
import { DeclareEvidence } from './evidence/declare-evidence.service.js';
import { GateJudge } from './evidence/gate-judge.service.js';
import { HearEvidence } from './evidence/hear-evidence.service.js';
import { HearHappenings } from './evidence/hear-happenings.job.js';
import { RecordsController } from './evidence/records.controller.js';
import { TellNews } from './evidence/tell-news.js';
import { OutboxNews } from './evidence/tell-news.sql.js';
import { AskModel } from './jobs/ask-model.service.js';
import { AskReadiness } from './jobs/ask-readiness.service.js';
import { BroughtCandidate } from './jobs/brought-candidate.service.js';
import { CallPeople } from './jobs/call-people.job.js';
import { DataQuestions } from './jobs/data-questions.service.js';
import { FollowReadiness } from './jobs/follow-readiness.job.js';
import { ForgetExpired } from './jobs/forget-expired.job.js';
import { FrozenDataReader } from './jobs/frozen-data.service.js';
import { JobFailure } from './jobs/job-failure.service.js';
import { KeepDeadlines } from './jobs/keep-deadlines.job.js';
import { LockInSourcesOfProject } from './jobs/lock-in-sources.service.js';
import { MeasureLockIn } from './jobs/measure-lock-in.job.js';
import { MeasureReadiness } from './jobs/measure-readiness.job.js';
import { ReadinessReportsController } from './jobs/readiness-reports.controller.js';
import { ReadinessSources } from './jobs/readiness-sources.service.js';
import { RenewLockIn } from './jobs/renew-lock-in.job.js';
import { RunEvaluation } from './jobs/run-evaluation.job.js';
import { StartTraining } from './jobs/start-training.job.js';
import { StudentLearner } from './jobs/student-learner.service.js';
import { UnfollowedTraffic } from './jobs/unfollowed-traffic.js';
import { SqlUnfollowedTraffic } from './jobs/unfollowed-traffic.sql.js';
import { PoliciesController } from './policies.controller.js';
import { SqlProjectRecords } from './project-records.sql.js';
import { ProjectRecords, ProjectStore } from './project-store.js';
import { SqlProjectStore } from './project-store.sql.js';
import { ProjectsController } from './projects.controller.js';
import { IncumbentLives } from './standing/incumbent-life.service.js';
import { KeepStanding } from './standing/keep-standing.service.js';
import { StepProject } from './step-project.service.js';

/** The aggregate and everything that may change it. */
@Module({
  imports: [
    CatalogModule,
    EvaluationModule,
    ExchangesModule,
    LockInModule,
    ReadinessModule,
    RolloutModule,
    TrainingModule,
    VendorsModule,
  ],
  controllers: [
    ProjectsController,
    CommandsController,
    RecordsController,
    PoliciesController,
    ReadinessReportsController,
  ],
  providers: [
    SqlProjectStore,
    { provide: ProjectStore, useExisting: SqlProjectStore },
    { provide: ProjectRecords, useClass: SqlProjectRecords },
    { provide: UnfollowedTraffic, useClass: SqlUnfollowedTraffic },
    { provide: TellNews, useClass: OutboxNews },
    AskModel,
    AskReadiness,
    BroughtCandidate,
    BuildCommand,
    CallPeople,
    CandidateLicences,
    CommandProject,
    CommandRim,
    CreateProject,
    DeclareEvidence,
    EditProject,
    BriefReadings,
    GateJudge,
    IncumbentLives,
    KeepStanding,
    FollowReadiness,
    HearEvidence,
    HearHappenings,
    ForgetExpired,
    FrozenDataReader,
    JobFailure,
    KeepDeadlines,
    LockInSourcesOfProject,
    MeasureLockIn,
    MeasureReadiness,
    RenewLockIn,
    DataQuestions,
    ReadinessSources,
    StudentLearner,
    RunEvaluation,
    StartTraining,
    StepProject,
  ],
  exports: [ProjectStore, ProjectRecords, SqlProjectStore],
})
export class ProjectsModule {}
