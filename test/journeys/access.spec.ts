// Who gets in: every operation of the API document, with no token, with a wrong one, and with one that is out of scope.
import type { Answered, Caller } from '../../src/terminal/openward-api.client.js';
import { aCreateRequest } from '../builders/a-create-request.js';
import { type Service, startService } from '../harness/built-service.js';

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly id: string;
  readonly roles: readonly string[];
}

describe('access', () => {
  let service: Service;
  let document: Answered;
  let operations: Operation[];

  beforeAll(async () => {
    service = await startService({ engine: 'sqlite' });
    document = await (await fetch(`${service.doors[0]}/openapi.json`)).json();
    operations = Object.entries<Record<string, Answered>>(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]) => ({
        method: method.toUpperCase(),
        path,
        id: one.operationId,
        roles: one['x-roles'],
      })),
    );
  }, 60_000);

  afterAll(() => service.stop(), 30_000);

  const fill = (path: string) =>
    path.replaceAll('{projectId}', 'prj_01kc0000000000000000000000').replace(/\{\w+\}/g, 'x');
  const ask = ({ method, path }: Operation, headers: Record<string, string>) =>
    fetch(`${service.doors[0]}${fill(path)}`, { method, headers, redirect: 'manual' });

  it('is described: every operation has an id of its own and says who may call it', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(operations.length).toBeGreaterThan(50);
    expect(new Set(operations.map((one) => one.id)).size).toBe(operations.length);
    expect(operations.filter((one) => !Array.isArray(one.roles) || one.roles.length === 0)).toEqual([]);
  });

  it('is denied everywhere without a token, and with one that is none, but for what is open', async () => {
    for (const operation of operations) {
      const expected = operation.roles.includes('anonymous');
      for (const headers of [{}, { authorization: 'Bearer owd_nonsense' }]) {
        const answer = await ask(operation, headers as Record<string, string>);
        await answer.arrayBuffer();
        expect([operation.id, answer.status === 401]).toEqual([operation.id, !expected]);
      }
    }
  });

  it('is denied to every role that an operation does not list', async () => {
    for (const role of ['viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service']) {
      const token = ((await service.person(`some-${role}`, role)) as unknown as { token: string }).token;
      for (const operation of operations.filter(
        (one) => !one.roles.includes('anonymous') && !one.roles.includes(role),
      )) {
        const answer = await ask(operation, { authorization: `Bearer ${token}` });
        await answer.arrayBuffer();
        expect([role, operation.id, answer.status]).toEqual([role, operation.id, 403]);
      }
    }
  }, 60_000);

  it('tells nobody that a project exists which the token may not see', async () => {
    const lead = await service.person('ada', 'lead');
    const project = await lead.call('/v1/projects', { body: aCreateRequest() });
    const stranger: Caller = await service.person('eve', 'lead', ['prj_01kc0000000000000000000009']);
    const hidden = await stranger.respond(`/v1/projects/${project.id}`);
    const missing = await stranger.respond('/v1/projects/prj_01kc0000000000000000000008');
    const body = async (answer: Response) => ({ ...((await answer.json()) as object), instance: null });
    expect([hidden.status, await body(hidden)]).toEqual([missing.status, await body(missing)]);
    expect(hidden.status).toBe(404);
    expect((await stranger.call('/v1/projects')).projects).toEqual([]);
    expect((await stranger.call('/v1/status')).projects).toEqual([]);
  });

  it('ends within a second of a revocation', async () => {
    const made = await service.admin.call('/v1/tokens', { body: { name: 'lost', person: 'bob', role: 'viewer' } });
    const holder = service.admin.as(made.token);
    expect((await holder.respond('/v1/me')).status).toBe(200);
    await service.admin.respond(`/v1/tokens/${made.id}`, { method: 'DELETE' });
    expect((await holder.respond('/v1/me')).status).toBe(401);
  });

  it('leads nowhere outside the document', async () => {
    for (const path of ['/v1', '/v1/nothing', '/admin', '/.env', '/metrics/', '/v1/projects/x/commands/destroy']) {
      const answer = await service.admin.respond(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.json()).toMatchObject({ type: '/problems/not-found' });
    }
  });

  it('leaves no token in what the service writes down', async () => {
    const { tokens } = await service.admin.call('/v1/tokens');
    expect(JSON.stringify(tokens)).not.toMatch(/owd_/);
  });

  it('refuses a second process on the same embedded store, and says what to do', async () => {
    const { spawnSync } = await import('node:child_process');
    const { join } = await import('node:path');
    const folder = service.processes[0]?.folder ?? '';
    const second = spawnSync(process.execPath, [join(import.meta.dirname, '../../dist/main.js')], {
      env: { ...process.env, OPENWARD_DATA_DIRECTORY: folder, PORT: '0' },
      encoding: 'utf8',
    });
    expect(second.status).toBe(75);
    expect(second.stderr).toContain('another process is using');
  }, 30_000);
});
