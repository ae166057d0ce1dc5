import { aRoutePlan } from '../../test/builders/a-route-plan.js';
import { describeOnEachDatabase } from '../../test/harness/each-database.js';
import type { Database } from '../platform/database/database.sql.js';
import { Log } from '../platform/telemetry/log.client.js';
import type { RoutePlan } from './route-plan.js';
import { SqlRoutePlanStore, writeRoutePlan } from './route-plan-store.sql.js';

const log = new Log('silent');
const write = (database: Database, plan: RoutePlan) => database.transaction((within) => writeRoutePlan(within, plan));

describeOnEachDatabase('route plans', (stores) => {
  let database: Database;
  let store: SqlRoutePlanStore;

  beforeEach(async () => {
    database = await stores.open();
    store = new SqlRoutePlanStore(database, log);
  });

  it('gives back a plan as it was written', async () => {
    await write(database, aRoutePlan());
    expect(await store.find('prj_one')).toEqual(aRoutePlan());
    expect(await store.find('prj_two')).toBeNull();
  });

  it('keeps it over a restart', async () => {
    await write(database, aRoutePlan());
    database = await stores.reopen(database);
    expect(await new SqlRoutePlanStore(database, log).find('prj_one')).toEqual(aRoutePlan());
  });

  it('routes by a newer plan as soon as it is committed, and tells of it', async () => {
    await write(database, aRoutePlan({ revision: 1 }));
    const told: number[] = [];
    store.onChange((plan) => told.push(plan.revision));
    await write(database, aRoutePlan({ revision: 2, mode: 'incumbent' }));
    expect((await store.find('prj_one'))?.mode).toBe('incumbent');
    expect(told).toEqual([2]);
  });

  it('never lets an older revision overwrite a newer one, in memory or in the store', async () => {
    await write(database, aRoutePlan({ revision: 9, mode: 'incumbent' }));
    await write(database, aRoutePlan({ revision: 8, mode: 'candidate' }));
    expect((await store.find('prj_one'))?.revision).toBe(9);
    expect((await new SqlRoutePlanStore(database, log).find('prj_one'))?.revision).toBe(9);
  });

  it('changes nothing when the transaction is rolled back', async () => {
    await write(database, aRoutePlan({ revision: 1 }));
    const broken = database.transaction(async (within) => {
      await writeRoutePlan(within, aRoutePlan({ revision: 2, mode: 'candidate' }));
      throw new Error('the step could not be saved');
    });
    await expect(broken).rejects.toThrow('could not be saved');
    expect((await store.find('prj_one'))?.revision).toBe(1);
  });

  it('lists the plans under which the candidate sees traffic', async () => {
    const modes = ['incumbent', 'shadow', 'split', 'candidate'] as const;
    for (const mode of modes) {
      await write(database, aRoutePlan({ projectId: `prj_${mode}`, mode }));
    }
    const exposed = (await store.exposed()).map((plan) => plan.projectId).sort();
    expect(exposed).toEqual(['prj_candidate', 'prj_shadow', 'prj_split']);
  });

  it('learns by a refresh what another process has written', async () => {
    await write(database, aRoutePlan({ revision: 1 }));
    const other = new SqlRoutePlanStore(database, log);
    await other.find('prj_one');
    await other.onApplicationShutdown();
    await write(database, aRoutePlan({ revision: 2, mode: 'incumbent', updatedAt: 1_764_000_000_001 }));
    expect((await other.find('prj_one'))?.revision).toBe(1);
    await other.refresh();
    expect((await other.find('prj_one'))?.revision).toBe(2);
  });

  it('learns in time even of a plan whose writer has a clock that is hours behind', async () => {
    await write(database, aRoutePlan({ revision: 1 }));
    const other = new SqlRoutePlanStore(database, log);
    await other.find('prj_one');
    await other.refresh();
    await other.onApplicationShutdown();
    await write(database, aRoutePlan({ revision: 2, mode: 'incumbent', updatedAt: 1_763_990_000_000 }));
    for (let refresh = 0; refresh < 40; refresh += 1) {
      await other.refresh();
    }
    expect((await other.find('prj_one'))?.revision).toBe(2);
  });

  it('keeps the plans of two databases apart', async () => {
    const elsewhere = await stores.open();
    const other = new SqlRoutePlanStore(elsewhere, log);
    await write(database, aRoutePlan());
    expect(await other.find('prj_one')).toBeNull();
  });
});
