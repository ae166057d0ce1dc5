import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { ExchangesModule } from '../exchanges/exchanges.module.js';
import { VendorsModule } from '../vendors/vendors.module.js';
import { AlertBoardController } from './alerts/alert-board.controller.js';
import { LockInAlertsController } from './alerts/lock-in-alerts.controller.js';
import { StandingAlerts } from './alerts/standing-alerts.service.js';
import { DayStore } from './days/day-store.js';
import { SqlDayStore } from './days/day-store.sql.js';
import { ScoreDay } from './days/score-day.service.js';
import { LockInStatusStore } from './days/status-row.js';
import { SqlLockInStatusStore } from './days/status-row.sql.js';
import { DeclareFacts } from './facts/declare-facts.service.js';
import { FactStore } from './facts/fact-store.js';
import { SqlFactStore } from './facts/fact-store.sql.js';
import { LockInFactsController } from './facts/lock-in-facts.controller.js';
import { RecordFacts } from './facts/record-facts.service.js';
import { allIndicators } from './indicators/all-indicators.js';
import { AlertAcknowledgementStore } from './inputs/acknowledgement-store.js';
import { SqlAlertAcknowledgementStore } from './inputs/acknowledgement-store.sql.js';
import { DocumentStore } from './inputs/document-store.js';
import { SqlDocumentStore } from './inputs/document-store.sql.js';
import { DrillStore } from './inputs/drill-store.js';
import { SqlDrillStore } from './inputs/drill-store.sql.js';
import { LockInInputsController } from './inputs/lock-in-inputs.controller.js';
import { LockInInputs } from './inputs/lock-in-inputs.service.js';
import { LockInServingController } from './inputs/lock-in-serving.controller.js';
import { InvoiceStore } from './invoices/invoice-store.js';
import { SqlInvoiceStore } from './invoices/invoice-store.sql.js';
import { loadProfile, shippedProfile } from './load-profile.client.js';
import { LockInController } from './lock-in.controller.js';
import { LockInService } from './lock-in.service.js';
import { LockInMetrics } from './lock-in-metrics.service.js';
import { LockInReading } from './lock-in-reading.service.js';
import { LockInSightsController } from './lock-in-sights.controller.js';
import { AskMeasurement } from './measure/ask-measurement.js';
import { OutboxMeasurement } from './measure/ask-measurement.sql.js';
import { GatherSources } from './measure/gather-sources.service.js';
import { KeepSources } from './measure/keep-sources.js';
import { LearnFacts } from './measure/learn-facts.service.js';
import { ProfileShelf } from './profile-shelf.js';
import { LockInExportsController } from './register/files/lock-in-exports.controller.js';
import { KeepRegister } from './register/keep-register.service.js';
import { LockInExitPlanController } from './register/lock-in-exit-plan.controller.js';
import { LockInRegisterController } from './register/lock-in-register.controller.js';
import { LockInTermsController } from './register/lock-in-terms.controller.js';
import { PictureOfProject } from './register/picture-of-project.service.js';
import { ProjectBriefs } from './register/project-briefs.js';
import { SqlProjectBriefs } from './register/project-briefs.sql.js';
import { ProjectPictures } from './register/project-picture.js';
import { RegisterFacts } from './register/register-facts.service.js';
import { RegisterStore } from './register/register-store.js';
import { SqlRegisterStore } from './register/register-store.sql.js';
import { RollUpTraffic } from './traffic/roll-up-traffic.service.js';
import { TrafficStore } from './traffic/traffic-store.js';
import { SqlTrafficStore } from './traffic/traffic-store.sql.js';

/** What ties a project to others, how tightly, and what leaving costs. Knows calls and models; not what stage one is in. */
@Module({
  imports: [CatalogModule, ExchangesModule, VendorsModule],
  controllers: [
    LockInController,
    LockInSightsController,
    LockInFactsController,
    LockInInputsController,
    LockInServingController,
    LockInAlertsController,
    AlertBoardController,
    LockInRegisterController,
    LockInExitPlanController,
    LockInTermsController,
    LockInExportsController,
  ],
  providers: [
    { provide: TrafficStore, useClass: SqlTrafficStore },
    { provide: FactStore, useClass: SqlFactStore },
    { provide: DayStore, useClass: SqlDayStore },
    { provide: LockInStatusStore, useClass: SqlLockInStatusStore },
    { provide: InvoiceStore, useClass: SqlInvoiceStore },
    { provide: DrillStore, useClass: SqlDrillStore },
    { provide: DocumentStore, useClass: SqlDocumentStore },
    { provide: AlertAcknowledgementStore, useClass: SqlAlertAcknowledgementStore },
    { provide: AskMeasurement, useClass: OutboxMeasurement },
    {
      provide: ProfileShelf,
      useFactory: () => new ProfileShelf(loadProfile(shippedProfile, allIndicators)),
    },
    { provide: RegisterStore, useClass: SqlRegisterStore },
    { provide: ProjectBriefs, useClass: SqlProjectBriefs },
    { provide: ProjectPictures, useClass: PictureOfProject },
    StandingAlerts,
    RegisterFacts,
    KeepRegister,
    { provide: KeepSources, useExisting: RegisterFacts },
    LearnFacts,
    RollUpTraffic,
    GatherSources,
    RecordFacts,
    DeclareFacts,
    ScoreDay,
    LockInInputs,
    LockInService,
    LockInReading,
    LockInMetrics,
  ],
  exports: [LockInService, LockInReading, LockInStatusStore, DocumentStore, DrillStore, AskMeasurement, DeclareFacts],
})
export class LockInModule {}
