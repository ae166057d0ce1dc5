// What the page does not let through, what it shows to whom, and the wall.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Answered, Caller } from '../../src/terminal/openward-api.client.js';
import { aCreateRequest } from '../builders/a-create-request.js';
import { inBrowser, openBrowser, Visitor } from '../harness/browser.js';
import { ensurePage } from '../harness/browser-page.js';
import { type Service, startService } from '../harness/built-service.js';

/** The shipped policies, and one whose very first gate takes two approvals: no data has to be made to see two persons. */
function policiesWithPairs(): string {
  const folder = mkdtempSync(join(tmpdir(), 'openward-test-policies-'));
  cpSync(join(import.meta.dirname, '../../config/policies'), folder, { recursive: true });
  const strict = readFileSync(join(folder, 'strict.yaml'), 'utf8');
  const pairs = strict
    .replace(/^name: strict/m, 'name: pairs')
    .replace(/(intake: \{ value: )\d+/, (_, before: string) => `${before}2`);
  writeFileSync(join(folder, 'pairs.yaml'), pairs);
  return folder;
}

inBrowser('the page', (path) => {
  let policies: string;
  let browser: Browser;
  let service: Service;
  let lead: Visitor;
  let approver: Visitor;
  let second: Visitor;
  let riskOwner: Visitor;
  let caller: Caller;

  const signIn = async (person: string, role: string) => {
    const body = { name: person, person, role, expiresInDays: 1 };
    const { token } = await service.admin.call('/v1/tokens', { body });
    caller = role === 'lead' ? service.admin.as(token) : caller;
    return Visitor.signIn(browser, service.admin.baseUrl, token);
  };
  const project = async (parts: Record<string, unknown>): Promise<Answered> =>
    caller.call('/v1/projects', { body: aCreateRequest(parts) });

  beforeAll(async () => {
    await ensurePage();
    policies = policiesWithPairs();
    service = await startService({ engine: 'sqlite', environment: { OPENWARD_POLICIES_DIRECTORY: policies } });
    for (const name of ['closed', 'open', 'openai']) {
      await service.admin.call(`/v1/vendors/${name}`, { method: 'PUT', body: { baseUrl: 'http://127.0.0.1:9/v1' } });
    }
    browser = await openBrowser(path);
    lead = await signIn('ada', 'lead');
    approver = await signIn('grace', 'approver');
    second = await signIn('hedy', 'approver');
    riskOwner = await signIn('rosa', 'risk-owner');
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
    rmSync(policies, { recursive: true, force: true });
  });

  it('asks for a token, keeps it from scripts, and says when it is wrong', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(service.admin.baseUrl);
    await page.getByLabel('Token').fill('owd_wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    const seen = (await lead.page.evaluate('document.cookie + JSON.stringify(localStorage)')) as string;
    expect(seen).not.toContain('owd_');
  }, 30_000);

  it('shows the words of a refused override and changes nothing', async () => {
    const { id } = await project({
      name: 'Barred',
      candidate: { vendor: 'open', model: 'meta-llama/Llama-2-7b-chat-hf' },
      licenceUse: { monthlyUsers: 800_000_000 },
    });
    await lead.open(`/projects/${id}`);
    await lead.order('Advance');
    const override = lead.page.getByRole('button', { name: 'Override', exact: true });
    await override.waitFor();
    expect(await override.isDisabled()).toBe(true);
    await riskOwner.open(`/projects/${id}`);
    const said = await riskOwner.refused('Override', { reason: 'We will ask for a licence.', ticket: 'RISK-1' });
    expect(said).toContain('No override lifts');
    expect((await caller.call(`/v1/projects/${id}/status`)).stage).toBe('assessing');
  }, 60_000);

  it('counts two approvers as two, each in a session of their own, and one person once', async () => {
    const { id } = await project({ name: 'Two pairs of eyes', criticality: 'critical', policy: 'pairs' });
    await lead.open(`/projects/${id}`);
    await lead.order('Advance');
    const { gate } = await caller.call(`/v1/projects/${id}/status`);
    expect(gate).toMatchObject({ state: 'awaitingApproval', approvalsRequired: 2 });
    await approver.open(`/projects/${id}`);
    await approver.order('Approve');
    expect((await caller.call(`/v1/projects/${id}/status`)).gate.approvalsGiven).toBe(1);
    expect(await approver.refused('Approve')).not.toBe('');
    await second.open(`/projects/${id}`);
    await second.order('Approve');
    await lead.page.getByRole('button', { name: 'Decide', exact: true }).waitFor();
  }, 60_000);

  it('shows what happened elsewhere without being asked', async () => {
    await lead.open('/board');
    await project({ name: 'Made elsewhere' });
    await lead.page.getByRole('link', { name: 'Made elsewhere' }).waitFor();
  }, 30_000);

  it('fills a wall without a single control', async () => {
    await project({ name: 'Forced', incumbent: { vendor: 'openai', model: 'gpt-4' } });
    await lead.open('/board?kiosk=1');
    await lead.page.getByRole('heading', { name: 'Needs somebody' }).waitFor();
    await lead.page.getByText('Forced exit').first().waitFor();
    const controls = lead.page.locator('button:visible, a:visible:not(.skip-link), input:visible, select:visible');
    expect(await controls.count()).toBe(0);
    const { id } = await project({ name: 'On the wall' });
    const pressed = lead.page.locator(
      'button:visible, a.button:visible, input:visible, select:visible, summary:visible',
    );
    for (const address of ['/', `/projects/${id}`, `/projects/${id}/rollout`, `/projects/${id}/lock-in`]) {
      await lead.open(`${address}?kiosk=1`);
      expect(`${address}: ${await pressed.count()} controls`).toBe(`${address}: 0 controls`);
    }
  }, 60_000);

  it('finds a project by typing', async () => {
    await lead.open('/catalogue');
    await lead.page.keyboard.press('Control+k');
    await lead.page.getByRole('dialog').getByRole('combobox').fill('Two pairs');
    await lead.page.keyboard.press('Enter');
    await lead.page.getByRole('heading', { level: 1, name: 'Two pairs of eyes' }).waitFor();
  }, 30_000);

  it('keeps the filters in the address', async () => {
    await lead.open('/board');
    await lead.page.getByPlaceholder('Name, owner or model').fill('Forced');
    await lead.page.waitForURL(/text=Forced/);
    await lead.open('/catalogue?developer=OpenAI&end=ended');
    expect(await lead.page.getByRole('link', { name: 'gpt-4', exact: true }).count()).toBe(1);
    expect(await lead.page.getByRole('link', { name: 'gpt-5', exact: true }).count()).toBe(0);
  }, 30_000);

  it('leaves no complaint of the browser behind', () => {
    const all = [lead, approver, second, riskOwner];
    expect(all.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
