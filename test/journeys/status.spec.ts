// Polling one project and all of them, through the whole service on both engines.
import { engineNames, PolledService, projectIdAt } from './polled-service.js';

const one = projectIdAt(1);
const two = projectIdAt(2);
const perRequest = new Set(['x-request-id', 'date']);

function lasting(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => !perRequest.has(name)));
}

describe.each(engineNames)('polling, on %s', (engine) => {
  let service: PolledService;

  beforeAll(async () => {
    service = await PolledService.start(engine);
    await service.commit(await service.commit(one));
    await service.commit(two);
  }, 60_000);

  afterAll(() => service.stop());

  const status = (id: string, headers: Record<string, string> = {}, token = service.admin) =>
    service.ask(`/v1/projects/${id}/status`, token, headers);

  it('gives a document whose ETag is its version', async () => {
    const answer = await status(one);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ id: one, version: 2, health: null });
    expect(answer.headers.get('etag')).toBe('"v2"');
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    expect(answer.headers.get('vary')).toBe('Authorization, Accept-Encoding');
    expect(answer.headers.get('x-poll-interval')).toBe('10');
    expect(answer.headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{24}$/);
  });

  it.each(['"v2"', 'W/"v2"', '"v1", "v2"', '*'])('answers 304 without a body to If-None-Match: %s', async (tag) => {
    const answer = await status(one, { 'if-none-match': tag });
    expect([answer.status, answer.body, answer.headers.get('etag')]).toEqual([304, '', '"v2"']);
  });

  it.each([{}, { 'if-none-match': '"v2"' }])('answers alike by the short and the long way (%j)', async (headers) => {
    // A query string is beyond the short way.
    const long = await service.ask(`/v1/projects/${one}/status?`, service.admin, headers);
    const short = await status(one, headers);
    expect(lasting(short.headers)).toEqual(lasting(long.headers));
    expect([short.status, short.body]).toEqual([long.status, long.body]);
  });

  it('takes over a request id that the caller brought', async () => {
    const answer = await status(one, { 'x-request-id': 'caller-1234567' });
    expect(answer.headers.get('x-request-id')).toBe('caller-1234567');
  });

  it('gives two tokens that may see the project the same ETag', async () => {
    const { text } = await service.token([one]);
    expect((await status(one, {}, text)).headers.get('etag')).toBe((await status(one)).headers.get('etag'));
  });

  it('does not tell a project out of scope from one that does not exist', async () => {
    const { text } = await service.token([one]);
    await status(one, {}, text);
    const hidden = await status(two, {}, text);
    const absent = await status(projectIdAt(99), {}, text);
    expect([hidden.status, absent.status]).toEqual([404, 404]);
    expect((await status(projectIdAt(99))).status).toBe(404);
  });

  it('never confirms an old version once a newer one was acknowledged', async () => {
    let project = await service.commit(projectIdAt(3));
    for (let round = 0; round < 30; round += 1) {
      const known = `"v${project.version}"`;
      expect((await status(project.id, { 'if-none-match': known })).status).toBe(304);
      project = await service.commit(project);
      const polls = await Promise.all([1, 2, 3].map(() => status(project.id, { 'if-none-match': known })));
      expect(polls.map((answer) => answer.headers.get('etag'))).toEqual(Array(3).fill(`"v${project.version}"`));
    }
  });

  it('tells a change of what is known beside the version by another ETag, and leaves the version', async () => {
    const { id, version } = await service.commit(projectIdAt(6));
    const board = (await service.ask('/v1/status', service.admin)).headers.get('etag') ?? '';
    const lockIn = {
      ...{ day: '2026-11-25', score: 64.6, low: 56.1, high: 70.5, confidence: 0.72, band: 'high' },
      ...{ pointsPer30Days: -2, isTrend: true, daysToShutdown: 57 },
    };
    expect((await status(id, { 'if-none-match': `"v${version}"` })).status).toBe(304);
    await service.keepStanding(id, { forced: null, lockIn });
    const answer = await status(id, { 'if-none-match': `"v${version}"` });
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, `"v${version}.1"`]);
    expect(JSON.parse(answer.body)).toMatchObject({ version, lockIn, forced: null });
    expect((await status(id, { 'if-none-match': `"v${version}.1"` })).status).toBe(304);
    const moved = await service.ask('/v1/status', service.admin, { 'if-none-match': board });
    expect(moved.status).toBe(200);
    expect((JSON.parse(moved.body) as { projects: unknown[] }).projects).toContainEqual(JSON.parse(answer.body));
  });

  it('stops serving a revoked token', async () => {
    const { text, id } = await service.token([one]);
    expect((await status(one, {}, text)).status).toBe(200);
    await service.revoke(id);
    expect((await status(one, {}, text)).status).toBe(401);
  });

  it('shows all projects in one document that changes when any of them does', async () => {
    const before = await service.ask('/v1/status', service.admin);
    const etag = before.headers.get('etag') ?? '';
    const again = await service.ask('/v1/status', service.admin, { 'if-none-match': etag });
    expect([before.status, again.status, again.body]).toEqual([200, 304, '']);
    await service.commit(projectIdAt(4));
    const after = await service.ask('/v1/status', service.admin, { 'if-none-match': etag });
    expect(after.status).toBe(200);
    const { projects } = JSON.parse(after.body) as { projects: { id: string }[] };
    expect(projects.map((project) => project.id)).toContain(projectIdAt(4));
  });

  it('shows a limited token its projects, and does not trouble it with changes of others', async () => {
    const first = await service.token([two, one]);
    const second = await service.token([one, two]);
    const before = await service.ask('/v1/status', first.text);
    const etag = before.headers.get('etag') ?? '';
    const ids = (JSON.parse(before.body) as { projects: { id: string }[] }).projects.map((project) => project.id);
    expect(ids).toEqual([one, two]);
    await service.commit(projectIdAt(5));
    const unchanged = await service.ask('/v1/status', second.text, { 'if-none-match': etag });
    expect(unchanged.status).toBe(304);
  });

  it('filters by stage and owner, and refuses what is no filter', async () => {
    const count = async (query: string) =>
      (JSON.parse((await service.ask(`/v1/status?${query}`, service.admin)).body) as { projects: [] }).projects.length;
    expect(await count('stage=assessing&owner=ada')).toBeGreaterThan(0);
    expect(await count('stage=completed')).toBe(0);
    expect(await count('owner=nobody')).toBe(0);
    expect((await service.ask('/v1/status?colour=red', service.admin)).status).toBe(400);
  });

  it('is read in pages that together show every project once', async () => {
    const seen: string[] = [];
    let path: string | null = '/v1/status?limit=2';
    while (path !== null) {
      const answer = await service.ask(path, service.admin);
      seen.push(...(JSON.parse(answer.body) as { projects: { id: string }[] }).projects.map((project) => project.id));
      path = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? null;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6].map(projectIdAt));
  });
});

describe('polling one of two processes over the same PostgreSQL', () => {
  it('never confirms a version that the other process has replaced', async () => {
    const service = await PolledService.start('PostgreSQL');
    const other = await service.another();
    const { port } = other.app.getHttpServer().address() as { port: number };
    const poll = async (etag: string) => {
      const headers = { authorization: `Bearer ${service.admin}`, 'if-none-match': etag };
      return fetch(`http://127.0.0.1:${port}/v1/projects/${one}/status`, { headers });
    };
    let project = await service.commit(one);
    for (let round = 0; round < 20; round += 1) {
      expect((await poll(`"v${project.version}"`)).status).toBe(304);
      const known = project.version;
      project = await service.commit(project);
      expect((await poll(`"v${known}"`)).headers.get('etag')).toBe(`"v${project.version}"`);
    }
    await other.stop();
    await service.stop();
  }, 60_000);
});
