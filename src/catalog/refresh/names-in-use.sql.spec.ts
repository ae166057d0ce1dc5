import { anExchange } from '../../../test/builders/an-exchange.js';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import { SqlExchangeStore } from '../../exchanges/exchange-store.sql.js';
import { makeId } from '../../kernel/ids.js';
import { SqlNamesInUse } from './names-in-use.sql.js';

const start = 1_764_000_000_000;

function anExchangeAt(at: number, names: { modelAsked: string | null; modelServed: string | null }) {
  return anExchange({ id: makeId('exc', at, new Uint8Array(10).fill(at % 256)), at, ...names });
}

describeOnEachDatabase('names of models in use', (stores) => {
  it('are those that calls since then asked for and were answered by, once each', async () => {
    const database = await stores.open();
    await new SqlExchangeStore(database).append([
      anExchangeAt(start, { modelAsked: 'old', modelServed: null }),
      anExchangeAt(start + 2001, { modelAsked: 'GPT-4o', modelServed: 'gpt-4o-2024-08-06' }),
      anExchangeAt(start + 2002, { modelAsked: 'gpt-4o', modelServed: null }),
    ]);
    const names = new SqlNamesInUse(database);
    expect([...(await names.since(start + 1000))].sort()).toEqual(['gpt-4o', 'gpt-4o-2024-08-06']);
    expect((await names.since(start + 5000)).size).toBe(0);
    expect((await names.since(start)).has('old')).toBe(true);
  });

  it('are found behind the first page', async () => {
    const database = await stores.open();
    const many = Array.from({ length: 2500 }, (_, index) =>
      anExchangeAt(start + index, { modelAsked: index === 2499 ? 'last' : 'many', modelServed: null }),
    );
    await new SqlExchangeStore(database).append(many);
    expect([...(await new SqlNamesInUse(database).since(start - 1))].sort()).toEqual(['last', 'many']);
  });
});
