import { aVendor } from '../../../test/builders/a-vendor.js';
import { FakeClock } from '../../../test/fakes/clock.fake.js';
import { FakeVendorStore } from '../../../test/fakes/vendor-store.fake.js';
import { type Refusal, refusal } from '../../kernel/refusal.js';
import type { JobRunner } from '../../platform/jobs/job-runner.service.js';
import { Log } from '../../platform/telemetry/log.client.js';
import { type ModelListing, ModelListings } from '../../vendors/listing/model-listings.js';
import { AskVendorListings } from './ask-vendor-listings.job.js';
import type { ProposeRefresh } from './propose-refresh.service.js';

const hourMs = 3_600_000;

class ListingsOf extends ModelListings {
  readonly asked: string[] = [];

  constructor(private readonly answers: Readonly<Record<string, ModelListing | Refusal>>) {
    super();
  }

  of(vendor: string): Promise<ModelListing | Refusal> {
    this.asked.push(vendor);
    return Promise.resolve(this.answers[vendor] ?? refusal('not-found', 'nobody'));
  }
}

function aJob(answers: Readonly<Record<string, ModelListing | Refusal>>) {
  const clock = new FakeClock();
  const listings = new ListingsOf(answers);
  const heard = new Map<string, number>();
  const propose = {
    lastHeard: (vendor: string) => Promise.resolve(heard.get(vendor) ?? null),
    hearVendor: (vendor: string) => {
      heard.set(vendor, clock.now());
      return Promise.resolve({ id: 'crf_1', state: 'pending', cleanChanges: 1, quarantinedChanges: 0 });
    },
  } as unknown as ProposeRefresh;
  const every: [string, number][] = [];
  const runner = { every: (name: string, ms: number) => every.push([name, ms]) } as unknown as JobRunner;
  const vendors = new FakeVendorStore(Object.keys(answers).map((name) => aVendor({ name })));
  const job = new AskVendorListings(runner, vendors, listings, propose, clock, new Log('silent'));
  return { job, clock, listings, heard, every };
}

const listing: ModelListing = {
  models: [{ id: 'm', shutdownOn: '2026-12-11', contextTokens: null }],
  digest: 'sha256:1',
};

describe('the daily question to vendors', () => {
  it('is looked at every hour and asked once a day', async () => {
    const { job, clock, listings, every } = aJob({ acme: listing });
    job.onModuleInit();
    expect(every).toEqual([['catalog.vendor-listings', hourMs]]);
    for (let hour = 0; hour < 49; hour += 1) {
      await job.ask();
      clock.advance(hourMs);
    }
    expect(listings.asked).toEqual(['acme', 'acme', 'acme']);
  });

  it('takes a vendor that does not answer for no news, and asks it again', async () => {
    const { job, clock, listings, heard } = aJob({ acme: refusal('upstream-unreachable', 'down'), other: listing });
    await job.ask();
    clock.advance(hourMs);
    await job.ask();
    expect(listings.asked).toEqual(['acme', 'other', 'acme']);
    expect([...heard.keys()]).toEqual(['other']);
  });
});
