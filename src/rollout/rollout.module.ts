import { Module } from '@nestjs/common';
import { ExchangesModule } from '../exchanges/exchanges.module.js';
import { VendorsModule } from '../vendors/vendors.module.js';
import { FallbackProbe } from './fallback-probe.service.js';
import { FallbackWatch } from './fallback-watch.service.js';
import { GuardrailReader } from './guardrail-reader.service.js';
import { GuardrailWatch } from './guardrail-watch.service.js';
import { GuardrailsController } from './guardrails.controller.js';
import { ProjectGuardrailsController } from './project-guardrails.controller.js';
import { RolloutService } from './rollout.service.js';
import { RoutePlanStore } from './route-plan-store.js';
import { SqlRoutePlanStore } from './route-plan-store.sql.js';
import { WatchGuardrailsJob } from './watch-guardrails.job.js';
import { WatchStore } from './watch-store.js';
import { SqlWatchStore } from './watch-store.sql.js';

@Module({
  imports: [ExchangesModule, VendorsModule],
  controllers: [GuardrailsController, ProjectGuardrailsController],
  providers: [
    { provide: RoutePlanStore, useClass: SqlRoutePlanStore },
    { provide: WatchStore, useClass: SqlWatchStore },
    FallbackProbe,
    FallbackWatch,
    GuardrailReader,
    GuardrailWatch,
    RolloutService,
    WatchGuardrailsJob,
  ],
  exports: [RoutePlanStore, RolloutService],
})
export class RolloutModule {}
