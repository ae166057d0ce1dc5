// The contract of the store of exchanges, held by both engines and by the fake.
import { anExchange } from '../../test/builders/an-exchange.js';
import { FakeExchangeStore } from '../../test/fakes/exchange-store.fake.js';
import { describeOnEachDatabase } from '../../test/harness/each-database.js';
import type { Exchange } from './exchange.js';
import type { ExchangeStore, TallyQuery } from './exchange-store.js';
import { SqlExchangeStore } from './exchange-store.sql.js';

const start = 1_764_000_000_000;
const window: TallyQuery = { projectId: 'prj_one', attempt: 1, sinceMs: start, untilMs: start + 60_000 };
const ids = (exchanges: readonly { id: string }[]) => exchanges.map((one) => one.id);

function keepsExchanges(open: () => Promise<ExchangeStore>): void {
  let store: ExchangeStore;

  beforeEach(async () => {
    store = await open();
  });

  it('gives back an exchange as it was, bytes included', async () => {
    const exchange = anExchange({
      request: Buffer.from([0, 255, 10]),
      response: Buffer.from('naïve ✓'),
      streamed: true,
    });
    await store.append([exchange]);
    expect(await store.find('prj_one', exchange.id)).toEqual(exchange);
  });

  it('keeps the unknown unknown', async () => {
    const nothing = { modelAsked: null, modelServed: null, status: null, unitHash: null, promptTokens: null } as const;
    const neither = { cachedTokens: null, completionTokens: null, costNanoUsd: null, firstByteMs: null } as const;
    const bodies = { request: null, response: null, error: null, termsVersion: null, tags: {} } as const;
    const exchange = anExchange({ ...nothing, ...neither, ...bodies, usageSource: 'unknown' });
    await store.append([exchange]);
    expect(await store.find('prj_one', exchange.id)).toEqual(exchange);
  });

  it('tells nothing of an exchange to another project', async () => {
    const exchange = anExchange();
    await store.append([exchange]);
    expect(await store.find('prj_two', exchange.id)).toBeNull();
  });

  it('keeps a batch of any size once, although it is sent twice', async () => {
    const batch = Array.from({ length: 601 }, () => anExchange());
    await store.append(batch);
    await store.append(batch);
    await store.append([]);
    expect((await store.totals('prj_one')).exchanges).toBe(601);
  });

  it('lists the newest first, without bodies, page after page, each once', async () => {
    const batch = Array.from({ length: 5 }, () => anExchange());
    await store.append(batch);
    const first = await store.list({ projectId: 'prj_one', after: null, limit: 3 });
    const second = await store.list({ projectId: 'prj_one', after: first.next, limit: 3 });
    expect(first.exchanges[0]).not.toHaveProperty('request');
    expect([...ids(first.exchanges), ...ids(second.exchanges)]).toEqual(ids(batch).reverse());
    expect(second.next).toBeNull();
  });

  it('ends the list at a page that is exactly full', async () => {
    await store.append([anExchange(), anExchange()]);
    expect((await store.list({ projectId: 'prj_one', after: null, limit: 2 })).next).toBeNull();
  });

  it('lists one arm alone', async () => {
    const candidate = anExchange({ arm: 'candidate', route: 'candidate' });
    await store.append([anExchange(), candidate, anExchange({ projectId: 'prj_two', arm: 'candidate' })]);
    const page = await store.list({ projectId: 'prj_one', after: null, limit: 10, arm: 'candidate' });
    expect(ids(page.exchanges)).toEqual([candidate.id]);
  });

  it('counts every way to fail, and a client that left as neither', async () => {
    const outcomes = ['ok', 'incomplete', 'upstream-error', 'unreachable', 'timeout', 'client-closed'] as const;
    await store.append(outcomes.map((outcome) => anExchange({ outcome })));
    const { incumbent } = await store.tally(window);
    expect(incumbent).toMatchObject({ exchanges: 5, failures: 4, clientClosed: 1 });
  });

  it('counts a candidate that failed although the incumbent then answered', async () => {
    await store.append([
      anExchange({ arm: 'candidate', route: 'candidate', outcome: 'timeout', status: null }),
      anExchange({ arm: 'incumbent', route: 'fallback' }),
    ]);
    const { candidate, incumbent } = await store.tally(window);
    expect([candidate.exchanges, candidate.failures]).toEqual([1, 1]);
    expect([incumbent.exchanges, incumbent.failures]).toEqual([1, 0]);
  });

  it('counts the half-open window of one attempt, and no copies', async () => {
    await store.append([
      anExchange({ at: start }),
      anExchange({ at: start + 60_000 }),
      anExchange({ at: start - 1 }),
      anExchange({ attempt: 2 }),
      anExchange({ projectId: 'prj_two' }),
      anExchange({ arm: 'candidate', route: 'shadow', outcome: 'timeout' }),
    ]);
    const { candidate, incumbent } = await store.tally(window);
    expect([incumbent.exchanges, candidate.exchanges, candidate.failures]).toEqual([1, 0, 0]);
  });

  it.each([
    [1, 1],
    [19, 19],
    [20, 19],
    [21, 20],
    [100, 95],
  ])('takes of %i latencies the one at nearest rank %i', async (count, rank) => {
    const latencies = Array.from({ length: count }, (_, index) => index + 1).sort(() => 0.5 - Math.random());
    await store.append(latencies.map((latencyMs) => anExchange({ latencyMs })));
    expect((await store.tally(window)).incumbent.latencyMsP95).toBe(rank);
  });

  it('measures no latency on failures: a quick refusal is not a quick answer', async () => {
    await store.append([anExchange({ outcome: 'unreachable', latencyMs: 1 })]);
    expect((await store.tally(window)).incumbent.latencyMsP95).toBeNull();
  });

  it('knows nothing of a project without exchanges, and makes no numbers up', async () => {
    expect(await store.totals('prj_none')).toEqual({
      exchanges: 0,
      okExchanges: 0,
      failures: 0,
      costNanoUsd: 0,
      pricedCostNanoUsd: 0,
      unpricedExchanges: 0,
      firstAt: null,
      lastAt: null,
    });
  });

  it('adds up what is known to be spent, copies included, beyond 32 bits', async () => {
    const shadow = { arm: 'candidate', route: 'shadow' } as const;
    await store.append([
      anExchange({ costNanoUsd: 3_000_000_000, at: start }),
      anExchange({ costNanoUsd: 2_000_000_000, at: start + 5, ...shadow }),
      anExchange({ costNanoUsd: null, outcome: 'unreachable', at: start + 9 }),
    ]);
    expect(await store.totals('prj_one')).toEqual({
      exchanges: 2,
      okExchanges: 1,
      failures: 1,
      costNanoUsd: 5_000_000_000,
      pricedCostNanoUsd: 5_000_000_000,
      unpricedExchanges: 0,
      firstAt: start,
      lastAt: start + 9,
    });
  });

  it('does not know the cost as soon as one call that may be billed has none', async () => {
    await store.append([anExchange({ costNanoUsd: 7 }), anExchange({ costNanoUsd: null })]);
    expect(await store.totals('prj_one')).toMatchObject({
      costNanoUsd: null,
      pricedCostNanoUsd: 7,
      unpricedExchanges: 1,
    });
  });

  it('offers for training only whole chats that the incumbent answered well', async () => {
    const good = [anExchange(), anExchange(), anExchange()];
    const unfit: Partial<Exchange>[] = [
      { arm: 'candidate', route: 'candidate' },
      { route: 'fallback' },
      { outcome: 'incomplete' },
      { path: '/embeddings' },
      { truncated: true },
      { request: null },
      { response: null },
      { projectId: 'prj_two' },
    ];
    await store.append([...good, ...unfit.map((parts) => anExchange(parts))]);
    const first = await store.trainable({ projectId: 'prj_one', afterId: null, limit: 2 });
    const rest = await store.trainable({ projectId: 'prj_one', afterId: first.at(-1)?.id ?? null, limit: 2 });
    expect([...first, ...rest]).toEqual(good);
  });
}

describeOnEachDatabase('the store of exchanges', (stores) => {
  keepsExchanges(async () => new SqlExchangeStore(await stores.open()));

  it('keeps nothing of a batch of which one exchange cannot be kept', async () => {
    const store = new SqlExchangeStore(await stores.open());
    const broken = { ...anExchange(), vendor: null as unknown as string };
    await expect(store.append([anExchange(), broken])).rejects.toThrow();
    expect((await store.totals('prj_one')).exchanges).toBe(0);
  });
});

describe('the fake store of exchanges', () => {
  keepsExchanges(() => Promise.resolve(new FakeExchangeStore()));
});
