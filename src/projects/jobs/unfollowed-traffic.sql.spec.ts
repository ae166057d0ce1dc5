import { aCommit, anUnbornProject } from '../../../test/builders/a-project.js';
import { anExchange } from '../../../test/builders/an-exchange.js';
import { FakeClock } from '../../../test/fakes/clock.fake.js';
import { FakeIds } from '../../../test/fakes/ids.fake.js';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import type { Exchange } from '../../exchanges/exchange.js';
import { SqlExchangeStore } from '../../exchanges/exchange-store.sql.js';
import type { Database } from '../../platform/database/database.sql.js';
import { Outbox } from '../../platform/jobs/outbox.sql.js';
import { SqlExampleStore } from '../../readiness/rows/example-store.sql.js';
import { SqlStatusRowStore } from '../../readiness/status/status-row.sql.js';
import { SqlProjectStore } from '../project-store.sql.js';
import { SqlUnfollowedTraffic } from './unfollowed-traffic.sql.js';

const [one, two] = ['prj_01kc0000000000000000000001', 'prj_01kc0000000000000000000002'];
const question = { stages: ['assessing', 'collecting'], toldBefore: 1_000, limit: 10 };

class Rooms {
  readonly traffic: SqlUnfollowedTraffic;
  private readonly exchanges: SqlExchangeStore;
  private readonly examples: SqlExampleStore;
  private readonly status: SqlStatusRowStore;
  private readonly projects: SqlProjectStore;

  constructor(database: Database) {
    this.traffic = new SqlUnfollowedTraffic(database);
    this.exchanges = new SqlExchangeStore(database);
    this.examples = new SqlExampleStore(database);
    this.status = new SqlStatusRowStore(database);
    this.projects = new SqlProjectStore(database, new Outbox(database, new FakeClock(), new FakeIds()));
  }

  async project(id: string): Promise<void> {
    await this.projects.commit(aCommit(anUnbornProject(id), { name: 'project.created' }));
  }

  async call(projectId: string, parts: Partial<Exchange> = {}): Promise<Exchange> {
    const exchange = anExchange({ projectId, ...parts });
    await this.exchanges.append([exchange]);
    return exchange;
  }

  async seen({ projectId, id, at }: Exchange): Promise<void> {
    const results = [{ exchangeId: id, at, result: { excluded: 'no-answer' as const } }];
    await this.examples.takeCaptured({ projectId, results, at });
  }

  told(projectId: string, updatedAt: number): Promise<void> {
    return this.status.write({ projectId, document: '{}', updatedAt });
  }
}

describeOnEachDatabase('traffic that readiness has not seen', (stores) => {
  async function opened(): Promise<Rooms> {
    const rooms = new Rooms(await stores.open());
    await rooms.project(one);
    await rooms.project(two);
    return rooms;
  }

  it('is that of projects with a call behind the newest one seen', async () => {
    const rooms = await opened();
    expect(await rooms.traffic.projects(question)).toEqual([]);
    const first = await rooms.call(two);
    expect(await rooms.traffic.projects(question)).toEqual([two]);
    await rooms.seen(first);
    expect(await rooms.traffic.projects(question)).toEqual([]);
    await rooms.call(two);
    expect(await rooms.traffic.projects(question)).toEqual([two]);
  });

  it('is not that of calls which can be no rows', async () => {
    const rooms = await opened();
    await rooms.call(one, { outcome: 'upstream-error', status: 500 });
    await rooms.call(one, { route: 'candidate', arm: 'candidate' });
    await rooms.call(one, { request: null });
    await rooms.call(one, { truncated: true });
    await rooms.call(one, { path: '/embeddings' });
    expect(await rooms.traffic.projects(question)).toEqual([]);
  });

  it('comes the longest untold first, and without those that were told just now or stand elsewhere', async () => {
    const rooms = await opened();
    await rooms.call(one);
    await rooms.call(two);
    await rooms.told(one, 900);
    expect(await rooms.traffic.projects(question)).toEqual([two, one]);
    expect(await rooms.traffic.projects({ ...question, limit: 1 })).toEqual([two]);
    await rooms.told(two, 1_001);
    expect(await rooms.traffic.projects(question)).toEqual([one]);
    expect(await rooms.traffic.projects({ ...question, stages: ['tuning'] })).toEqual([]);
  });
});
