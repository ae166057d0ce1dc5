// Commands over HTTP: who may, on which version, once per key, and what a refusal says.

import type { Answered, Caller } from '../../src/terminal/openward-api.client.js';
import { aCreateRequest } from '../builders/a-create-request.js';
import { engines, type Service, startService } from '../harness/built-service.js';

describe.each(engines)('commands on %s', (engine) => {
  let service: Service;
  let lead: Caller;
  let approver: Caller;

  beforeAll(async () => {
    service = await startService({ engine, processes: engine === 'postgres' ? 2 : 1 });
    lead = await service.person('ada', 'lead');
    approver = await service.person('grace', 'approver');
  }, 60_000);

  afterAll(() => service.stop(), 30_000);

  async function project(parts: Record<string, unknown> = {}): Promise<string> {
    return (await lead.call('/v1/projects', { body: aCreateRequest(parts) })).id;
  }

  function give(
    caller: Caller,
    projectId: string,
    name: string,
    more: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const { body = {}, headers = {} } = more;
    return caller.respond(`/v1/projects/${projectId}/commands/${name}`, {
      body,
      headers: { 'idempotency-key': crypto.randomUUID(), ...headers },
    });
  }

  const problemOf = async (response: Response): Promise<Answered> => {
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    return response.json();
  };

  it('lets exactly one of fifty concurrent advances on one version through, whichever process they reach', async () => {
    const id = await project();
    const doors = service.doors.map(
      (url) =>
        new (lead.constructor as new (url: string, token: string) => Caller)(
          url,
          (lead as unknown as { token: string }).token,
        ),
    );
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        give(doors[at % doors.length] ?? lead, id, 'advance', { headers: { 'if-match': '"v1"' } }),
      ),
    );
    const statuses = answers.map((one) => one.status).sort();
    expect(statuses.filter((status) => status === 202)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(49);
    expect(await lead.call(`/v1/projects/${id}`)).toMatchObject({ version: 2 });
    expect((await lead.call(`/v1/projects/${id}/history`)).entries).toHaveLength(2);
    expect((await lead.call(`/v1/projects/${id}/gate-runs`)).gateRuns).toHaveLength(1);
  });

  it('asks for the version that was looked at, and names the one there is', async () => {
    const id = await project();
    const missing = await give(lead, id, 'advance');
    expect(missing.status).toBe(428);
    const stale = await give(lead, id, 'advance', { headers: { 'if-match': '"v7"' } });
    expect(stale.status).toBe(412);
    expect(stale.headers.get('etag')).toBe('"v1"');
    expect(await problemOf(stale)).toMatchObject({ type: '/problems/stale-version', currentVersion: 1 });
  });

  it('asks for a key, and gives the same bytes to every repeat of it', async () => {
    const id = await project();
    const path = `/v1/projects/${id}/commands/advance`;
    const keyless = await lead.respond(path, { body: {}, headers: { 'if-match': '"v1"' } });
    expect([keyless.status, (await problemOf(keyless)).type]).toEqual([400, '/problems/idempotency-key-missing']);
    const headers = { 'if-match': '"v1"', 'idempotency-key': 'the-same-key' };
    const first = await lead.respond(path, { body: {}, headers });
    const repeats = await Promise.all(Array.from({ length: 20 }, () => lead.respond(path, { body: {}, headers })));
    const text = await first.text();
    for (const repeat of repeats) {
      expect([repeat.status, await repeat.text(), repeat.headers.get('idempotent-replayed')]).toEqual([
        first.status,
        text,
        'true',
      ]);
    }
    expect(await lead.call(`/v1/projects/${id}`)).toMatchObject({ version: 2 });
    const other = await lead.respond(path, { body: { reason: 'something else' }, headers });
    expect(other.status).toBe(422);
  });

  it('answers a command out of place with what is accepted, and keeps it on record', async () => {
    const id = await project();
    const answer = await give(lead, id, 'retry', { headers: { 'if-match': '"v1"' } });
    expect(answer.status).toBe(409);
    const problem = await problemOf(answer);
    expect(problem).toMatchObject({ type: '/problems/command-not-accepted' });
    expect(problem.acceptedCommands).toEqual(expect.arrayContaining(['advance', 'pause', 'abort']));
    const { refusedCommands } = await lead.call(`/v1/projects/${id}/refused-commands`);
    expect(refusedCommands[0]).toMatchObject({ command: 'retry', code: 'command-not-accepted', person: 'ada' });
  });

  it('says with numbers what keeps a gate closed', async () => {
    const id = await project();
    const asked = await lead.command(id, 'advance');
    const { id: gateRunId, evidenceDigest } = asked.gateRun;
    await approver.command(id, 'approve', { gateRunId, evidenceDigest });
    await lead.command(id, 'decide', { choice: 'migrate' });
    const closed = await lead.command(id, 'advance');
    expect(closed.gateRun).toMatchObject({ gate: 'data-ready', outcome: 'inconclusive' });
    expect(closed.blockers.length).toBeGreaterThan(0);
    expect(closed.blockers[0]).toMatchObject({ text: expect.any(String), remedy: expect.any(String) });
    expect(await lead.call(`/v1/projects/${id}/status`)).toMatchObject({ stage: 'collecting', health: 'at-risk' });
  });

  it('refuses an approval of other evidence, from who asked for the gate, and from a role that may not', async () => {
    const id = await project();
    const { gateRun } = await lead.command(id, 'advance');
    const body = { gateRunId: gateRun.id, evidenceDigest: gateRun.evidenceDigest };
    const headers = { 'if-match': '"v2"' };
    const byRole = await give(lead, id, 'approve', { body, headers });
    expect(byRole.status).toBe(403);
    const adaApproves = await service.person('ada', 'approver');
    const bySelf = await give(adaApproves, id, 'approve', { body, headers });
    expect([bySelf.status, (await problemOf(bySelf)).type]).toEqual([403, '/problems/forbidden']);
    const other = await give(approver, id, 'approve', {
      body: { ...body, evidenceDigest: `sha256:${'0'.repeat(64)}` },
      headers,
    });
    expect([other.status, (await problemOf(other)).type]).toEqual([409, '/problems/evidence-changed']);
    expect((await give(approver, id, 'approve', { body, headers })).status).toBe(200);
  });

  it('voids an approval that is pending when new evidence bears on the gate', async () => {
    const id = await project({ policy: 'strict' });
    const { gateRun } = await lead.command(id, 'advance');
    const risk = await service.person('rosa', 'risk-owner');
    await approver.command(id, 'approve', { gateRunId: gateRun.id, evidenceDigest: gateRun.evidenceDigest });
    const again = await lead.call(`/v1/projects/${id}/status`);
    if (again.stage === 'assessing') {
      await risk.command(id, 'approve', { gateRunId: gateRun.id, evidenceDigest: gateRun.evidenceDigest });
    }
    await lead.command(id, 'decide', { choice: 'migrate' });
    const about = {
      blocking: true,
      value: 1,
      unit: 'rows',
      warn: null,
      fail: null,
      text: 'Rows are enough.',
      remedy: 'None.',
    };
    const check = { id: 'V01', outcome: 'pass', ...about };
    const evidence = (usableTrainRows: number) => ({
      kind: 'readiness.report',
      outcome: 'pass',
      measuredAtMs: Date.now() - 1000,
      inputsDigest: `sha256:${'a'.repeat(64)}`,
      methodVersion: 'hand/1',
      value: {
        verdict: 'pass',
        datasetDigest: `sha256:${'a'.repeat(64)}`,
        checks: [check],
        usableTrainRows,
        holdoutRows: 5000,
        missingRows: 0,
      },
    });
    const declarer = await service.person('eve', 'lead');
    await declarer.call(`/v1/projects/${id}/evidence`, { body: evidence(50_000) });
    const waiting = await lead.command(id, 'advance');
    expect(waiting).toMatchObject({ stagePath: 'collecting.awaitingApproval', gateRun: { outcome: 'pass' } });
    await approver.command(id, 'approve', {
      gateRunId: waiting.gateRun.id,
      evidenceDigest: waiting.gateRun.evidenceDigest,
    });
    await declarer.call(`/v1/projects/${id}/evidence`, { body: evidence(1) });
    const status = await lead.call(`/v1/projects/${id}/status`);
    expect(status.gate).toMatchObject({ outcome: 'fail', approvalsGiven: 0 });
    expect(status.gate.gateRunId).not.toBe(waiting.gateRun.id);
  });

  it('takes the safety verbs without a version, and changes no traffic by a pause', async () => {
    const id = await project();
    const paused = await give(lead, id, 'pause', { body: { reason: 'holidays' } });
    expect(paused.status).toBe(200);
    expect(await paused.json()).toMatchObject({
      traffic: { mode: 'incumbent' },
      acceptedCommands: expect.arrayContaining(['resume']),
    });
    const back = await give(lead, id, 'rollback', { body: { reason: 'nothing to roll back' } });
    expect(back.status).toBe(409);
  });

  it('names every faulty field of a bad body at once, and takes no field that it does not know', async () => {
    const bad = {
      ...aCreateRequest({ name: '', criticality: 'huge', stage: 'completed' }),
      task: { kind: 'poetry' },
      incumbent: undefined,
    };
    const answer = await lead.respond('/v1/projects', { body: bad });
    expect(answer.status).toBe(400);
    const { errors } = await problemOf(answer);
    const pointers = new Set(errors.map((one: { pointer: string }) => one.pointer));
    expect([...pointers].sort()).toEqual([
      '/criticality',
      '/incumbent',
      '/name',
      '/stage',
      '/task/description',
      '/task/kind',
    ]);
  });

  it('edits what is not frozen, on the version that was looked at', async () => {
    const id = await project();
    const edit = (body: unknown, version: number) =>
      lead.respond(`/v1/projects/${id}`, { method: 'PATCH', body, headers: { 'if-match': `"v${version}"` } });
    expect(await (await edit({ name: 'Renamed' }, 1)).json()).toMatchObject({ name: 'Renamed', version: 2 });
    expect((await edit({ name: 'Again' }, 1)).status).toBe(412);
    const { gateRun } = await lead.command(id, 'advance');
    await approver.command(id, 'approve', { gateRunId: gateRun.id, evidenceDigest: gateRun.evidenceDigest });
    const { version } = await lead.command(id, 'decide', { choice: 'migrate' });
    const frozen = await edit({ incumbent: { vendor: 'other', model: 'm' } }, version);
    expect([frozen.status, (await problemOf(frozen)).errors]).toEqual([
      409,
      [{ pointer: '/incumbent', reason: 'is frozen in this stage' }],
    ]);
  });
});
