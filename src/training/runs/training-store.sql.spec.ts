import { randomBytes } from 'node:crypto';
import { happeningTypes, outboxMessages } from '../../../test/builders/outbox-messages.js';
import { FakeClock } from '../../../test/fakes/clock.fake.js';
import { FakeIds } from '../../../test/fakes/ids.fake.js';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import { sha256Hex } from '../../kernel/digest.js';
import type { Database } from '../../platform/database/database.sql.js';
import { Outbox } from '../../platform/jobs/outbox.sql.js';
import { SqlArtefactStore } from '../artefacts/artefact-store.sql.js';
import type { TrainingRun } from './training-run.js';
import type { NewArtefact, TrainingNews } from './training-store.js';
import { SqlTrainingStore } from './training-store.sql.js';

const silence: TrainingNews = { events: [], evidence: [] };
const news = (type: string): TrainingNews => ({ events: [{ type, at: 5 }], evidence: [] });

function aRun(parts: Partial<TrainingRun> = {}): TrainingRun {
  return {
    id: 'trn_1',
    projectId: 'prj_one',
    datasetId: 'dst_1',
    datasetDigest: 'sha256:aa',
    recipe: 'baseline-student',
    state: 'running',
    progressShare: 0,
    etaSeconds: null,
    trainRows: 900,
    trainSeconds: null,
    artefactId: null,
    artefactDigest: null,
    failure: null,
    createdBy: 'ada',
    createdAt: 100,
    startedAt: 100,
    finishedAt: null,
    ...parts,
  };
}

function anArtefact(content = randomBytes(100_000)): NewArtefact {
  const digest = `sha256:${sha256Hex(content)}`;
  const base = { id: 'art_1', projectId: 'prj_one', runId: 'trn_1', recipe: 'baseline-student', createdAt: 200 };
  return { ...base, digest, sizeBytes: content.length, content };
}

describeOnEachDatabase('training runs', (stores) => {
  let database: Database;
  let runs: SqlTrainingStore;
  let artefacts: SqlArtefactStore;

  beforeEach(async () => {
    database = await stores.open();
    runs = new SqlTrainingStore(database, new Outbox(database, new FakeClock(), new FakeIds()));
    artefacts = new SqlArtefactStore(database);
  });

  it('begins a run once, however often it is asked to, and tells it once', async () => {
    await runs.begin(aRun(), news('JOB_STARTED'));
    const again = await runs.begin(aRun({ createdAt: 999 }), news('JOB_STARTED'));
    expect(again).toEqual(aRun());
    expect(await happeningTypes(database)).toEqual(['JOB_STARTED']);
  });

  it('keeps the end, the artefact and the news together', async () => {
    await runs.begin(aRun(), silence);
    const artefact = anArtefact();
    const done = aRun({ state: 'succeeded', artefactId: 'art_1', artefactDigest: artefact.digest, finishedAt: 200 });
    expect(await runs.finish(done, artefact, news('JOB_SUCCEEDED'))).toBe(true);
    expect(await runs.find('prj_one', 'trn_1')).toEqual(done);
    const { content, ...known } = artefact;
    expect(await artefacts.find('art_1')).toEqual(known);
    expect((await artefacts.content('art_1'))?.equals(content)).toBe(true);
    expect(await outboxMessages(database)).toEqual([
      {
        topic: 'happening',
        projectId: 'prj_one',
        payload: { projectId: 'prj_one', events: [{ type: 'JOB_SUCCEEDED', at: 5 }], evidence: [] },
      },
    ]);
  });

  it('lets no end follow a cancellation: no artefact, no news', async () => {
    await runs.begin(aRun(), silence);
    expect(await runs.cancelBefore('prj_one', 100, 150)).toEqual(['trn_1']);
    expect(await runs.finish(aRun({ state: 'succeeded' }), anArtefact(), news('JOB_SUCCEEDED'))).toBe(false);
    expect(await runs.saveProgress('trn_1', { share: 0.9, etaSeconds: 1 })).toBe(false);
    expect(await runs.find('prj_one', 'trn_1')).toEqual(aRun({ state: 'cancelled', finishedAt: 150 }));
    expect(await artefacts.find('art_1')).toBeNull();
    expect(await outboxMessages(database)).toEqual([]);
  });

  it('does not cancel what began after the moment, nor what belongs to others, nor what has ended', async () => {
    await runs.begin(aRun({ createdAt: 101 }), silence);
    await runs.begin(aRun({ id: 'trn_2', projectId: 'prj_two' }), silence);
    await runs.begin(aRun({ id: 'trn_3', state: 'failed' }), silence);
    expect(await runs.cancelBefore('prj_one', 100, 150)).toEqual([]);
  });

  it('saves how far a run is', async () => {
    await runs.begin(aRun(), silence);
    expect(await runs.saveProgress('trn_1', { share: 0.25, etaSeconds: 9.5 })).toBe(true);
    expect(await runs.find('prj_one', 'trn_1')).toMatchObject({ progressShare: 0.25, etaSeconds: 9.5 });
  });

  it('lists the newest first, page after page, of one project', async () => {
    for (const id of ['trn_1', 'trn_2', 'trn_3']) {
      await runs.begin(aRun({ id }), silence);
    }
    await runs.begin(aRun({ id: 'trn_9', projectId: 'prj_two' }), silence);
    const first = await runs.list({ projectId: 'prj_one', after: null, limit: 2 });
    expect(first.runs.map((run) => run.id)).toEqual(['trn_3', 'trn_2']);
    const second = await runs.list({ projectId: 'prj_one', after: first.next, limit: 2 });
    expect([second.runs.map((run) => run.id), second.next]).toEqual([['trn_1'], null]);
  });

  it('tells nothing of a run to another project', async () => {
    await runs.begin(aRun(), silence);
    expect(await runs.find('prj_two', 'trn_1')).toBeNull();
  });
});
