// Whoever polls sees the rows grow with the traffic, without asking for a report.
import { freePort } from '../../src/terminal/bench/bench-tools.client.js';
import { demoPhrases } from '../../src/terminal/demo/demo-phrases.js';
import { DemoTraffic } from '../../src/terminal/demo/demo-traffic.client.js';
import { StandInVendor, standInModel } from '../../src/terminal/demo/stand-in-vendor.client.js';
import { type Answered, type Caller, until } from '../../src/terminal/openward-api.client.js';
import { startService } from '../harness/built-service.js';

const patienceMs = 60_000;

describe('the status of readiness', () => {
  it('follows the calls that go through the gateway, and freezes nothing', async () => {
    const phrases = demoPhrases(80, 5);
    const port = await freePort();
    const environment = { OPENWARD_READINESS_FOLLOW_INTERVAL_SECONDS: '1' };
    const service = await startService({ engine: 'sqlite', environment });
    const vendor = await StandInVendor.listen(phrases, port);
    try {
      const body = { baseUrl: `http://127.0.0.1:${port}/v1`, models: [{ name: standInModel }] };
      await service.admin.call('/v1/vendors/stand-in', { method: 'PUT', body });
      const lead = await service.person('ada', 'lead');
      const { id } = await lead.call('/v1/projects', { body: aProject });
      const base = `/v1/projects/${id}`;
      expect((await lead.respond(`${base}/readiness`)).status).toBe(404);
      const app = await service.person('shop', 'service', [id]);
      const texts = phrases.map(({ text }) => text);
      const traffic = new DemoTraffic(app, texts, standInModel);
      await traffic.send(id, 40);
      const first = await grown(lead, base, 1);
      expect(first).toMatchObject({ reportId: null, datasetId: null });
      await traffic.send(id, 40);
      const rows = first.usableTrainRows + first.holdoutRows;
      const later = await grown(lead, base, rows + 1);
      expect(later.asOf).toBeGreaterThan(first.asOf);
      expect((await lead.call(`${base}/datasets`)).datasets).toEqual([]);
      expect((await lead.call(`${base}/readiness-reports`)).reports).toEqual([]);
    } finally {
      await service.stop();
      await vendor.close();
    }
  }, 180_000);
});

const aProject = {
  name: 'Intents',
  owner: 'ada',
  criticality: 'low',
  policy: 'fast',
  task: { kind: 'closed-set classification', description: 'Names the intent of a message.' },
  incumbent: { vendor: 'stand-in', model: standInModel },
  candidate: { vendor: 'openward', model: 'baseline-student' },
};

function grown(lead: Caller, base: string, rows: number): Promise<Answered> {
  return until<Answered>(`${rows} rows in the status`, patienceMs, async () => {
    const response = await lead.respond(`${base}/readiness`);
    const status: Answered = response.ok ? await response.json() : null;
    return status !== null && status.usableTrainRows + status.holdoutRows >= rows ? status : null;
  });
}
