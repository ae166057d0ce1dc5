import { anExchange } from '../../test/builders/an-exchange.js';
import { describeOnEachDatabase } from '../../test/harness/each-database.js';
import { SqlExchangeStore } from './exchange-store.sql.js';
import { SqlExchangeWalk } from './exchange-walk.sql.js';

describeOnEachDatabase('the walk along the calls of a project', (stores) => {
  it('meets each call once, oldest first, with both bodies, and no copies for a shadow', async () => {
    const database = await stores.open();
    const walk = new SqlExchangeWalk(database);
    const calls = [
      anExchange(),
      anExchange({ outcome: 'timeout' }),
      anExchange({ arm: 'candidate', route: 'candidate' }),
    ];
    const left = [anExchange({ route: 'shadow', arm: 'candidate' }), anExchange({ projectId: 'prj_two' })];
    await new SqlExchangeStore(database).append([...left, ...calls]);
    const projectId = 'prj_one';
    const first = await walk.after({ projectId, afterId: '', limit: 2 });
    const rest = await walk.after({ projectId, afterId: first[1]?.id ?? '', limit: 2 });
    expect([...first, ...rest]).toEqual(calls);
    const [from, middle, until] = calls.map((one) => one.id) as [string, string, string];
    expect(await walk.ids({ projectId, fromId: from, untilId: middle })).toEqual([from, middle]);
    expect(await walk.those(projectId, [until, from, left[0]?.id ?? ''])).toEqual([calls[0], calls[2]]);
    expect(await walk.those(projectId, [])).toEqual([]);
  });
});
