// A project that trained its own candidate, once users see it: a pause holds everything but the guardrail, and one command
// takes all traffic back. On the way there: a comparison that could not be measured, which nobody may override.
import { freePort } from '../../src/terminal/bench/bench-tools.client.js';
import { demoPhrases } from '../../src/terminal/demo/demo-phrases.js';
import { DemoTraffic } from '../../src/terminal/demo/demo-traffic.client.js';
import { StandInVendor, standInModel } from '../../src/terminal/demo/stand-in-vendor.client.js';
import { type Answered, type Caller, until } from '../../src/terminal/openward-api.client.js';
import { aCreateRequest } from '../builders/a-create-request.js';
import { declaredPlan, declaredRights } from '../builders/declared-rights.js';
import { engines, type Service, startService } from '../harness/built-service.js';

const patienceMs = 40_000;

describe.each(engines)('a project on %s whose candidate users see', (engine) => {
  const rows = demoPhrases(800, 21);
  let service: Service;
  let lead: Caller;
  let approver: Caller;
  let risk: Caller;
  let vendor: StandInVendor;
  let vendorPort: number;
  let projectId: string;
  let traffic: DemoTraffic;
  let app: Caller;

  beforeAll(async () => {
    service = await startService({ engine });
    lead = await service.person('ada', 'lead');
    approver = await service.person('grace', 'approver');
    risk = await service.person('rosa', 'risk-owner');
    app = await service.person('shop', 'service');
    vendorPort = await freePort();
    vendor = await StandInVendor.listen(rows, vendorPort);
    const baseUrl = `http://127.0.0.1:${vendorPort}/v1`;
    await service.admin.call('/v1/vendors/closed', { method: 'PUT', body: { baseUrl } });
    const incumbent = { vendor: 'closed', model: standInModel };
    projectId = (await lead.call('/v1/projects', { body: aCreateRequest({ policy: 'fast', incumbent }) })).id;
    const plan = declaredPlan('closed');
    await lead.call(`/v1/projects/${projectId}/data-plan`, { method: 'PUT', body: plan });
    const texts = rows.map((row) => row.text);
    traffic = new DemoTraffic(app, texts, standInModel);
  }, 60_000);

  afterAll(async () => {
    await service.stop();
    await vendor.close().catch(() => undefined);
  }, 30_000);

  const status = () => lead.call(`/v1/projects/${projectId}/status`);
  const command = (who: Caller, name: string, body?: Record<string, unknown>): Promise<Answered> =>
    who.command(projectId, name, body);
  const jobDone = (job: string) => until(job, patienceMs, async () => ((await status()).job === null ? true : null));

  async function pass(): Promise<void> {
    const { gateRun } = await command(lead, 'advance');
    expect(gateRun.outcome).toBe('pass');
    if (gateRun.approvalsRequired > 0) {
      await command(approver, 'approve', { gateRunId: gateRun.id, evidenceDigest: gateRun.evidenceDigest });
    }
  }

  async function upload(split: string, part: typeof rows): Promise<void> {
    const lines = part.map(({ text, label }) => `"${text.replaceAll('"', '""')}",${label}`);
    const content = Buffer.from(['text,label', ...lines].join('\n'));
    const path = `/v1/projects/${projectId}/imports?split=${split}&fileName=${split}.csv&${declaredRights}`;
    await lead.call(path, { raw: { content, contentType: 'text/csv' } });
  }

  /** Sends traffic until the gate has enough of it, and says which gate run that was. */
  function passedWithTraffic(): Promise<Answered> {
    return until('the gate to pass', patienceMs, async () => {
      await traffic.send(projectId, 60);
      const asked = await command(lead, 'advance');
      return asked.gateRun.outcome === 'pass' ? asked : null;
    });
  }

  it('was held up by a comparison that could not be measured, which nobody may override', async () => {
    await pass();
    await command(lead, 'decide', { choice: 'migrate' });
    await upload('train', rows.slice(0, 600));
    await upload('holdout', rows.slice(600));
    await lead.call(`/v1/projects/${projectId}/readiness-reports`, { method: 'POST' });
    await pass();
    await jobDone('the training');
    await vendor.close();
    await pass();
    await jobDone('the comparison');
    const closed = await command(lead, 'advance');
    expect(closed).toMatchObject({ stagePath: 'evaluating.errored', gateRun: { outcome: 'error' } });
    const override = command(risk, 'override', { reason: 'It was good last time.', ticket: 'RISK-9' });
    await expect(override).rejects.toMatchObject({
      status: 409,
      problem: { acceptedCommands: expect.not.arrayContaining(['override']), blockers: expect.any(Array) },
    });
    vendor = await StandInVendor.listen(rows, vendorPort);
    await command(lead, 'retry');
    await jobDone('the comparison');
    await pass();
    expect(await status()).toMatchObject({ stage: 'cutover', step: 'shadow', traffic: { mode: 'shadow' } });
  }, 120_000);

  it('is held by a pause as it is: the split stays, the guardrail stays armed, and an open gate waits', async () => {
    await passedWithTraffic();
    expect(await status()).toMatchObject({ step: 'canary', traffic: { mode: 'split', candidateWeightPercent: 10 } });
    await command(lead, 'pause', { reason: 'The press looks at us.' });
    const asked = await passedWithTraffic();
    expect(asked).toMatchObject({ stagePath: expect.stringMatching(/^cutover\.canary/) });
    expect(await status()).toMatchObject({
      step: 'canary',
      hold: 'paused',
      guardrail: 'armed',
      traffic: { mode: 'split', candidateWeightPercent: 10 },
    });
    expect((await traffic.send(projectId, 60)).byArm.candidate).toBeGreaterThan(0);
    await command(lead, 'resume');
    expect(await status()).toMatchObject({ step: 'ramp', hold: 'released', traffic: { candidateWeightPercent: 50 } });
  }, 120_000);

  it('gives all its traffic back on one command, which needs no version and may be repeated', async () => {
    expect((await traffic.send(projectId, 30)).byArm.candidate).toBeGreaterThan(0);
    const path = `/v1/projects/${projectId}/commands/rollback`;
    const give = () =>
      approver.respond(path, {
        body: { reason: 'Support reports wrong answers.' },
        headers: { 'idempotency-key': crypto.randomUUID() },
      });
    const [first, second] = [await give(), await give()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await first.json()).toMatchObject({ stage: 'rolledBack', traffic: { mode: 'incumbent' } });
    expect((await traffic.send(projectId, 40)).byArm).toEqual({ incumbent: 40 });
    const { entries } = await lead.call(`/v1/projects/${projectId}/history?limit=1000`);
    const taken = entries.filter((one: Answered) => one.event.name === 'project.rollback');
    expect(taken).toHaveLength(1);
    expect(taken[0].event).toMatchObject({ actor: { person: 'grace' }, traffic: { mode: 'incumbent' } });
  }, 60_000);

  it('tells its application in the vendor’s dialect that the vendor is gone, and keeps the attempt', async () => {
    await vendor.close();
    const body = { model: standInModel, messages: [{ role: 'user', content: 'Where is my bike?' }] };
    const answer = await app.respond(`/p/${projectId}/v1/chat/completions`, { body });
    expect(answer.status).toBe(502);
    expect(await answer.json()).toMatchObject({ error: { message: expect.any(String), type: expect.any(String) } });
    await until('the attempt to be stored', patienceMs, async () => {
      const { exchanges } = await lead.call(`/v1/projects/${projectId}/exchanges?limit=1`);
      return exchanges[0]?.outcome === 'unreachable' ? true : null;
    });
  }, 60_000);
});
