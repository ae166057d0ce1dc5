// The whole life of a project as people live it, each in a browser of their own: made by a form, moved by buttons, approved
// by somebody else, rolled back with a typed word, tried again, ended by two persons. Traffic and data come from outside, as
// they do.
import type { Browser } from 'playwright-core';
import { freePort } from '../../src/terminal/bench/bench-tools.client.js';
import { DemoDataSteps } from '../../src/terminal/demo/demo-data-steps.client.js';
import { demoPhrases, type Phrase } from '../../src/terminal/demo/demo-phrases.js';
import { DemoTraffic } from '../../src/terminal/demo/demo-traffic.client.js';
import { StandInVendor, standInModel } from '../../src/terminal/demo/stand-in-vendor.client.js';
import { type Answered, type Caller, until } from '../../src/terminal/openward-api.client.js';
import { inBrowser, openBrowser, Visitor } from '../harness/browser.js';
import { ensurePage } from '../harness/browser-page.js';
import { type Service, startService } from '../harness/built-service.js';

const patienceMs = 60_000;
const callsPerRound = 80;
const roundsMax = 12;

inBrowser('a project on the page', (path) => {
  const train = demoPhrases(720, 5);
  const holdout = demoPhrases(180, 11);
  let browser: Browser;
  let service: Service;
  let vendor: StandInVendor;
  let lead: Visitor;
  let approver: Visitor;
  let riskOwner: Visitor;
  let leadCaller: Caller;
  let app: Caller;
  let projectId: string;

  const tokenOf = async (person: string, role: string): Promise<string> =>
    (await service.admin.call('/v1/tokens', { body: { name: person, person, role, expiresInDays: 1 } })).token;
  const status = (): Promise<Answered> => leadCaller.call(`/v1/projects/${projectId}/status`);
  const reached = (what: string, fits: (status: Answered) => boolean) =>
    until(what, patienceMs, async () => (fits(await status()) ? true : null));

  beforeAll(async () => {
    await ensurePage();
    const port = await freePort();
    vendor = await StandInVendor.listen([...train, ...holdout], port);
    service = await startService({ engine: 'sqlite' });
    const baseUrl = `http://127.0.0.1:${port}/v1`;
    await service.admin.call('/v1/vendors/stand-in', { method: 'PUT', body: { baseUrl } });
    const ada = await tokenOf('ada', 'lead');
    leadCaller = service.admin.as(ada);
    app = service.admin.as(await tokenOf('shop', 'service'));
    browser = await openBrowser(path);
    const { baseUrl: url } = service.admin;
    lead = await Visitor.signIn(browser, url, ada);
    approver = await Visitor.signIn(browser, url, await tokenOf('grace', 'approver'));
    riskOwner = await Visitor.signIn(browser, url, await tokenOf('rosa', 'risk-owner'));
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
    await vendor?.close();
  });

  /** Advances by the button until the gate can be judged, sending traffic in between where it needs some. */
  async function advance(traffic: DemoTraffic | null = null): Promise<void> {
    const before = await status();
    for (let round = 0; round < roundsMax; round += 1) {
      await traffic?.send(projectId, callsPerRound);
      await lead.open(`/projects/${projectId}`);
      await lead.order('Advance');
      const now = await status();
      if (now.gate?.state === 'awaitingApproval') {
        await approver.open(`/projects/${projectId}`);
        await approver.order('Approve');
      }
      const after = await status();
      if (
        after.stage !== before.stage ||
        after.step !== before.step ||
        after.traffic.candidateWeightPercent !== before.traffic.candidateWeightPercent
      ) {
        return;
      }
    }
    throw new Error(`The gate ${before.gate?.name} did not open: ${JSON.stringify((await status()).gate)}`);
  }

  it('is made by a form, and says what to do first', async () => {
    const { page } = lead;
    await lead.open('/projects/new');
    await page.getByLabel('Name of the project').fill('Bicycle shop');
    await page.getByLabel('What it does, in a sentence or two').fill('Names the intent of a message.');
    await page.getByLabel('Vendor').first().selectOption('stand-in');
    await page.getByLabel('Model', { exact: true }).first().fill(standInModel);
    await page.locator('input[name=criticality][value=low]').check();
    await page.locator('input[name=policy][value=fast]').check();
    await page.getByRole('button', { name: 'Begin the project' }).click();
    await page.waitForURL(/\/projects\/prj_/);
    projectId = /prj_[0-9a-z]{26}/.exec(page.url())?.[0] ?? '';
    await page.getByRole('heading', { level: 1, name: 'Bicycle shop' }).waitFor();
    expect(await page.locator('pre').first().innerText()).toContain(`/p/${projectId}/v1`);
    await new DemoDataSteps({ lead: leadCaller, projectId, say: () => undefined }).plan();
  }, 60_000);

  it('passes its first gate by the approval of somebody else, and is decided on', async () => {
    await lead.open(`/projects/${projectId}`);
    await lead.order('Advance');
    const approve = lead.page.getByRole('button', { name: 'Approve', exact: true });
    await approve.waitFor();
    expect(await approve.isDisabled()).toBe(true);
    await approver.open('/');
    await approver.page
      .getByRole('link', { name: /Bicycle shop/ })
      .first()
      .click();
    await approver.order('Approve', { reason: 'Read it.' });
    await lead.page.getByRole('button', { name: 'Decide', exact: true }).waitFor();
    await lead.order('Decide');
    await reached('collecting', ({ stage }) => stage === 'collecting');
  }, 60_000);

  it('collects, trains and compares, and shows each on its part of the page', async () => {
    const traffic = new DemoTraffic(
      app,
      train.map(({ text }) => text),
      standInModel,
    );
    await traffic.send(projectId, 120);
    const data = new DemoDataSteps({ lead: leadCaller, projectId, say: () => undefined });
    await data.upload(chatFile('train.jsonl', train), 'train');
    await data.upload(chatFile('holdout.jsonl', holdout), 'holdout');
    await data.mend(await data.measure());
    await advance();
    await reached('the training', ({ job }) => job === null);
    await advance();
    await reached('the comparison', ({ job }) => job === null);
    for (const part of ['data', 'training', 'evaluation']) {
      await lead.open(`/projects/${projectId}/${part}`);
      expect(await lead.page.getByRole('alert').count()).toBe(0);
    }
    await advance();
    expect(await status()).toMatchObject({ stage: 'cutover', step: 'shadow' });
  }, 180_000);

  it('rolls back only after the word was typed, and tries again', async () => {
    const traffic = new DemoTraffic(
      app,
      holdout.map(({ text }) => text),
      standInModel,
    );
    await advance(traffic);
    expect(await status()).toMatchObject({ step: 'canary', traffic: { candidateWeightPercent: 10 } });
    await lead.open(`/projects/${projectId}/rollout`);
    await lead.page.getByRole('button', { name: 'Roll back', exact: true }).click();
    const dialog = lead.page.getByRole('dialog');
    await dialog.getByLabel(/^Reason/).fill('Somebody saw a wrong answer.');
    const confirm = dialog.locator('.actions button').last();
    await dialog.getByLabel(/^Type/).fill('rollbak');
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel(/^Type/).fill('rollback');
    await confirm.click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await status()).toMatchObject({ stage: 'rolledBack', traffic: { candidateWeightPercent: 0 } });
    await lead.open(`/projects/${projectId}`);
    await lead.order('Try again');
    expect(await status()).toMatchObject({ stage: 'cutover', step: 'shadow' });
  }, 120_000);

  it('is ramped up to the end and given up by two persons', async () => {
    const traffic = new DemoTraffic(
      app,
      holdout.map(({ text }) => text),
      standInModel,
    );
    while ((await status()).stage === 'cutover') {
      await advance(traffic);
    }
    expect((await status()).stage).toBe('completed');
    const given = { reason: 'The open model carries all traffic.', typed: 'decommission' };
    await lead.open(`/projects/${projectId}`);
    await lead.order('Decommission', given);
    expect((await status()).stage).toBe('completed');
    await riskOwner.open(`/projects/${projectId}`);
    await riskOwner.order('Decommission', given);
    await reached('the end', ({ stage }) => stage === 'decommissioned');
    await lead.page.getByText('Decommissioned', { exact: true }).first().waitFor();
  }, 180_000);

  it('leaves the page without a complaint', () => {
    expect([...lead.complaints, ...approver.complaints, ...riskOwner.complaints]).toEqual([]);
  });
});

function chatFile(name: string, rows: readonly Phrase[]) {
  const lines = rows.map(({ text, label }) =>
    JSON.stringify({
      messages: [
        { role: 'user', content: text },
        { role: 'assistant', content: label },
      ],
    }),
  );
  return { name, contentType: 'application/x-ndjson' as const, content: Buffer.from(lines.join('\n')), rows };
}
