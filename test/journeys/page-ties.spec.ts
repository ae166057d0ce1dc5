// What people tell of lock-in and of the catalogue through the page, and that it counts: facts, the register, the exit plan,
// alerts, and news for the catalogue that somebody else has to let in.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Answered, type Caller, until } from '../../src/terminal/openward-api.client.js';
import { aCreateRequest } from '../builders/a-create-request.js';
import { inBrowser, openBrowser, Visitor } from '../harness/browser.js';
import { ensurePage } from '../harness/browser-page.js';
import { type Service, startService } from '../harness/built-service.js';

const patienceMs = 60_000;
const priceFile = {
  'gpt-4o': {
    litellm_provider: 'openai',
    mode: 'chat',
    max_input_tokens: 128_000,
    max_output_tokens: 16_384,
    input_cost_per_token: 0.00000005,
    output_cost_per_token: 0.00001,
  },
};

inBrowser('ties on the page', (path) => {
  let browser: Browser;
  let service: Service;
  let folder: string;
  let caller: Caller;
  let lead: Visitor;
  let riskOwner: Visitor;
  let base: string;
  let projectId: string;

  const signIn = async (person: string, role: string) => {
    const body = { name: person, person, role, expiresInDays: 1 };
    const { token } = await service.admin.call('/v1/tokens', { body });
    return { token, visitor: await Visitor.signIn(browser, service.admin.baseUrl, token) };
  };
  const lockIn = (what = ''): Promise<Answered> => caller.call(`/v1/projects/${projectId}/lock-in${what}`);

  beforeAll(async () => {
    await ensurePage();
    folder = mkdtempSync(join(tmpdir(), 'openward-test-page-'));
    service = await startService({ engine: 'sqlite' });
    await service.admin.call('/v1/vendors/openai', { method: 'PUT', body: { baseUrl: 'http://127.0.0.1:9/v1' } });
    browser = await openBrowser(path);
    const ada = await signIn('ada', 'lead');
    lead = ada.visitor;
    caller = service.admin.as(ada.token);
    riskOwner = (await signIn('rosa', 'risk-owner')).visitor;
    const incumbent = { vendor: 'openai', model: 'gpt-4' };
    projectId = (await caller.call('/v1/projects', { body: aCreateRequest({ incumbent }) })).id;
    base = `/projects/${projectId}/lock-in`;
    await until('lock-in', patienceMs, () => lockIn().catch(() => null));
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says that the model has ended, and what the score stands on', async () => {
    await lead.open(base);
    await lead.page.getByRole('heading', { name: /Forced exit/ }).waitFor();
    const { score } = await lockIn();
    await lead.page.getByText(score.toFixed(1), { exact: false }).first().waitFor();
  }, 30_000);

  it('takes a declared fact, with who answers for it', async () => {
    const { page } = lead;
    await lead.open(`${base}/indicators?indicator=1.5`);
    await page.getByRole('button', { name: 'Declare a fact' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Answer', { exact: true }).selectOption('low');
    await dialog.getByLabel('In words').fill('Letters can be sorted by hand for a day.');
    await dialog.getByLabel('Evidence').fill('runbook, page 4');
    await dialog.getByRole('button', { name: 'Declare it' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const { facts } = await lockIn('/facts?indicator=1.5');
    expect(facts[0]).toMatchObject({ value: 'low', recordedBy: 'ada', evidence: ['runbook, page 4'] });
  }, 30_000);

  it('shows a refusal in the words of the service and keeps what was typed', async () => {
    const { page } = lead;
    await lead.open(`${base}/indicators?indicator=4.4`);
    await page.getByRole('button', { name: 'Declare a fact' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Answer', { exact: true }).selectOption({ index: 1 });
    await dialog.getByLabel('Known from').selectOption('documented');
    await dialog.getByLabel('In words').fill('It stands in the contract.');
    await dialog.getByRole('button', { name: 'Declare it' }).click();
    await dialog.getByText('a documented fact names its document').waitFor();
    expect(await dialog.getByLabel('In words').inputValue()).toBe('It stands in the contract.');
  }, 30_000);

  it('enters an arrangement, whose plan names what is missing and takes evidence', async () => {
    const { page } = lead;
    await lead.open(`${base}/register`);
    await page.getByRole('button', { name: 'Enter an arrangement' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill('Closed AI');
    await dialog.getByLabel('Reference').fill('C-2026-17');
    await dialog.getByLabel('Notice that they give, days').fill('90');
    await dialog.getByRole('button', { name: 'Enter it' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name: 'Closed AI, contract C-2026-17' }).waitFor();
    await page.getByRole('link', { name: 'Exit plan' }).click();
    await page.getByRole('button', { name: /Bring evidence for Roles/ }).click();
    await dialog.getByLabel('What is planned or was done').fill('Rosa orders it, Ada carries it out.');
    await dialog.getByLabel('Evidence').fill('decision 2026-11');
    await dialog.getByRole('button', { name: 'Bring it' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const { plans } = await lockIn('/exit-plan');
    expect(plans[0].items.find(({ number }: Answered) => number === 7)).toMatchObject({ status: 'shown', by: 'ada' });
  }, 60_000);

  it('takes an invoice by fields and by CSV, and names the line that is faulty', async () => {
    const { page } = lead;
    await lead.open(`${base}/remedies`);
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Enter an invoice' }).click();
    await dialog.getByLabel('Connection').fill('openai');
    await dialog.getByLabel('First day').fill('2026-10-01');
    await dialog.getByLabel('Day after the last').fill('2026-11-01');
    await dialog.getByLabel('Amount').fill('292.5');
    await dialog.getByLabel('Input tokens').fill('81000000');
    await dialog.getByRole('button', { name: 'Keep the invoice' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('cell', { name: '292.50 USD' }).waitFor();
    await page.getByRole('button', { name: 'Paste CSV' }).click();
    await dialog.getByLabel('CSV').fill('vendor,from,until,amount,currency\nopenai,2026-11-01,2026-10-01,12,USD\n');
    await dialog.getByRole('button', { name: 'Keep the invoices' }).click();
    await dialog.getByRole('alert').waitFor();
    expect((await lockIn('/invoices')).invoices).toHaveLength(1);
  }, 30_000);

  it('edits what is not frozen yet, and the history tells who did', async () => {
    const { page } = lead;
    await lead.open(`/projects/${projectId}`);
    await page.getByRole('button', { name: 'Edit…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill('Letters, sorted');
    await dialog.getByLabel('Criticality').selectOption('high');
    await dialog.getByRole('button', { name: 'Keep the changes' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { level: 1, name: 'Letters, sorted' }).waitFor();
    const project = await caller.call(`/v1/projects/${projectId}`);
    expect([project.name, project.criticality, project.version]).toEqual(['Letters, sorted', 'high', 2]);
    await riskOwner.open(`/projects/${projectId}`);
    expect(await riskOwner.page.getByRole('button', { name: 'Edit…' }).count()).toBe(0);
  }, 30_000);

  it('hands the register and the dossier out as files', async () => {
    await lead.open(`${base}/register`);
    const download = lead.page.waitForEvent('download');
    await lead.page.getByRole('link', { name: 'CSV for DORA' }).click();
    expect((await download).suggestedFilename()).toMatch(/^register-dora-.*\.csv$/);
    await lead.open(`${base}/exit-plan`);
    const dossier = lead.page.waitForEvent('download');
    await lead.page.getByRole('link', { name: /Markdown/ }).click();
    expect((await dossier).suggestedFilename()).toMatch(/\.md$/);
  }, 30_000);

  it('acknowledges an alert for a reason and until a day', async () => {
    const { page } = riskOwner;
    await riskOwner.open(`${base}/alerts`);
    await page.getByRole('button', { name: 'Acknowledge' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('The migration runs.');
    await dialog.getByRole('button', { name: 'Acknowledge' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('rosa took notice').waitFor();
  }, 30_000);

  it('holds a price that jumps until somebody else lets it in, with a reason', async () => {
    const file = join(folder, 'prices.json');
    writeFileSync(file, JSON.stringify(priceFile));
    await lead.open('/catalogue/changes');
    await lead.page.getByRole('button', { name: 'Bring a document' }).click();
    await lead.page.getByRole('dialog').getByLabel('File').setInputFiles(file);
    await lead.page.getByRole('button', { name: 'Compare it' }).click();
    await lead.page.getByText('Price does not jump?').waitFor();
    expect(await lead.page.getByRole('button', { name: /Let in/ }).count()).toBe(0);
    await riskOwner.open(new URL(lead.page.url()).pathname);
    await riskOwner.page.getByRole('button', { name: /Let in the change of gpt-4o/ }).click();
    const dialog = riskOwner.page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('Compared with the price page of the provider.');
    await dialog.getByRole('button', { name: 'Let it in' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const model = await caller.call('/v1/catalog/models/gpt-4o');
    expect(model.prices.usdPerMillionInputTokens).toBe('0.05');
  }, 60_000);

  it('leaves no complaint of the browser behind', () => {
    expect([...lead.complaints, ...riskOwner.complaints]).toEqual([]);
  });
});
