// The gateway with everything it stands on, on an empty embedded store, between a client and two fake vendors.
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { Exchange, ExchangeSummary } from '../../src/exchanges/exchange.js';
import { type ExchangePage, ExchangeStore } from '../../src/exchanges/exchange-store.js';
import { CaptureQueue } from '../../src/gateway/capture/capture-queue.service.js';
import { GatewayModule } from '../../src/gateway/gateway.module.js';
import { keepGatewayBodiesRaw } from '../../src/gateway/raw-body.hook.js';
import type { Role } from '../../src/kernel/principal.js';
import { allMigrations } from '../../src/migrations/all-migrations.sql.js';
import { AuthModule } from '../../src/platform/auth/auth.module.js';
import { TokensService } from '../../src/platform/auth/tokens.service.js';
import { ConfigurationModule } from '../../src/platform/config/configuration.module.js';
import { loadConfiguration } from '../../src/platform/config/load-configuration.client.js';
import { loadPolicies } from '../../src/platform/config/load-policies.client.js';
import { DatabaseModule } from '../../src/platform/database/database.module.js';
import { Database } from '../../src/platform/database/database.sql.js';
import { migrate, openDatabase } from '../../src/platform/database/open-database.sql.js';
import { RefusedFilter } from '../../src/platform/http/refused.filter.js';
import { JobsModule } from '../../src/platform/jobs/jobs.module.js';
import { Log } from '../../src/platform/telemetry/log.client.js';
import { Metrics } from '../../src/platform/telemetry/metrics.client.js';
import { TelemetryModule } from '../../src/platform/telemetry/telemetry.module.js';
import type { RoutePlan } from '../../src/rollout/route-plan.js';
import { writeRoutePlan } from '../../src/rollout/route-plan-store.sql.js';
import { VendorStore } from '../../src/vendors/vendor-store.js';
import { FakeUpstream } from '../fakes/openai-upstream.fake.js';

export const projectId = 'prj_gateway';
export const incumbentModel = 'gpt-4o';
export const candidateModel = 'llama-tuned';
const bodyLimitBytes = 200_000;

const environment = {
  // The watch over exposed projects would call the vendors too.
  OPENWARD_ROLLOUT_GUARDRAIL_INTERVAL_SECONDS: '3600',
  OPENWARD_OUTBOUND_ALLOWED_PRIVATE_TARGETS: '127.0.0.1:*',
  OPENWARD_GATEWAY_CONNECT_TIMEOUT_MS: '1000',
  OPENWARD_GATEWAY_FIRST_BYTE_TIMEOUT_MS: '400',
  OPENWARD_GATEWAY_IDLE_TIMEOUT_MS: '400',
  OPENWARD_GATEWAY_SHADOW_TIMEOUT_MS: '300',
  OPENWARD_GATEWAY_SHADOW_CONCURRENCY_MAX: '2',
};

/** Waits for what happens after an answer has gone out. Gives up before the test runner does, and says so. */
export async function until(isDone: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    if (await isDone()) {
      return;
    }
    await new Promise((done) => setTimeout(done, 5));
  }
  throw new Error('what the test waits for did not happen');
}

export class GatewayUnderTest {
  private revision = 0;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly metrics: Metrics,
    readonly origin: string,
    readonly incumbent: FakeUpstream,
    readonly candidate: FakeUpstream,
  ) {}

  static async start(): Promise<GatewayUnderTest> {
    const database = openDatabase({ url: null, file: ':memory:', connectionsMax: 1 });
    await migrate(database, allMigrations);
    const { configuration } = loadConfiguration(environment);
    const metrics = new Metrics();
    const module = await Test.createTestingModule({
      imports: [
        TelemetryModule.with(new Log('silent'), metrics),
        ConfigurationModule.with(configuration, loadPolicies(configuration.policies.directory)),
        DatabaseModule.with(database),
        AuthModule,
        JobsModule,
        GatewayModule,
      ],
    }).compile();
    const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    app.useGlobalFilters(new RefusedFilter(app.get(Log)));
    keepGatewayBodiesRaw(app.getHttpAdapter().getInstance(), bodyLimitBytes);
    await app.listen(0, '127.0.0.1');
    const vendors = [await FakeUpstream.start(), await FakeUpstream.start()] as const;
    const under = new GatewayUnderTest(app, metrics, (await app.getUrl()).replace('[::1]', '127.0.0.1'), ...vendors);
    await under.putVendors();
    return under;
  }

  get baseUrl(): string {
    return `${this.origin}/p/${projectId}/v1`;
  }

  async stop(): Promise<void> {
    await Promise.all([this.incumbent.stop(), this.candidate.stop()]);
    await this.app.close();
  }

  async token(role: Role, projects: 'all' | string[] = 'all'): Promise<string> {
    const wanted = { name: role, person: role, role, projects, expiresInDays: 1 };
    return (await this.app.get(TokensService, { strict: false }).create(wanted, 'test')).text;
  }

  /** Changes the traffic plan, as a step of the project does. */
  async plan(changes: Partial<RoutePlan>): Promise<void> {
    this.revision += 1;
    const plan: RoutePlan = {
      projectId,
      revision: this.revision,
      attempt: 1,
      mode: 'incumbent',
      weightPercent: 0,
      incumbent: { vendor: 'incumbent', model: incumbentModel },
      candidate: { vendor: 'candidate', model: candidateModel },
      captureShare: 1,
      captureBodies: true,
      guardrails: null,
      stepEnteredAt: 0,
      updatedAt: this.revision,
      ...changes,
    };
    await this.app.get(Database, { strict: false }).transaction((within) => writeRoutePlan(within, plan));
  }

  /** How many exchanges are stored, once everything that waited has been written. */
  async soFar(): Promise<number> {
    return (await this.summaries()).length;
  }

  /** The exchanges after the first `total`, oldest first, waiting until there are so many. */
  async exchangesFrom(total: number, count = 1): Promise<Exchange[]> {
    await until(async () => (await this.soFar()) >= total + count);
    const store = this.app.get(ExchangeStore, { strict: false });
    const ids = (await this.summaries()).map((one) => one.id).slice(total);
    return (await Promise.all(ids.map((id) => store.find(projectId, id)))).flatMap((one) => one ?? []);
  }

  private async summaries(): Promise<ExchangeSummary[]> {
    await this.app.get(CaptureQueue).flush();
    const store = this.app.get(ExchangeStore, { strict: false });
    const all: ExchangeSummary[] = [];
    let after: string | null = null;
    do {
      const page: ExchangePage = await store.list({ projectId, after, limit: 200 });
      all.push(...page.exchanges);
      after = page.next;
    } while (after !== null);
    return all.reverse();
  }

  private async putVendors(): Promise<void> {
    const store = this.app.get(VendorStore, { strict: false });
    process.env.FAKE_VENDOR_KEY = 'sk-vendor-secret';
    const prices = {
      usdPerMillionInputTokens: '1',
      usdPerMillionCachedInputTokens: null,
      usdPerMillionOutputTokens: '2',
    };
    const vendor = (name: string, baseUrl: string, model: string) => ({
      name,
      baseUrl,
      dialect: 'openai' as const,
      apiKeyRef: 'env:FAKE_VENDOR_KEY',
      models: [{ name: model, ...prices }],
    });
    await store.put(vendor('incumbent', this.incumbent.baseUrl, incumbentModel), 'test');
    await store.put(vendor('candidate', this.candidate.baseUrl, candidateModel), 'test');
  }
}
