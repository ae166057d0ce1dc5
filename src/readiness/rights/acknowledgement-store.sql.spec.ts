import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import type { RightsAcknowledgement } from './acknowledgement-store.js';
import { SqlAcknowledgementStore } from './acknowledgement-store.sql.js';

const anAcknowledgement = (id: string, parts: Partial<RightsAcknowledgement> = {}): RightsAcknowledgement => ({
  id,
  projectId: 'prj_one',
  source: 'vendor:openai/api',
  targetDigest: 'aa',
  by: 'ada',
  reason: 'Counsel read it.',
  at: 10,
  withdrawn: null,
  ...parts,
});

describeOnEachDatabase('acknowledgements', (stores) => {
  let acknowledgements: SqlAcknowledgementStore;

  beforeEach(async () => {
    acknowledgements = new SqlAcknowledgementStore(await stores.open());
  });

  it('come back as they were given, newest first', async () => {
    await acknowledgements.add(anAcknowledgement('ack_1'));
    await acknowledgements.add(anAcknowledgement('ack_2', { at: 20 }));
    expect(await acknowledgements.list('prj_one')).toEqual([
      anAcknowledgement('ack_2', { at: 20 }),
      anAcknowledgement('ack_1'),
    ]);
    expect(await acknowledgements.list('prj_two')).toEqual([]);
  });

  it('hold for their own target only, the newest for each source', async () => {
    await acknowledgements.add(anAcknowledgement('ack_1'));
    await acknowledgements.add(anAcknowledgement('ack_2', { at: 20 }));
    await acknowledgements.add(anAcknowledgement('ack_3', { source: 'import:imp_1' }));
    await acknowledgements.add(anAcknowledgement('ack_4', { targetDigest: 'bb' }));
    const holding = async (target: string) => (await acknowledgements.holding('prj_one', target)).map((one) => one.id);
    expect(new Set(await holding('aa'))).toEqual(new Set(['ack_2', 'ack_3']));
    expect(await holding('cc')).toEqual([]);
  });

  it('hold no more once withdrawn', async () => {
    await acknowledgements.add(anAcknowledgement('ack_1'));
    const question = { projectId: 'prj_one', id: 'ack_1', by: 'bob', at: 30 };
    expect((await acknowledgements.withdraw(question))?.withdrawn).toEqual({ by: 'bob', at: 30 });
    expect((await acknowledgements.withdraw({ ...question, at: 99 }))?.withdrawn).toEqual({ by: 'bob', at: 30 });
    expect(await acknowledgements.holding('prj_one', 'aa')).toEqual([]);
    expect(await acknowledgements.withdraw({ ...question, id: 'ack_9' })).toBeNull();
  });
});
