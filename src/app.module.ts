// The table of contents of the rooms, from the ground up.
import { type DynamicModule, Module } from '@nestjs/common';
import { CatalogModule } from './catalog/catalog.module.js';
import { EvaluationModule } from './evaluation/evaluation.module.js';
import { ExchangesModule } from './exchanges/exchanges.module.js';
import { GatewayModule } from './gateway/gateway.module.js';
import { LockInModule } from './lock-in/lock-in.module.js';
import { AuthModule } from './platform/auth/auth.module.js';
import { type Configuration } from './platform/config/configuration.dto.js';
import { ConfigurationModule } from './platform/config/configuration.module.js';
import type { Policies } from './platform/config/policies.js';
import { DatabaseModule } from './platform/database/database.module.js';
import type { Database } from './platform/database/database.sql.js';
import { HttpModule } from './platform/http/http.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import type { Log } from './platform/telemetry/log.client.js';
import type { Metrics } from './platform/telemetry/metrics.client.js';
import { TelemetryModule } from './platform/telemetry/telemetry.module.js';
import { PortfolioModule } from './portfolio/portfolio.module.js';
import { ProjectsModule } from './projects/projects.module.js';
import { StatusModule } from './projects/status/status.module.js';
import { ReadinessModule } from './readiness/readiness.module.js';
import { RolloutModule } from './rollout/rollout.module.js';
import { TrainingModule } from './training/training.module.js';
import { VendorsModule } from './vendors/vendors.module.js';

/** What is opened before the application is built and handed to every room. */
export interface Foundation {
  readonly configuration: Configuration;
  readonly policies: Policies;
  readonly database: Database;
  readonly log: Log;
  readonly metrics: Metrics;
}

@Module({})
export class AppModule {
  static on(foundation: Foundation): DynamicModule {
    const { configuration, policies, database, log, metrics } = foundation;
    return {
      module: AppModule,
      imports: [
        ConfigurationModule.with(configuration, policies),
        TelemetryModule.with(log, metrics),
        DatabaseModule.with(database),
        HttpModule,
        AuthModule,
        JobsModule,
        VendorsModule,
        CatalogModule,
        ExchangesModule,
        ReadinessModule,
        LockInModule,
        EvaluationModule,
        TrainingModule,
        RolloutModule,
        ProjectsModule,
        StatusModule,
        PortfolioModule,
        GatewayModule,
      ],
    };
  }
}
