// What whoever runs the service relies on: health, metrics, the log, a clean stop, a faulty configuration.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aCreateRequest } from '../builders/a-create-request.js';
import { type Service, startService } from '../harness/built-service.js';

const main = join(import.meta.dirname, '../../dist/main.js');

describe('a running service', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService({ engine: 'sqlite' });
  }, 60_000);

  afterAll(() => service.stop(), 30_000);

  it('is alive and ready for whoever asks, without a token', async () => {
    const [live, ready] = await Promise.all(
      ['live', 'ready'].map((name) => fetch(`${service.doors[0]}/health/${name}`)),
    );
    expect([live?.status, await live?.json()]).toEqual([200, { status: 'ok', store: null }]);
    expect([ready?.status, await ready?.json()]).toEqual([200, { status: 'ok', store: 'ok' }]);
  });

  it('counts what it does, by bounded labels, and shows each project’s stage and weight', async () => {
    const lead = await service.person('ada', 'lead');
    const { id } = await lead.call('/v1/projects', { body: aCreateRequest() });
    await lead.command(id, 'advance');
    const text = await (await lead.respond('/metrics')).text();
    expect(text).toContain('openward_gate_runs_total{gate="intake",outcome="pass"} 1');
    expect(text).toMatch(
      new RegExp(`openward_project_stage_entered_timestamp_seconds\\{project="${id}",stage="assessing"\\} \\d+`),
    );
    expect(text).toContain(`openward_canary_weight_ratio{project="${id}"} 0`);
  });

  it('shows a browser the page at the printed address, and the API reference beside it', async () => {
    const door = await fetch(`${service.doors[0]}/`, { headers: { accept: 'text/html' } });
    expect([door.status, (await door.text()).includes('<title>Openward</title>')]).toEqual([200, true]);
    expect(door.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect((await fetch(`${service.doors[0]}/docs`)).status).toBe(200);
  });

  it('gives every answer an id, the caller’s own where it is a sane one', async () => {
    const own = await fetch(`${service.doors[0]}/health/live`, { headers: { 'x-request-id': 'trace-0123456789' } });
    expect(own.headers.get('x-request-id')).toBe('trace-0123456789');
    const made = await fetch(`${service.doors[0]}/health/live`, { headers: { 'x-request-id': 'no\u00e4' } });
    expect(made.headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{24}$/);
  });

  it('takes a content type without a body for no body', async () => {
    const lead = await service.person('ada', 'lead');
    const { id } = await lead.call('/v1/projects', { body: aCreateRequest() });
    const headers = { 'content-type': 'application/json', 'if-match': '"v1"', 'idempotency-key': 'empty' };
    const answer = await lead.respond(`/v1/projects/${id}/commands/advance`, { method: 'POST', headers });
    expect(answer.status).toBe(202);
  });

  it('refuses a body that is too large or of another type in the same words as everything else', async () => {
    // Little beyond the limit: of much more, the door would close while it is still being sent.
    const large = await service.admin.respond('/v1/projects', { body: { name: 'x'.repeat(1_100_000) } });
    expect([large.status, ((await large.json()) as { type: string }).type]).toEqual([
      413,
      '/problems/payload-too-large',
    ]);
    const xml = await service.admin.respond('/v1/projects', {
      raw: { content: Buffer.from('<a/>'), contentType: 'text/xml' },
    });
    expect([xml.status, ((await xml.json()) as { type: string }).type]).toEqual([
      415,
      '/problems/unsupported-media-type',
    ]);
  });
});

describe('a start', () => {
  const start = (environment: Record<string, string>, ...args: string[]) =>
    spawnSync(process.execPath, [main, ...args], {
      env: { PATH: process.env.PATH ?? '', ...environment },
      encoding: 'utf8',
    });

  it('lists every fault of the configuration at once and starts nothing', () => {
    const { status, stderr } = start({ PORT: 'many', OPENWARD_JOBS_CONCURRENCY: '0', OPENWARD_GATEWAY_NONSENSE: '1' });
    expect(status).toBe(78);
    expect(stderr).toContain('server.port');
    expect(stderr).toContain('jobs.concurrency');
    expect(stderr).toContain('OPENWARD_GATEWAY_NONSENSE');
  });

  it('prints the configuration that holds, from where, and without secrets', () => {
    const environment = {
      DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:5432/openward',
      OPENWARD_JOBS_CONCURRENCY: '9',
    };
    const { status, stdout } = start(environment, '--print-config');
    expect(status).toBe(0);
    expect(stdout).toContain('concurrency: 9');
    expect(stdout).not.toContain('hunter2');
  });

  it('whose port is taken makes no token: the next one shows it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'openward-taken-port-'));
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const environment = { OPENWARD_DATA_DIRECTORY: folder, PORT: String((other.address() as AddressInfo).port) };
    const failed = start(environment);
    other.close();
    await once(other, 'close');
    const second = spawn(process.execPath, [main], { env: { PATH: process.env.PATH ?? '', ...environment } });
    let printed = '';
    for await (const chunk of second.stderr) {
      printed += chunk;
      if (printed.includes('API reference')) {
        second.kill();
      }
    }
    rmSync(folder, { recursive: true, force: true });
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain('EADDRINUSE');
    expect(printed).toMatch(/shown this once:\s+owd_/);
  }, 60_000);
});
