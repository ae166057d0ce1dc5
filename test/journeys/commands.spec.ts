// Commands over HTTP: who may, on which version, once per key, and what a refusal says.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPhrases, type Phrase } from '../../src/terminal/demo/demo-phrases.js';
import { type Answered, type Caller, until } from '../../src/terminal/openward-api.client.js';
import { aCreateRequest } from '../builders/a-create-request.js';
import { declaredPlan, declaredRights } from '../builders/declared-rights.js';
import { folders } from '../builders/shipped-folders.js';
import { engines, type Service, startService } from '../harness/built-service.js';

/** The shipped policies beside one like `fast`, by which two persons approve the data. */
function policiesWith(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'openward-policies-'));
  cpSync(folders.policies, folder, { recursive: true });
  const fast = readFileSync(join(folder, 'fast.yaml'), 'utf8');
  const twoForData = fast.replace(/data-ready: \{ value: 0/, 'data-ready: { value: 2');
  writeFileSync(join(folder, `${name}.yaml`), twoForData.replace('name: fast', `name: ${name}`));
  return folder;
}

describe.each(engines)('commands on %s', (engine) => {
  let service: Service;
  let lead: Caller;
  let approver: Caller;
  let policies: string;

  beforeAll(async () => {
    policies = policiesWith('careful');
    const environment = { OPENWARD_POLICIES_DIRECTORY: policies };
    service = await startService({ engine, processes: engine === 'postgres' ? 2 : 1, environment });
    lead = await service.person('ada', 'lead');
    approver = await service.person('grace', 'approver');
  }, 60_000);

  afterAll(async () => {
    await service.stop();
    rmSync(policies, { recursive: true, force: true });
  }, 30_000);

  async function project(parts: Record<string, unknown> = {}): Promise<string> {
    return (await lead.call('/v1/projects', { body: aCreateRequest(parts) })).id;
  }

  async function upload(id: string, split: string, rows: readonly Phrase[]): Promise<void> {
    const lines = rows.map(({ text, label }) => `"${text.replaceAll('"', '""')}",${label}`);
    const content = Buffer.from(['text,label', ...lines].join('\n'));
    const path = `/v1/projects/${id}/imports?split=${split}&fileName=${split}.csv&${declaredRights}`;
    await lead.call(path, { raw: { content, contentType: 'text/csv' } });
  }

  async function measured(id: string, reports: number): Promise<void> {
    await lead.call(`/v1/projects/${id}/readiness-reports`, { method: 'POST' });
    await until('the report', 40_000, async () => {
      const { evidence } = await lead.call(`/v1/projects/${id}/evidence?kind=readiness.report`);
      return evidence.length >= reports ? true : null;
    });
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
    const id = await project({ policy: 'careful' });
    const { gateRun } = await lead.command(id, 'advance');
    await approver.command(id, 'approve', { gateRunId: gateRun.id, evidenceDigest: gateRun.evidenceDigest });
    await lead.command(id, 'decide', { choice: 'migrate' });
    await lead.call(`/v1/projects/${id}/data-plan`, { method: 'PUT', body: declaredPlan('closed') });
    const rows = demoPhrases(900, 3);
    await upload(id, 'train', rows.slice(0, 700));
    await upload(id, 'holdout', rows.slice(700));
    await measured(id, 1);
    const waiting = await lead.command(id, 'advance');
    expect(waiting).toMatchObject({ stagePath: 'collecting.awaitingApproval', gateRun: { outcome: 'pass' } });
    await approver.command(id, 'approve', {
      gateRunId: waiting.gateRun.id,
      evidenceDigest: waiting.gateRun.evidenceDigest,
    });
    expect((await lead.call(`/v1/projects/${id}/status`)).gate).toMatchObject({ approvalsGiven: 1 });
    await upload(id, 'train', demoPhrases(40, 17));
    await measured(id, 2);
    const status = await lead.call(`/v1/projects/${id}/status`);
    expect(status.gate).toMatchObject({ approvalsGiven: 0 });
    expect(status.gate.gateRunId).not.toBe(waiting.gateRun.id);
  }, 60_000);

  it('overrides no licence that bars the use, whoever asks; another candidate opens the gate', async () => {
    const candidate = { vendor: 'open', model: 'meta-llama/Llama-2-7b-chat-hf' };
    const id = await project({ candidate, licenceUse: { monthlyUsers: 800_000_000 } });
    const asked = await lead.command(id, 'advance');
    expect(asked.gateRun).toMatchObject({ gate: 'intake', outcome: 'fail' });
    expect(asked.blockers.map((one: Answered) => one.code)).toEqual(['target-licence-fits']);
    const risk = await service.person('rosa', 'risk-owner');
    const said = { reason: 'We will ask for a licence.', ticket: 'RISK-1' };
    await expect(risk.command(id, 'override', said)).rejects.toThrow(/403: No override lifts target-licence-fits/);
    const { version } = await lead.call(`/v1/projects/${id}`);
    const headers = { 'if-match': `"v${version}"` };
    const other = { candidate: { vendor: 'open', model: 'mistralai/Mistral-7B-Instruct-v0.3' } };
    await lead.call(`/v1/projects/${id}`, { method: 'PATCH', body: other, headers });
    expect((await lead.command(id, 'advance')).gateRun).toMatchObject({ gate: 'intake', outcome: 'pass' });
  });

  it('takes a report that somebody brings for no right to train', async () => {
    const id = await project();
    const { gateRun } = await lead.command(id, 'advance');
    await approver.command(id, 'approve', { gateRunId: gateRun.id, evidenceDigest: gateRun.evidenceDigest });
    await lead.command(id, 'decide', { choice: 'migrate' });
    const about = {
      blocking: true,
      value: 0,
      unit: 'rows',
      warn: null,
      fail: null,
      text: 'It is so.',
      remedy: 'None.',
    };
    const checks = ['V01', 'R01', 'R02', 'R03'].map((one) => ({ id: one, outcome: 'pass', ...about }));
    const digest = `sha256:${'a'.repeat(64)}`;
    const counted = { usableTrainRows: 50_000, holdoutRows: 5000, missingRows: 0 };
    const evidence = {
      ...{ kind: 'readiness.report', outcome: 'pass', measuredAtMs: Date.now() - 1000 },
      ...{ inputsDigest: digest, methodVersion: 'hand/1' },
      value: { verdict: 'pass', datasetDigest: digest, checks, ...counted },
    };
    const declarer = await service.person('eve', 'lead');
    await declarer.call(`/v1/projects/${id}/evidence`, { body: evidence });
    const asked = await lead.command(id, 'advance');
    expect(asked.gateRun.outcome).toBe('inconclusive');
    expect(asked.blockers.map((one: Answered) => one.code)).toEqual(['right-to-train']);
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
