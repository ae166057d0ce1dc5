import { anExchange } from '../../test/builders/an-exchange.js';
import { describeOnEachDatabase } from '../../test/harness/each-database.js';
import { SqlAnswerSources } from './answer-sources.sql.js';
import { SqlExchangeStore } from './exchange-store.sql.js';

describeOnEachDatabase('whose answers were captured', (stores) => {
  it('is counted by connection, model and version of the terms', async () => {
    const database = await stores.open();
    const exchanges = new SqlExchangeStore(database);
    const base = {
      projectId: 'prj_one',
      route: 'incumbent' as const,
      outcome: 'ok' as const,
      path: '/chat/completions',
    };
    await exchanges.append([
      anExchange({ ...base, id: 'exc_1', vendor: 'openai', modelServed: 'gpt-4o', termsVersion: '2026-01-01', at: 10 }),
      anExchange({ ...base, id: 'exc_2', vendor: 'openai', modelServed: 'gpt-4o', termsVersion: '2026-01-01', at: 20 }),
      anExchange({
        ...base,
        id: 'exc_3',
        vendor: 'openai',
        modelServed: null,
        modelAsked: 'gpt-4',
        termsVersion: null,
        at: 5,
      }),
      anExchange({ ...base, id: 'exc_4', vendor: 'own', arm: 'candidate', route: 'candidate', at: 30 }),
      anExchange({ ...base, id: 'exc_5', vendor: 'openai', outcome: 'upstream-error', at: 40 }),
      anExchange({ ...base, id: 'exc_6', projectId: 'prj_two', vendor: 'openai', at: 50 }),
    ]);
    expect(await new SqlAnswerSources(database).of('prj_one')).toEqual([
      { vendor: 'openai', model: 'gpt-4', termsVersion: null, calls: 1, lastAt: 5 },
      { vendor: 'openai', model: 'gpt-4o', termsVersion: '2026-01-01', calls: 2, lastAt: 20 },
    ]);
  });

  it('is nobody where nothing was captured', async () => {
    expect(await new SqlAnswerSources(await stores.open()).of('prj_one')).toEqual([]);
  });
});
