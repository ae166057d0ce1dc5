// Uploads over a real port: streamed, counted, faulty rows named, broken off and taken up again.
import { request as httpRequest } from 'node:http';
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
import { keepImportBodiesStreaming } from '../../src/readiness/import-body.hook.js';
import { ReadinessModule } from '../../src/readiness/readiness.module.js';

const projectId = 'prj_imports';

async function addProject(database: Database): Promise<void> {
  const texts = ['name', 'owner', 'stage', 'document', 'snapshot', 'machine_id', 'head_hash', 'status_body'];
  const numbers = ['machine_version', 'version', 'created_at', 'updated_at', 'stage_entered_at'];
  const row = {
    id: projectId,
    ...Object.fromEntries([...texts.map((name) => [name, 'x']), ...numbers.map((name) => [name, 1])]),
  };
  await database.of<{ projects: Record<string, unknown> }>().insertInto('projects').values(row).execute();
}

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the body is whatever the route answers
  readonly body: any;
}

describe('uploading rows', () => {
  let app: NestFastifyApplication;
  let origin: string;
  let token: string;

  beforeAll(async () => {
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
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter({ bodyLimit: 1_000 }));
    app.useGlobalFilters(new RefusedFilter(app.get(Log)));
    app.useGlobalPipes(validationPipe());
    keepImportBodiesStreaming(app.getHttpAdapter().getInstance());
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as { port: number };
    origin = `http://127.0.0.1:${port}`;
    const wanted = { name: 'lead', person: 'ada', role: 'lead', projects: 'all', expiresInDays: 1 } as const;
    token = (await app.get(TokensService, { strict: false }).create(wanted, 'test')).text;
  }, 60_000);

  afterAll(() => app.close());

  async function ask(path: string, body?: string | Buffer, type = 'text/csv'): Promise<Answer> {
    const headers = { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': type }) };
    const answer = await fetch(`${origin}/v1/${path}`, {
      headers,
      ...(body !== undefined && { method: 'POST', body: body as string }),
    });
    return { status: answer.status, body: await answer.json() };
  }

  const upload = (query: string, body: string | Buffer, type?: string) =>
    ask(`projects/${projectId}/imports?${query}`, body, type);

  it('keeps the good rows, names the bad ones, and adds nothing the second time', async () => {
    const file = 'text,label\nwhere is my card,arrival\n,arrival\n"broken" row,arrival\nwhere is my card,arrival\n';
    const first = await upload('split=train&fileName=small.csv', file);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      fileName: 'small.csv',
      split: 'train',
      state: 'done',
      total: 4,
      accepted: 1,
      rejected: 2,
      duplicates: 1,
      faults: [
        { line: 3, byteOffset: 36, field: 'text', code: 'msg.content-empty' },
        { line: 4, byteOffset: 45, field: '', code: 'row.csv' },
      ],
    });
    expect((await upload('split=train&fileName=small.csv', file)).body).toMatchObject({ accepted: 0, duplicates: 2 });
    const { body } = await ask(`projects/${projectId}/imports/${first.body.id}/faults?limit=1`);
    expect(body.faults).toHaveLength(1);
    const rest = await ask(`projects/${projectId}/imports/${first.body.id}/faults?limit=1&after=${body.next}`);
    expect(rest.body.faults[0].line).toBe(4);
  });

  it('takes more than the limit of other bodies, and chats too', async () => {
    const lines = Array.from({ length: 3_000 }, (_, at) =>
      JSON.stringify({
        messages: [
          { role: 'user', content: `question ${at}` },
          { role: 'assistant', content: 'yes' },
        ],
      }),
    );
    const { body } = await upload('fileName=chats.jsonl', lines.join('\n'), 'application/x-ndjson; charset=utf-8');
    expect(body).toMatchObject({ format: 'chat', split: 'auto', total: 3_000, accepted: 3_000 });
    const again = await upload('fileName=chats.jsonl', lines.join('\r\n'), 'application/jsonl');
    expect(again.body).toMatchObject({ accepted: 0, duplicates: 3_000 });
  });

  it.each([
    ['a file without the columns', 'a,b\n1,2\n', 'text/csv', 400],
    ['an empty file', '', 'text/csv', 400],
    ['a UTF-16 file', Buffer.from('\ufefftext,label\n', 'utf16le'), 'text/csv', 400],
    ['another type', '{}', 'application/json', 415],
    ['another encoding', 'text,label\na,b\n', 'text/csv; charset=latin1', 415],
  ])('refuses %s', async (_name, body, type, status) => {
    expect((await upload('split=train', body, type)).status).toBe(status);
  });

  it('refuses a split that is none, and a project that is not there', async () => {
    expect((await upload('split=test', 'text,label\na,b\n')).status).toBe(400);
    expect((await ask('projects/prj_nobody/imports', 'text,label\na,b\n')).status).toBe(404);
  });

  it('marks an upload that broke off as failed, and completes it when it comes again', async () => {
    const rows = Array.from({ length: 4_000 }, (_, at) => `broken off ${at},x\n`);
    const half = ['text,label\n', ...rows.slice(0, 2_000)].join('');
    await new Promise<void>((resolve) => {
      const sending = httpRequest(`${origin}/v1/projects/${projectId}/imports?split=train&fileName=cut.csv`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'text/csv',
          'content-length': String(half.length * 2),
        },
      });
      sending.on('error', () => resolve());
      sending.write(half, () => setTimeout(() => sending.destroy(), 300));
    });
    const cut = async () => {
      const { body } = await ask(`projects/${projectId}/imports`);
      return body.imports.find((one: { fileName: string }) => one.fileName === 'cut.csv');
    };
    for (let tries = 0; tries < 100 && (await cut()).state === 'running'; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await cut()).toMatchObject({ state: 'failed', problem: expect.stringContaining('interrupted') });
    const before = (await cut()).accepted;
    const { body } = await upload('split=train&fileName=cut.csv', `text,label\n${rows.join('')}`);
    expect(body).toMatchObject({ state: 'done', total: 4_000, duplicates: before, accepted: 4_000 - before });
  });

  it('publishes the catalogue of checks', async () => {
    const { body } = await ask('readiness/checks');
    expect(body.checks.find((check: { id: string }) => check.id === 'L02')).toMatchObject({
      blocking: true,
      warn: '0.01',
      fail: 'policy: leakedHoldoutShareMax',
    });
  });
});
