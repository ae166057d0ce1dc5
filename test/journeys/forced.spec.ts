// A project whose incumbent is gone: gpt-4 was shut down on 2026-10-23. It opens in forced mode, says why everywhere, will not
// be retained, and goes on otherwise.
import { type Answered, type Caller, until } from '../../src/terminal/openward-api.client.js';
import { aCreateRequest } from '../builders/a-create-request.js';
import { engines, type Service, startService } from '../harness/built-service.js';

const patienceMs = 30_000;
const because = 'gpt-4 was shut down on 2026-10-23; leaving takes 180 days.';

describe.each(engines)('a project on a model that has ended, on %s', (engine) => {
  let service: Service;
  let lead: Caller;
  let approver: Caller;
  let projectId: string;
  let created: Answered;

  beforeAll(async () => {
    service = await startService({ engine });
    lead = await service.person('ada', 'lead');
    approver = await service.person('grace', 'approver');
    const body = aCreateRequest({ policy: 'fast', incumbent: { vendor: 'openai', model: 'gpt-4' } });
    created = await lead.call('/v1/projects', { body });
    projectId = created.id;
  }, 60_000);

  afterAll(() => service.stop(), 30_000);

  const status = (): Promise<Answered> => lead.call(`/v1/projects/${projectId}/status`);

  it('opens in forced mode and says why, in the answer, the status, the board and the feed', async () => {
    expect(created.forced).toMatchObject({ because, shutdownOn: '2026-10-23', leadTimeDays: 180 });
    expect(created.forced.daysLeft).toBeLessThan(0);
    expect(created.forced.replacements.length).toBeGreaterThan(0);
    expect((await status()).forced).toMatchObject({ because });
    const { projects } = await lead.call('/v1/status');
    expect(projects).toMatchObject([{ id: projectId, forced: { shutdownOn: '2026-10-23' } }]);
    const { events } = await lead.call('/v1/events');
    expect(events[0]).toMatchObject({ type: 'project.created', forced: { shutdownOn: '2026-10-23' } });
  });

  it('shows its lock-in as soon as it is measured, under another ETag and no other version', async () => {
    const tied = await until('the lock-in', patienceMs, async () => {
      const answer = await lead.respond(`/v1/projects/${projectId}/status`);
      const body = (await answer.json()) as Answered;
      return body.lockIn === null ? null : { body, etag: answer.headers.get('etag') ?? '' };
    });
    expect(tied.body).toMatchObject({ version: 1, lockIn: { band: null, isTrend: false } });
    expect(tied.body.lockIn.score).toBeGreaterThanOrEqual(75);
    expect(tied.body.lockIn.daysToShutdown).toBeLessThan(0);
    expect(tied.etag).toMatch(/^"v1\.\d+"$/);
    const headers = { 'if-none-match': tied.etag };
    expect((await lead.respond(`/v1/projects/${projectId}/status`, { headers })).status).toBe(304);
  });

  it('takes a command on the ETag that a poll gave', async () => {
    const { headers } = await lead.respond(`/v1/projects/${projectId}/status`);
    const sent = { 'if-match': headers.get('etag') ?? '', 'idempotency-key': crypto.randomUUID() };
    const asked = await lead.call(`/v1/projects/${projectId}/commands/advance`, { body: {}, headers: sent });
    expect(asked.gateRun).toMatchObject({ gate: 'intake', outcome: 'pass' });
    const run = await lead.call(`/v1/projects/${projectId}/gate-runs/${asked.gateRun.id}`);
    const shown = run.criteria.find((one: Answered) => one.id === 'lock-in-is-bearable');
    expect(shown).toMatchObject({ role: 'signal' });
    expect(shown.text).toContain(because);
    const { id: gateRunId, evidenceDigest } = asked.gateRun;
    await approver.command(projectId, 'approve', { gateRunId, evidenceDigest });
  });

  it('is not retained: there is nothing left to retain', async () => {
    const said = { choice: 'retain', reason: 'We like it.' };
    await expect(lead.command(projectId, 'decide', said)).rejects.toThrow(/409: There is nothing to retain/);
    expect(await status()).toMatchObject({ stage: 'deciding' });
  });

  it('migrates on what is imported', async () => {
    await lead.command(projectId, 'decide', { choice: 'migrate' });
    const content = Buffer.from('text,label\n"Where is my card?",card_arrival\n');
    const path = `/v1/projects/${projectId}/imports?split=train&fileName=kept.csv`;
    const taken = await lead.call(path, { raw: { content, contentType: 'text/csv' } });
    expect(taken).toMatchObject({ accepted: 1 });
    expect(await status()).toMatchObject({ stage: 'collecting', forced: { because } });
  });

  it('is forced no more once another incumbent is named', async () => {
    const body = aCreateRequest({ incumbent: { vendor: 'openai', model: 'gpt-4' } });
    const { id } = await lead.call('/v1/projects', { body });
    const headers = { 'if-match': '"v1"' };
    const moved = { incumbent: { vendor: 'closed', model: 'closed-1' } };
    const edited = await lead.call(`/v1/projects/${id}`, { method: 'PATCH', body: moved, headers });
    expect(edited).toMatchObject({ version: 2, forced: null });
    expect(await lead.call(`/v1/projects/${id}/status`)).toMatchObject({ version: 2, forced: null });
  });
});
