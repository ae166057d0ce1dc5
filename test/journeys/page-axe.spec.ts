// Nothing that axe can find stands in anybody's way, on any page, in either scheme.
import type { Browser } from 'playwright-core';
import { demoPhrases } from '../../src/terminal/demo/demo-phrases.js';
import type { Caller } from '../../src/terminal/openward-api.client.js';
import { until } from '../../src/terminal/openward-api.client.js';
import { aCreateRequest } from '../builders/a-create-request.js';
import { inBrowser, openBrowser, Visitor } from '../harness/browser.js';
import { ensurePage } from '../harness/browser-page.js';
import { type Service, startService } from '../harness/built-service.js';

const projectPages = [
  '',
  '/data',
  '/data/rows',
  '/data/imports',
  '/training',
  '/evaluation',
  '/rollout',
  '/lock-in',
  '/lock-in/indicators?indicator=1.4',
  '/lock-in/alerts',
  '/lock-in/remedies',
  '/lock-in/exit-plan',
  '/lock-in/register',
  '/history',
];
const pages = [
  '/',
  '/board',
  '/board?form=table',
  '/board?kiosk=1',
  '/?kiosk=1',
  '/projects/new',
  '/catalogue',
  '/catalogue/models/gpt-4',
  '/catalogue/models/meta-llama%2FLlama-2-7b-chat-hf',
  '/catalogue/changes',
  '/catalogue/licences',
  '/catalogue/sources',
  '/settings',
  '/settings/vendors',
  '/settings/policies',
  '/nowhere',
  ...projectPages.map((part) => `/projects/:id${part}`),
  ...['', '/rollout', '/lock-in'].map((part) => `/projects/:id${part}?kiosk=1`),
];

inBrowser('axe', (path) => {
  let browser: Browser;
  let service: Service;
  let lead: Caller;
  let visitor: Visitor;
  let projectId: string;

  beforeAll(async () => {
    await ensurePage();
    service = await startService({ engine: 'sqlite' });
    await service.admin.call('/v1/vendors/openai', { method: 'PUT', body: { baseUrl: 'http://127.0.0.1:9/v1' } });
    lead = await service.person('ada', 'lead');
    const incumbent = { vendor: 'openai', model: 'gpt-4' };
    projectId = (await lead.call('/v1/projects', { body: aCreateRequest({ incumbent }) })).id;
    await lead.command(projectId, 'advance');
    await until('lock-in', 60_000, () => lead.call(`/v1/projects/${projectId}/lock-in`).catch(() => null));
    const made = await service.admin.call('/v1/tokens', {
      body: { name: 'axe', person: 'hedy', role: 'admin', expiresInDays: 1 },
    });
    browser = await openBrowser(path);
    visitor = await Visitor.signIn(browser, service.admin.baseUrl, made.token);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  const leadVisitor = async () => {
    const body = { name: 'axe lead', person: 'ada', role: 'lead', expiresInDays: 1 };
    const { token } = await service.admin.call('/v1/tokens', { body });
    return Visitor.signIn(browser, service.admin.baseUrl, token);
  };

  it.each(pages)(
    'finds nothing on %s',
    async (address) => {
      await visitor.open(address.replace(':id', projectId));
      expect(await visitor.accessibilityFaults()).toEqual([]);
    },
    60_000,
  );

  describe('where there are data', () => {
    const data = () => `/projects/${projectId}/data`;

    beforeAll(async () => {
      const rows = demoPhrases(240, 5).map(({ text, label }) => `"${text.replaceAll('"', '""')}",${label}`);
      // One row of faults, and one that stands twice.
      const content = Buffer.from(['text,label', ...rows, rows[0], '"",late'].join('\n'));
      const path = `/v1/projects/${projectId}/imports?split=auto&fileName=phrases.csv`;
      await lead.call(path, { raw: { content, contentType: 'text/csv' } });
      await lead.call(`/v1/projects/${projectId}/readiness-reports`, { method: 'POST' });
    }, 120_000);

    it.each(['', '/contents', '/growth', '/trainers', '/rows', '/imports', '/remedies', '/versions', '/use'])(
      'finds nothing on /data%s',
      async (part) => {
        await visitor.open(`${data()}${part}`);
        expect(await visitor.accessibilityFaults()).toEqual([]);
      },
      60_000,
    );

    it('finds nothing in the dialogs of an upload', async () => {
      const person = await leadVisitor();
      await person.open(`${data()}/imports`);
      for (const name of [/^Rights/, /^Withdraw/]) {
        await person.page.getByRole('button', { name }).first().click();
        await person.page.getByRole('dialog').waitFor();
        expect(await person.accessibilityFaults()).toEqual([]);
        await person.page.keyboard.press('Escape');
        await person.page.getByRole('dialog').waitFor({ state: 'hidden' });
      }
    }, 60_000);

    it('finds nothing in the preview of a remedy', async () => {
      const person = await leadVisitor();
      await person.open(`${data()}/remedies`);
      await person.page.getByText('Drop exact duplicates').first().click();
      await person.settled();
      expect(await person.accessibilityFaults()).toEqual([]);
    }, 60_000);
  });

  it('finds nothing on a small screen', async () => {
    await visitor.page.setViewportSize({ width: 390, height: 844 });
    for (const address of ['/', '/board', '/catalogue', `/projects/${projectId}/lock-in`]) {
      await visitor.open(address);
      expect(await visitor.accessibilityFaults()).toEqual([]);
      const overflow = await visitor.page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(`${address}: ${overflow} px too wide`).toBe(`${address}: 0 px too wide`);
    }
    await visitor.page.setViewportSize({ width: 1440, height: 900 });
  }, 60_000);

  it('finds nothing in the dialogs', async () => {
    await visitor.open(`/projects/${projectId}/lock-in/register`);
    await visitor.page.getByRole('button', { name: 'Enter an arrangement' }).click();
    await visitor.page.getByRole('dialog').waitFor();
    expect(await visitor.accessibilityFaults()).toEqual([]);
    await visitor.page.keyboard.press('Escape');
    for (const [address, name] of [
      ['/catalogue/changes', 'Bring a document'],
      [`/projects/${projectId}/lock-in/remedies`, 'Enter an invoice'],
      [`/projects/${projectId}`, 'Edit…'],
    ] as const) {
      await visitor.open(address);
      await visitor.page.getByRole('button', { name }).click();
      await visitor.page.getByRole('dialog').waitFor();
      expect(await visitor.accessibilityFaults()).toEqual([]);
    }
  }, 60_000);

  it('finds nothing where one signs in', async () => {
    await visitor.page.context().clearCookies();
    await visitor.page.goto(service.admin.baseUrl);
    await visitor.page.getByLabel('Token').waitFor();
    expect(await visitor.accessibilityFaults()).toEqual([]);
  }, 60_000);
});
