// Data that may not be trained on: answers taken out of a consumer product, whose terms bar it for every kind of model. The
// gate fails, nobody overrides it, and it says what to do instead.
import { type Answered, type Caller, until } from '../../src/terminal/openward-api.client.js';
import { aCreateRequest } from '../builders/a-create-request.js';
import { engines, type Service, startService } from '../harness/built-service.js';

const patienceMs = 60_000;
const plan = {
  distribution: 'internal',
  commercial: true,
  vendorRoutes: [],
  trafficConsent: { legalBasis: 'no-personal-data', purposeIncludesTraining: true, retentionUntil: null, optOuts: 0 },
  region: { hasEeaUsers: false, hasMinors: false, isMedical: false },
};
const rights = new URLSearchParams({
  ...{ licence: 'LicenseRef-own', licenceRevision: '1', source: 'https://chatgpt.com/exported-answers' },
  ...{ legalBasis: 'no-personal-data', purposeIncludesTraining: 'true', optOuts: '0' },
}).toString();

function file(rows: number): Buffer {
  const lines = Array.from(
    { length: rows },
    (_, at) =>
      `"Where is the ${at}th card that I asked for in week ${at * 7}?",${at % 2 ? 'card_arrival' : 'card_order'}`,
  );
  return Buffer.from(['text,label', ...lines, ''].join('\n'));
}

describe.each(engines)('a project on answers that may not be trained on, on %s', (engine) => {
  let service: Service;
  let lead: Caller;
  let riskOwner: Caller;
  let projectId: string;
  let run: Answered;

  beforeAll(async () => {
    service = await startService({ engine });
    lead = await service.person('ada', 'lead');
    riskOwner = await service.person('rosa', 'risk-owner');
    const approver = await service.person('grace', 'approver');
    projectId = (await lead.call('/v1/projects', { body: aCreateRequest({ policy: 'fast' }) })).id;
    await lead.call(`/v1/projects/${projectId}/data-plan`, { method: 'PUT', body: plan });
    const { gateRun } = await lead.command(projectId, 'advance');
    const { id: gateRunId, evidenceDigest } = gateRun;
    await approver.command(projectId, 'approve', { gateRunId, evidenceDigest });
    await lead.command(projectId, 'decide', { choice: 'migrate' });
  }, 60_000);

  afterAll(() => service.stop(), 30_000);

  it('takes the rows, and the report says under which terms they are barred', async () => {
    const path = `/v1/projects/${projectId}/imports?split=auto&fileName=export.csv&${rights}`;
    const taken = await lead.call(path, { raw: { content: file(120), contentType: 'text/csv' } });
    expect(taken).toMatchObject({ accepted: 120 });
    const base = `/v1/projects/${projectId}`;
    const { reportId } = await lead.call(`${base}/readiness-reports`, { method: 'POST' });
    await until('the report', patienceMs, async () => {
      const { evidence } = await lead.call(`${base}/evidence?kind=readiness.report&limit=1`);
      return evidence[0]?.value.reportId === reportId ? true : null;
    });
    const report = await lead.call(`${base}/readiness-reports/${reportId}`);
    const finding = report.findings.find((one: Answered) => one.checkId === 'R01');
    expect(finding).toMatchObject({ outcome: 'fail' });
    expect(JSON.stringify(finding)).toContain('openai/chatgpt-export');
  }, 90_000);

  it('fails the gate, whatever else is in order', async () => {
    run = (await lead.command(projectId, 'advance')).gateRun;
    expect(run).toMatchObject({ gate: 'data-ready', outcome: 'fail' });
    const { criteria } = await lead.call(`/v1/projects/${projectId}/gate-runs/${run.id}`);
    const barred = criteria.find((one: Answered) => one.id === 'right-to-train');
    expect(barred).toMatchObject({ role: 'gate', outcome: 'fail' });
    expect(barred.text).toContain('Training on these rows is barred, and nothing lifts that.');
  });

  it('is not overridden by the risk owner, who is told what to do instead', async () => {
    const said = { reason: 'We take the risk.', ticket: 'RISK-7' };
    await expect(riskOwner.command(projectId, 'override', said)).rejects.toThrow(
      /403: No override lifts right-to-train\. .*replace rows that are barred/,
    );
    expect(await lead.call(`/v1/projects/${projectId}/status`)).toMatchObject({ stage: 'collecting' });
  });
});
