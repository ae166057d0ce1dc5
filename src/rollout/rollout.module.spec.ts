// The rooms that measure, wired as the service wires them, on a store in memory: whatever cannot be injected fails here.
import { Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { aRoutePlan } from '../../test/builders/a-route-plan.js';
import { EvaluationModule } from '../evaluation/evaluation.module.js';
import { EvaluationService } from '../evaluation/evaluation.service.js';
import { allMigrations } from '../migrations/all-migrations.sql.js';
import { AuthModule } from '../platform/auth/auth.module.js';
import { Configuration } from '../platform/config/configuration.dto.js';
import { DatabaseModule } from '../platform/database/database.module.js';
import { Database } from '../platform/database/database.sql.js';
import { migrate, openDatabase } from '../platform/database/open-database.sql.js';
import { JobsModule } from '../platform/jobs/jobs.module.js';
import { Log } from '../platform/telemetry/log.client.js';
import { Metrics } from '../platform/telemetry/metrics.client.js';
import { TelemetryModule } from '../platform/telemetry/telemetry.module.js';
import { TrainingModule } from '../training/training.module.js';
import { TrainingService } from '../training/training.service.js';
import { RolloutModule } from './rollout.module.js';
import { RolloutService } from './rollout.service.js';
import { RoutePlanStore } from './route-plan-store.js';
import { writeRoutePlan } from './route-plan-store.sql.js';

const configuration = {
  dataDirectory: 'data',
  jobs: { leaseSeconds: 30, pollMs: 100, concurrency: 2 },
  server: { drainSeconds: 1 },
  rollout: { guardrailIntervalSeconds: 3600 },
  gateway: { connectTimeoutMs: 1000, firstByteTimeoutMs: 1000, idleTimeoutMs: 1000, totalTimeoutMs: 1000 },
  outbound: { allowedPrivateTargets: [] },
};

@Module({})
class Settings {}

describe('the rooms of rollout, training and evaluation', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const database = openDatabase({ url: null, file: ':memory:', connectionsMax: 1 });
    await migrate(database, allMigrations);
    const providers = [{ provide: Configuration, useValue: configuration }];
    const made = await Test.createTestingModule({
      imports: [
        { module: Settings, global: true, providers, exports: [Configuration] },
        DatabaseModule.with(database),
        TelemetryModule.with(new Log('silent'), new Metrics()),
        JobsModule,
        AuthModule,
        RolloutModule,
        TrainingModule,
        EvaluationModule,
      ],
    }).compile();
    app = made.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
    await app.init();
  });

  afterAll(() => app.close());

  it('find everything that they need', () => {
    expect(app.get(TrainingService)).toBeInstanceOf(TrainingService);
    expect(app.get(EvaluationService)).toBeInstanceOf(EvaluationService);
  });

  it('read a plan that a transaction of another room has written', async () => {
    await app.get(Database).transaction((within) => writeRoutePlan(within, aRoutePlan()));
    expect(await app.get(RoutePlanStore).find('prj_one')).toEqual(aRoutePlan());
    expect(await app.get(RolloutService).guardrailReading('prj_one')).toMatchObject({ outcome: 'inconclusive' });
  });

  it('let nobody in without a token', async () => {
    const answers = await Promise.all(
      ['/v1/guardrails', '/v1/recipes', '/v1/evaluators', '/candidates/art_one/v1/models'].map((url) =>
        app.inject({ url }),
      ),
    );
    expect(answers.filter((answer) => answer.statusCode === 200)).toEqual([]);
  });
});
