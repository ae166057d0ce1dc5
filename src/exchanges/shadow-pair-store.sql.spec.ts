// The contract of the store of shadow pairs, held by both engines and by the fake.
import { aShadowPair } from '../../test/builders/an-exchange.js';
import { FakeShadowPairStore } from '../../test/fakes/shadow-pair-store.fake.js';
import { describeOnEachDatabase } from '../../test/harness/each-database.js';
import type { ShadowPairStore } from './shadow-pair-store.js';
import { SqlShadowPairStore } from './shadow-pair-store.sql.js';

const start = 1_764_000_000_000;
const query = { projectId: 'prj_one', attempt: 1, sinceMs: start };

function keepsPairs(open: () => Promise<ShadowPairStore>): void {
  it('counts what was compared, what agreed, and what the candidate failed', async () => {
    const store = await open();
    const pairs = [
      aShadowPair({ agree: true }),
      aShadowPair({ agree: true }),
      aShadowPair({ agree: false, candidateAnswer: 'exchange' }),
      aShadowPair({ agree: null, candidateFailed: true, candidateAnswer: null, failure: 'timeout' }),
      aShadowPair({ agree: null, incumbentAnswer: null, failure: 'the incumbent gave no text' }),
    ];
    for (const pair of pairs) {
      await store.append(pair);
    }
    expect(await store.tally(query)).toEqual({ pairs: 3, agreeing: 2, candidateFailures: 1, candidateCalls: 4 });
  });

  it('counts one attempt of one project from a moment on', async () => {
    const store = await open();
    await store.append(aShadowPair());
    await store.append(aShadowPair({ at: start - 1 }));
    await store.append(aShadowPair({ attempt: 2 }));
    await store.append(aShadowPair({ projectId: 'prj_two' }));
    expect((await store.tally(query)).pairs).toBe(1);
  });

  it('keeps a pair once', async () => {
    const store = await open();
    const pair = aShadowPair();
    await store.append(pair);
    await store.append(pair);
    expect((await store.tally(query)).pairs).toBe(1);
  });

  it('counts nothing where nothing was seen', async () => {
    const store = await open();
    expect(await store.tally(query)).toEqual({ pairs: 0, agreeing: 0, candidateFailures: 0, candidateCalls: 0 });
  });
}

describeOnEachDatabase('the store of shadow pairs', (stores) => {
  keepsPairs(async () => new SqlShadowPairStore(await stores.open()));
});

describe('the fake store of shadow pairs', () => {
  keepsPairs(() => Promise.resolve(new FakeShadowPairStore()));
});
