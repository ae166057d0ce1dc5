// A candidate that is served elsewhere begins to fail while it answers a part of the calls: the traffic goes back to the
// incumbent by itself. On the way there: gates that were overridden, and an override that was not allowed.
import { freePort } from '../../src/terminal/bench/bench-tools.client.js';
import { demoPhrases } from '../../src/terminal/demo/demo-phrases.js';
import { DemoTraffic } from '../../src/terminal/demo/demo-traffic.client.js';
import { StandInVendor, standInModel } from '../../src/terminal/demo/stand-in-vendor.client.js';
import { type Caller, until } from '../../src/terminal/openward-api.client.js';
import { aCreateRequest } from '../builders/a-create-request.js';
import { declaredPlan, declaredRights } from '../builders/declared-rights.js';
import { type Service, startService } from '../harness/built-service.js';

const patienceMs = 40_000;

describe('a guardrail', () => {
  const rows = demoPhrases(900, 3);
  let service: Service;
  let lead: Caller;
  let approver: Caller;
  let risk: Caller;
  let incumbent: StandInVendor;
  let candidate: StandInVendor;
  let projectId: string;
  let traffic: DemoTraffic;

  beforeAll(async () => {
    service = await startService({ engine: 'sqlite' });
    lead = await service.person('ada', 'lead');
    approver = await service.person('grace', 'approver');
    risk = await service.person('rosa', 'risk-owner');
    const app = await service.person('shop', 'service');
    const [incumbentPort, candidatePort] = [await freePort(), await freePort()];
    incumbent = await StandInVendor.listen(rows, incumbentPort);
    candidate = await StandInVendor.listen(rows, candidatePort);
    for (const [name, port] of [
      ['closed', incumbentPort],
      ['open', candidatePort],
    ]) {
      await service.admin.call(`/v1/vendors/${name}`, {
        method: 'PUT',
        body: { baseUrl: `http://127.0.0.1:${port}/v1` },
      });
    }
    const models = {
      incumbent: { vendor: 'closed', model: standInModel },
      candidate: { vendor: 'open', model: 'meta-llama/Llama-2-7b-chat-hf' },
    };
    projectId = (await lead.call('/v1/projects', { body: aCreateRequest({ policy: 'fast', ...models }) })).id;
    const plan = { ...declaredPlan('closed'), recipe: 'trl-lora' };
    await lead.call(`/v1/projects/${projectId}/data-plan`, { method: 'PUT', body: plan });
    traffic = new DemoTraffic(
      app,
      rows.map((row) => row.text),
      standInModel,
    );
  }, 60_000);

  afterAll(async () => {
    await service.stop();
    await incumbent.close();
    await candidate.close().catch(() => undefined);
  }, 30_000);

  const status = () => lead.call(`/v1/projects/${projectId}/status`);
  const command = (who: Caller, name: string, body?: Record<string, unknown>) => who.command(projectId, name, body);

  async function pass(): Promise<void> {
    const { gateRun } = await command(lead, 'advance');
    expect(gateRun.outcome).toBe('pass');
    if (gateRun.approvalsRequired > 0) {
      await command(approver, 'approve', { gateRunId: gateRun.id, evidenceDigest: gateRun.evidenceDigest });
    }
  }

  async function upload(split: string, part: typeof rows): Promise<void> {
    const content = Buffer.from(
      ['text,label', ...part.map(({ text, label }) => `"${text.replaceAll('"', '""')}",${label}`)].join('\n'),
    );
    const path = `/v1/projects/${projectId}/imports?split=${split}&fileName=${split}.csv&${declaredRights}`;
    await lead.call(path, { raw: { content, contentType: 'text/csv' } });
  }

  it('is reached through gates of which one is overridden by who may, with reason and ticket', async () => {
    await pass();
    await command(lead, 'decide', { choice: 'migrate' });
    await upload('train', rows.slice(0, 700));
    await upload('holdout', rows.slice(700));
    const measure = () => lead.call(`/v1/projects/${projectId}/readiness-reports`, { method: 'POST' });
    await measure();
    // Llama 2 hands out its weights under duties: a named person has to accept them before anything is tuned.
    expect((await command(lead, 'advance')).gateRun.outcome).not.toBe('pass');
    const source = 'model:meta-llama/Llama-2-7b-chat-hf';
    const signed = { source, reason: 'Notice file and name are in the build; far below 700 million users.' };
    await approver.call(`/v1/projects/${projectId}/rights-acknowledgements`, { body: signed });
    await measure();
    // New evidence has the closed gate judged again, and now it opens.
    await until('the gate to open', patienceMs, async () => ((await status()).stage === 'tuning' ? true : null));
    await until('the candidate to be found', patienceMs, async () => ((await status()).job === null ? true : null));
    const closed = await command(lead, 'advance');
    // Nobody here trained it, so nobody here knows on what: that is not a pass.
    expect(closed.gateRun).toMatchObject({ gate: 'candidate-exists', outcome: 'inconclusive' });
    const said = { reason: 'Trained by the research group on the same data.', ticket: 'RISK-7' };
    await expect(command(lead, 'override', said)).rejects.toThrow(/403/);
    expect((await command(risk, 'override', said)).stage).toBe('evaluating');
    const { approvals } = await lead.call(`/v1/projects/${projectId}/approvals?limit=1`);
    expect(approvals[0]).toMatchObject({ decision: 'overridden', person: 'rosa' });
  }, 120_000);

  it('takes the traffic back to the incumbent by itself when the candidate begins to fail', async () => {
    await until('the comparison', patienceMs, async () => ((await status()).job === null ? true : null));
    await pass();
    expect(await status()).toMatchObject({ stage: 'cutover', step: 'shadow', guardrail: 'armed' });
    await traffic.send(projectId, 80);
    await until('the shadow pairs', patienceMs, async () => {
      const { gateRun, stage } = await command(lead, 'advance').catch(() => ({ gateRun: null, stage: null }));
      return gateRun?.outcome === 'pass' || stage === null ? true : null;
    });
    await until('the canary', patienceMs, async () => ((await status()).step === 'canary' ? true : null));
    const quiet = await traffic.send(projectId, 60);
    expect(quiet.byArm.candidate).toBeGreaterThan(0);
    await candidate.close();
    const rescued = await traffic.send(projectId, 400);
    // Users notice nothing: what the candidate fails, the incumbent answers.
    expect(rescued.failed).toBe(0);
    await until('the guardrail to trip', patienceMs, async () =>
      (await status()).stage === 'rolledBack' ? true : null,
    );
    expect(await status()).toMatchObject({
      traffic: { mode: 'incumbent', candidateWeightPercent: 0 },
      guardrail: 'tripped',
      health: 'off-track',
    });
    const after = await traffic.send(projectId, 40);
    expect(after).toMatchObject({ failed: 0, byArm: { incumbent: 40 } });
    const { entries } = await lead.call(`/v1/projects/${projectId}/history?limit=1000`);
    const breaches = entries.filter(
      (one: { event: { name: string } }) => one.event.name === 'happening.guardrail-breached',
    );
    expect(breaches).toHaveLength(1);
    expect(breaches[0].event).toMatchObject({ actor: { person: 'system' }, details: { guardrail: 'error-rate' } });
  }, 120_000);

  it('lets a new attempt begin in shadow, and an ended project take no command', async () => {
    const again = await command(lead, 'rollback', { reason: 'It is back already.' });
    expect(again.stage).toBe('rolledBack');
    expect((await command(lead, 'retry')).stagePath).toMatch(/^cutover\.shadow/);
    expect((await status()).attempt).toBe(2);
    expect((await command(lead, 'rollback', { reason: 'Enough.' })).traffic.mode).toBe('incumbent');
    expect((await command(lead, 'abort', { reason: 'The candidate is gone.' })).stage).toBe('aborted');
    expect((await status()).acceptedCommands).toEqual([]);
    await expect(command(lead, 'advance')).rejects.toThrow(/409/);
  }, 60_000);
});
