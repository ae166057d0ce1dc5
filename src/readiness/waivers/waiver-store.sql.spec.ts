import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import type { Waiver } from './waiver-store.js';
import { SqlWaiverStore } from './waiver-store.sql.js';

const aWaiver = (id: string, parts: Partial<Waiver> = {}): Waiver => ({
  id,
  projectId: 'prj_one',
  checkId: 'B03',
  by: 'ada',
  reason: 'The template is how people ask.',
  until: 1_000,
  at: 10,
  withdrawn: null,
  ...parts,
});

describeOnEachDatabase('waivers', (stores) => {
  let waivers: SqlWaiverStore;

  beforeEach(async () => {
    waivers = new SqlWaiverStore(await stores.open());
  });

  it('come back as they were granted, newest first, each project its own', async () => {
    await waivers.add(aWaiver('wvr_1'));
    await waivers.add(aWaiver('wvr_2', { at: 20 }));
    await waivers.add(aWaiver('wvr_3', { projectId: 'prj_two' }));
    expect(await waivers.list('prj_one')).toEqual([aWaiver('wvr_2', { at: 20 }), aWaiver('wvr_1')]);
  });

  it('hold until their end and not at it, the newest for each check', async () => {
    await waivers.add(aWaiver('wvr_1'));
    await waivers.add(aWaiver('wvr_2', { at: 20, reason: 'Looked at again.' }));
    await waivers.add(aWaiver('wvr_3', { checkId: 'V03', until: 500 }));
    const holding = async (at: number) => (await waivers.holding('prj_one', at)).map((one) => one.id);
    expect(await holding(499)).toEqual(['wvr_2', 'wvr_3']);
    expect(await holding(500)).toEqual(['wvr_2']);
    expect(await holding(1_000)).toEqual([]);
  });

  it('hold no more once withdrawn, by whoever did it first', async () => {
    await waivers.add(aWaiver('wvr_1'));
    const question = { projectId: 'prj_one', id: 'wvr_1', by: 'bob', at: 30 };
    expect((await waivers.withdraw(question))?.withdrawn).toEqual({ by: 'bob', at: 30 });
    expect((await waivers.withdraw({ ...question, by: 'eve', at: 40 }))?.withdrawn).toEqual({ by: 'bob', at: 30 });
    expect(await waivers.holding('prj_one', 50)).toEqual([]);
    expect(await waivers.withdraw({ ...question, projectId: 'prj_two' })).toBeNull();
  });
});
