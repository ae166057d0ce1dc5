// The rooms that take uploads, on a real port over a store in memory, with one project and one lead.
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
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
import { validationPipe } from '../../src/platform/http/validation.hook.js';
import { JobsModule } from '../../src/platform/jobs/jobs.module.js';
import { Log } from '../../src/platform/telemetry/log.client.js';
import { Metrics } from '../../src/platform/telemetry/metrics.client.js';
import { TelemetryModule } from '../../src/platform/telemetry/telemetry.module.js';
import { ReadinessModule } from '../../src/readiness/readiness.module.js';
import { keepImportBodiesStreaming } from '../../src/readiness/uploads/import-body.hook.js';

export const projectId = 'prj_imports';

export interface Answer {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: the body is whatever the route answers
  readonly body: any;
}

export interface UploadingService {
  readonly app: NestFastifyApplication;
  readonly origin: string;
  readonly token: string;
  /** @param path below /v1 */
  ask(path: string, init?: RequestInit): Promise<Answer>;
  upload(query: string, body: string | Uint8Array, headers?: string | Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

async function addProject(database: Database): Promise<void> {
  const texts = ['name', 'owner', 'stage', 'document', 'snapshot', 'machine_id', 'head_hash', 'status_body'];
  const numbers = ['machine_version', 'version', 'created_at', 'updated_at', 'stage_entered_at'];
  const row = {
    id: projectId,
    ...Object.fromEntries([...texts.map((name) => [name, 'x']), ...numbers.map((name) => [name, 1])]),
  };
  await database.of<{ projects: Record<string, unknown> }>().insertInto('projects').values(row).execute();
}

async function start(): Promise<NestFastifyApplication> {
  const database = openDatabase({ url: null, file: ':memory:', connectionsMax: 1 });
  await migrate(database, allMigrations);
  await addProject(database);
  const { configuration } = loadConfiguration({});
  const module = await Test.createTestingModule({
    imports: [
      TelemetryModule.with(new Log('silent'), new Metrics()),
      ConfigurationModule.with(configuration, loadPolicies(configuration.policies.directory)),
      DatabaseModule.with(database),
      AuthModule,
      JobsModule,
      ReadinessModule,
    ],
  }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter({ bodyLimit: 1_000 }));
  app.useGlobalFilters(new RefusedFilter(app.get(Log)));
  app.useGlobalPipes(validationPipe());
  keepImportBodiesStreaming(app.getHttpAdapter().getInstance());
  await app.listen(0, '127.0.0.1');
  return app;
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

export async function uploadingService(): Promise<UploadingService> {
  const app = await start();
  const { port } = app.getHttpServer().address() as { port: number };
  const origin = `http://127.0.0.1:${port}`;
  const wanted = { name: 'lead', person: 'ada', role: 'lead', projects: 'all', expiresInDays: 1 } as const;
  const token = (await app.get(TokensService, { strict: false }).create(wanted, 'test')).text;
  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const headers = { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) };
    const answer = await fetch(`${origin}/v1/${path}`, { ...init, headers });
    const text = await answer.text();
    return { status: answer.status, text, body: bodyOf(text) };
  };
  return {
    app,
    origin,
    token,
    ask,
    upload: (query, body, headers = 'text/csv') =>
      ask(`projects/${projectId}/imports?${query}`, {
        method: 'POST',
        body: body as string,
        headers: typeof headers === 'string' ? { 'content-type': headers } : headers,
      }),
    close: () => app.close(),
  };
}
