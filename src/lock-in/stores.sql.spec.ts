// The contract of what this room keeps, on both engines.
import { describeOnEachDatabase } from '../../test/harness/each-database.js';
import { SqlLockInStatusStore } from './days/status-row.sql.js';
import { SqlFactStore } from './facts/fact-store.sql.js';
import { SqlAlertAcknowledgementStore } from './inputs/acknowledgement-store.sql.js';
import { SqlDocumentStore } from './inputs/document-store.sql.js';
import { type Drill } from './inputs/drill-store.js';
import { SqlDrillStore } from './inputs/drill-store.sql.js';
import { type Fact, rulingFacts } from './score/fact.js';

const projectId = 'prj_one';

function aFact(parts: Partial<Fact>): Fact {
  return {
    ...{ id: 'fct_1', indicatorId: '4.4', value: 'both', basis: 'declared', observedAt: 10, validUntil: null },
    ...{ recordedAt: 10, recordedBy: 'grace', evidence: ['c-1'], note: 'Clause 12.' },
    ...parts,
  };
}

describeOnEachDatabase('the store of facts', (stores) => {
  it('gives a fact back as it was, and adds it once', async () => {
    const store = new SqlFactStore(await stores.open());
    await store.add(projectId, [aFact({ value: 0.25 })]);
    await store.add(projectId, [aFact({ value: 'none' })]);
    expect(await store.list({ projectId, indicatorId: null, afterId: null, limit: 10 })).toEqual([
      aFact({ value: 0.25 }),
    ]);
    expect(await store.list({ projectId: 'prj_two', indicatorId: null, afterId: null, limit: 10 })).toEqual([]);
  });

  it('knows which rule, as of any time', async () => {
    const store = new SqlFactStore(await stores.open());
    const all = [
      aFact({ id: 'fct_1', value: 'none' }),
      aFact({ id: 'fct_2', value: 'one', observedAt: 20, recordedAt: 21 }),
      aFact({ id: 'fct_3', value: 'both', observedAt: 20, recordedAt: 30 }),
      aFact({ id: 'fct_4', indicatorId: '4.5', value: 'one', observedAt: 15, recordedAt: 40 }),
      aFact({ id: 'fct_5', value: 'none', observedAt: 99, recordedAt: 99 }),
    ];
    await store.add(projectId, all);
    for (const at of [5, 10, 20, 25, 30, 40, 99]) {
      expect(rulingFacts(await store.newest(projectId, at), at)).toEqual(rulingFacts(all, at));
    }
  });
});

describeOnEachDatabase('what else is kept of lock-in', (stores) => {
  it('is a status that an older measurement does not take the place of', async () => {
    const store = new SqlLockInStatusStore(await stores.open());
    const row = { projectId, score: 50, low: 1, high: 99.5, confidence: 0.5, band: null, daysToShutdown: -3.5 };
    await store.write({ ...row, measuredAt: 20, isForced: true, document: '{"a":1}' });
    await store.write({ ...row, measuredAt: 10, isForced: false, document: '{}' });
    expect(await store.read(projectId)).toEqual({ ...row, measuredAt: 20, isForced: true, document: '{"a":1}' });
    expect(await store.newest(5)).toEqual([{ ...row, measuredAt: 20, isForced: true }]);
    expect(await store.measuredSince([projectId, 'prj_two'], 20)).toEqual(new Set([projectId]));
    expect(await store.measuredSince([projectId], 21)).toEqual(new Set());
  });

  it('are documents by kind', async () => {
    const store = new SqlDocumentStore(await stores.open());
    const one = { projectId, kind: 'costs', id: 'a', value: { usd: 1 }, updatedBy: 'ada', updatedAt: 1 };
    await store.put(one);
    await store.put({ ...one, value: { usd: 2 }, updatedAt: 2 });
    await store.put({ ...one, projectId: 'prj_two', updatedAt: 3 });
    expect(await store.find(projectId, 'costs', 'a')).toEqual({ ...one, value: { usd: 2 }, updatedAt: 2 });
    expect((await store.ofKind('costs', 10)).map((kept) => kept.projectId)).toEqual(['prj_two', projectId]);
    expect([await store.remove(projectId, 'costs', 'a'), await store.remove(projectId, 'costs', 'a')]).toEqual([
      true,
      false,
    ]);
    expect(await store.list(projectId, 'costs')).toEqual([]);
  });

  it('are drills, each of one source once, the newest first', async () => {
    const store = new SqlDrillStore(await stores.open());
    const drill: Drill = {
      ...{ id: 'drl_1', projectId, source: 'history:4', at: 10, kind: 'failover', scenario: 'stressed', passed: true },
      ...{ hours: null, impactToleranceHours: null, recordedBy: 'system', evidence: [], note: 'Rolled back.' },
    };
    await store.add(drill);
    await store.add({ ...drill, id: 'drl_2' });
    await store.add({ ...drill, id: 'drl_3', source: 'drl_3', at: 20 });
    expect((await store.list(projectId, 10)).map((one) => one.id)).toEqual(['drl_3', 'drl_1']);
    expect(await store.list('prj_two', 10)).toEqual([]);
  });

  it('are acknowledgements, the newest of each alert', async () => {
    const store = new SqlAlertAcknowledgementStore(await stores.open());
    const one = { projectId, alertKey: 'shutdown.near/gpt-4/over', by: 'ada', reason: 'Known.', at: 1, until: 5 };
    await store.put(one);
    await store.put({ ...one, by: 'grace', at: 2 });
    expect(await store.list(projectId)).toEqual([{ ...one, by: 'grace', at: 2 }]);
  });
});
