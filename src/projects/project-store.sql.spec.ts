import { aBrief, aChange, aCommit, aGateRun, anUnbornProject } from '../../test/builders/a-project.js';
import { FakeClock } from '../../test/fakes/clock.fake.js';
import { FakeIds } from '../../test/fakes/ids.fake.js';
import { describeOnEachDatabase } from '../../test/harness/each-database.js';
import type { Database } from '../platform/database/database.sql.js';
import { Outbox } from '../platform/jobs/outbox.sql.js';
import { ChainCheck } from './history-entry.js';
import type { Project } from './project.js';
import { SqlProjectRecords } from './project-records.sql.js';
import type { IdempotencyRecord, ProjectQuery } from './project-store.js';
import { SqlProjectStore } from './project-store.sql.js';

function storeOn(database: Database) {
  const outbox = new Outbox(database, new FakeClock(5000), new FakeIds());
  return { store: new SqlProjectStore(database, outbox), records: new SqlProjectRecords(database), outbox };
}

function keyRecord(parts: Partial<IdempotencyRecord> = {}): IdempotencyRecord {
  return {
    scope: 'ada/prj',
    key: 'k1',
    requestDigest: 'd1',
    status: 200,
    body: '{"version":2}',
    createdAt: 2000,
    expiresAt: 9000,
    ...parts,
  };
}

describeOnEachDatabase('the store of projects', (stores) => {
  async function withProject() {
    const opened = storeOn(await stores.open());
    const commit = aCommit(anUnbornProject('prj_01kc0000000000000000000001'), { name: 'project.created' });
    expect(await opened.store.commit(commit)).toBe('saved');
    return { ...opened, project: commit.project };
  }

  it('gives back what was saved', async () => {
    const { store, project } = await withProject();
    expect(await store.find(project.id)).toEqual(project);
    expect(await store.find('prj_none')).toBeNull();
  });

  it('takes one of many commits on the same version, whole, and none of the others', async () => {
    const { store, records, project } = await withProject();
    const commits = Array.from({ length: 20 }, (_, at) =>
      aCommit(project, { details: { at }, gateRun: aGateRun({ id: `run_${at}` }) }),
    );
    const results = await Promise.all(commits.map((commit) => store.commit(commit)));
    expect(results.filter((result) => result === 'saved')).toHaveLength(1);
    expect(results.filter((result) => result === 'stale')).toHaveLength(19);
    expect((await store.find(project.id))?.version).toBe(2);
    expect(await records.gateRuns({ projectId: project.id, afterId: null, limit: 100 })).toHaveLength(1);
    expect(await records.history({ projectId: project.id, afterVersion: 0, limit: 100 })).toHaveLength(2);
  });

  it('writes nothing of a commit whose key was used, and says so', async () => {
    const { store, records, project } = await withProject();
    const first = aCommit(project, {}, { idempotency: keyRecord() });
    expect(await store.commit(first)).toBe('saved');
    const again = aCommit(first.project, { gateRun: aGateRun() }, { idempotency: keyRecord({ body: 'other' }) });
    expect(await store.commit(again)).toBe('repeated');
    expect((await store.find(project.id))?.version).toBe(2);
    expect(await records.gateRuns({ projectId: project.id, afterId: null, limit: 10 })).toEqual([]);
    expect(await store.idempotency('ada/prj', 'k1', 2500)).toEqual(keyRecord());
  });

  it('lets a key be used again after its retention, and keeps keys of different callers apart', async () => {
    const { store, project } = await withProject();
    const first = aCommit(project, {}, { idempotency: keyRecord({ expiresAt: 2100 }) });
    await store.commit(first);
    expect(await store.idempotency('ada/prj', 'k1', 2100)).toBeNull();
    expect(await store.idempotency('eve/prj', 'k1', 2000)).toBeNull();
    const later = keyRecord({ createdAt: 3000, body: '{"version":3}' });
    expect(await store.commit(aCommit(first.project, {}, { idempotency: later }))).toBe('saved');
    expect((await store.idempotency('ada/prj', 'k1', 3500))?.body).toBe('{"version":3}');
  });

  it('keeps the chain of the history whole and its head in the project', async () => {
    const { store, records, project } = await withProject();
    let current: Project = project;
    for (let version = 2; version <= 6; version += 1) {
      const commit = aCommit(current, { details: { version } });
      await store.commit(commit);
      current = commit.project;
    }
    const entries = await records.history({ projectId: project.id, afterVersion: 0, limit: 100 });
    const check = new ChainCheck();
    expect(entries.map((entry) => check.next(entry))).toEqual([null, null, null, null, null, null]);
    expect((await store.find(project.id))?.headHash).toBe(check.head);
  });

  it('puts the work that a step asks for into the outbox, with the step', async () => {
    const { store, outbox, project } = await withProject();
    await store.commit(aCommit(project, {}, { messages: [{ topic: 'training.start', payload: { attempt: 1 } }] }));
    const [job] = await outbox.lease(['training.start'], 5, 1000);
    expect(job).toMatchObject({ topic: 'training.start', projectId: project.id, payload: { attempt: 1 } });
  });

  it('replaces the deadlines of a project when they change', async () => {
    const { store, records, project } = await withProject();
    const event = { type: 'GATE_RUN_EXPIRED' as const, at: 9000 };
    const deadline = { projectId: project.id, name: 'gate-run-expires', dueAt: 9000, event };
    const first = aCommit(project, {}, { deadlines: [deadline] });
    await store.commit(first);
    expect(await records.dueDeadlines(8999, 10)).toEqual([]);
    expect(await records.dueDeadlines(9000, 10)).toEqual([deadline]);
    await store.commit(aCommit(first.project, {}, { deadlines: [] }));
    expect(await records.dueDeadlines(9000, 10)).toEqual([]);
  });

  it('tells listeners of a version only after it is durable', async () => {
    const { store, project } = await withProject();
    const heard: [string, number][] = [];
    store.onCommit((projectId, status) => heard.push([projectId, status.version]));
    const commit = aCommit(project);
    await store.commit(commit);
    await store.commit({ ...commit, expectedVersion: 1 });
    expect(heard).toEqual([[project.id, 2]]);
  });

  it('keeps what is known beside the version without a new one, and tells of it once', async () => {
    const { store, project } = await withProject();
    const heard: [number, number][] = [];
    store.onCommit((_, status) => heard.push([status.version, status.standing]));
    const forced = {
      because: 'closed-1 was shut down on 2026-10-23; leaving takes 180 days.',
      shutdownOn: '2026-10-23',
      daysLeft: -33,
      leadTimeDays: 180,
      replacements: [],
      advice: 'Import what you kept.',
    };
    expect(await store.keepStanding(project, { forced, lockIn: null })).toBe(true);
    const seen = { ...project, standingRevision: 1 };
    expect(await store.keepStanding(seen, { forced, lockIn: null })).toBe(true);
    expect(heard).toEqual([[1, 1]]);
    expect(await store.find(project.id)).toEqual({
      ...project,
      standing: { forced, lockIn: null },
      standingRevision: 1,
    });
    const status = await store.status(project.id);
    expect(status).toMatchObject({ version: 1, standing: 1 });
    expect(JSON.parse(status?.body ?? '')).toMatchObject({ version: 1, forced: { daysLeft: -33 }, lockIn: null });
  });

  it('writes nothing that was made of a project which has moved since', async () => {
    const { store, project } = await withProject();
    const lockIn = {
      ...{ day: '2026-11-25', score: 64.6, low: 56.1, high: 70.5, confidence: 0.72, band: 'high' },
      ...{ pointsPer30Days: null, isTrend: false, daysToShutdown: null },
    };
    await store.commit(aCommit(project));
    expect(await store.keepStanding(project, { forced: null, lockIn })).toBe(false);
    const present = await store.find(project.id);
    expect(present).toMatchObject({ version: 2, standing: { lockIn: null }, standingRevision: 0 });
    const standing = { forced: null, lockIn };
    expect(await store.keepStanding({ ...project, version: 2, standingRevision: 3 }, standing)).toBe(false);
    expect(await store.keepStanding({ ...project, version: 2 }, standing)).toBe(true);
  });

  it('does not let a step that was begun earlier take back what is known since', async () => {
    const { store, project } = await withProject();
    const commit = aCommit(project);
    const lockIn = {
      ...{ day: '2026-11-25', score: 64.6, low: 56.1, high: 70.5, confidence: 0.72, band: 'high' },
      ...{ pointsPer30Days: null, isTrend: false, daysToShutdown: null },
    };
    await store.keepStanding(project, { forced: null, lockIn });
    const heard: (string | null)[] = [];
    store.onCommit((_, status) => heard.push(JSON.parse(status.body).lockIn?.band ?? null));
    await store.commit(commit);
    expect(heard).toEqual(['high']);
    expect((await store.find(project.id))?.standing.lockIn).toEqual(lockIn);
  });

  it('lists by stage, owner and a part of the name, page by page, and only what may be seen', async () => {
    const { store } = storeOn(await stores.open());
    for (const [at, name] of ['100 % bank', 'Bank_two', 'shop'].entries()) {
      const unborn = anUnbornProject(`prj_01kc000000000000000000000${at}`);
      await store.commit(aCommit({ ...unborn, brief: { ...aBrief, name, owner: at === 2 ? 'bob' : 'ada' } }));
    }
    const all: ProjectQuery = { ids: 'all', stage: null, owner: null, text: null, afterId: null, limit: 10 };
    const names = async (query: Partial<ProjectQuery>) =>
      (await store.list({ ...all, ...query })).map((one) => one.brief.name);
    expect(await names({})).toEqual(['100 % bank', 'Bank_two', 'shop']);
    expect(await names({ text: 'BANK' })).toEqual(['100 % bank', 'Bank_two']);
    expect(await names({ text: '0 %' })).toEqual(['100 % bank']);
    expect(await names({ text: 'k_t' })).toEqual(['Bank_two']);
    expect(await names({ owner: 'bob' })).toEqual(['shop']);
    expect(await names({ stage: 'collecting' })).toEqual([]);
    expect(await names({ ids: ['prj_01kc0000000000000000000002'] })).toEqual(['shop']);
    expect(await names({ ids: [] })).toEqual([]);
    expect(await names({ afterId: 'prj_01kc0000000000000000000000', limit: 1 })).toEqual(['Bank_two']);
  });

  it('refuses a change that names no version of a project that exists', async () => {
    const { store, project } = await withProject();
    await expect(store.commit(aCommit({ ...project, version: 0 }, aChange()))).rejects.toThrow();
  });
});
