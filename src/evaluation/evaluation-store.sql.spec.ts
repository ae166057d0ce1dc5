import { happeningTypes } from '../../test/builders/outbox-messages.js';
import { FakeClock } from '../../test/fakes/clock.fake.js';
import { FakeIds } from '../../test/fakes/ids.fake.js';
import { describeOnEachDatabase } from '../../test/harness/each-database.js';
import type { Database } from '../platform/database/database.sql.js';
import { Outbox } from '../platform/jobs/outbox.sql.js';
import { SqlEvaluationItemStore } from './evaluation-item-store.sql.js';
import type { EvaluationItem, EvaluationRecord } from './evaluation-record.js';
import type { EvaluationNews } from './evaluation-store.js';
import { SqlEvaluationStore } from './evaluation-store.sql.js';

const silence: EvaluationNews = { events: [], evidence: [] };
const news = (type: string): EvaluationNews => ({ events: [{ type, at: 5 }], evidence: [] });
const progress = { share: 0.5, etaSeconds: 4 };

function anEvaluation(parts: Partial<EvaluationRecord> = {}): EvaluationRecord {
  return {
    id: 'evl_1',
    projectId: 'prj_one',
    datasetId: 'dst_1',
    datasetDigest: 'sha256:aa',
    artefactDigest: 'sha256:bb',
    state: 'running',
    rows: 4,
    progressShare: 0,
    etaSeconds: null,
    comparison: null,
    failure: null,
    createdAt: 100,
    startedAt: 100,
    finishedAt: null,
    ...parts,
  };
}

function anItem(rowKey: string, parts: Partial<EvaluationItem> = {}): EvaluationItem {
  const answers = { incumbentAnswer: 'card', candidateAnswer: 'card', incumbentCorrect: true, candidateCorrect: true };
  return { rowKey, expected: 'card', ...answers, problem: null, ...parts };
}

describeOnEachDatabase('evaluations', (stores) => {
  let database: Database;
  let evaluations: SqlEvaluationStore;
  let items: SqlEvaluationItemStore;

  beforeEach(async () => {
    database = await stores.open();
    evaluations = new SqlEvaluationStore(database, new Outbox(database, new FakeClock(), new FakeIds()));
    items = new SqlEvaluationItemStore(database);
    await evaluations.begin(anEvaluation(), news('JOB_STARTED'));
  });

  it('begin once, however often they are asked to, and tell it once', async () => {
    expect(await evaluations.begin(anEvaluation({ createdAt: 999 }), news('JOB_STARTED'))).toEqual(anEvaluation());
    expect(await happeningTypes(database)).toEqual(['JOB_STARTED']);
  });

  it('keep their end with the news, once', async () => {
    const done = anEvaluation({ state: 'succeeded', comparison: { n: 4, outcome: 'pass' }, finishedAt: 200 });
    expect(await evaluations.finish(done, news('JOB_SUCCEEDED'))).toBe(true);
    expect(await evaluations.finish(done, news('JOB_SUCCEEDED'))).toBe(false);
    expect(await evaluations.find('prj_one', 'evl_1')).toEqual(done);
    expect(await happeningTypes(database)).toEqual(['JOB_STARTED', 'JOB_SUCCEEDED']);
  });

  it('are cancelled up to a moment, and nothing follows', async () => {
    expect(await evaluations.cancelBefore('prj_one', 99, 150)).toEqual([]);
    expect(await evaluations.cancelBefore('prj_one', 100, 150)).toEqual(['evl_1']);
    expect(await items.add('evl_1', [anItem('a')], progress)).toBe(false);
    expect(await evaluations.finish(anEvaluation({ state: 'succeeded' }), news('JOB_SUCCEEDED'))).toBe(false);
    expect(await happeningTypes(database)).toEqual(['JOB_STARTED']);
  });

  it('keep each answer once, as it came first, with how far they are', async () => {
    expect(
      await items.add('evl_1', [anItem('a'), anItem('b', { problem: 'x', candidateAnswer: null })], progress),
    ).toBe(true);
    await items.add(
      'evl_1',
      [anItem('a', { candidateAnswer: 'later' }), anItem('c', { incumbentCorrect: null })],
      progress,
    );
    const all = [...(await items.all('evl_1'))].sort((left, right) => (left.rowKey < right.rowKey ? -1 : 1));
    expect(all).toEqual([
      anItem('a'),
      anItem('b', { problem: 'x', candidateAnswer: null }),
      anItem('c', { incumbentCorrect: null }),
    ]);
    expect(await evaluations.find('prj_one', 'evl_1')).toMatchObject({ progressShare: 0.5, etaSeconds: 4 });
  });

  it('list disagreements first, then problems, page after page', async () => {
    const problem = { problem: 'incumbent: timeout', incumbentCorrect: null, incumbentAnswer: null };
    const wanted = ['y:2', 'z', 'b', 'a', 'c'];
    await items.add(
      'evl_1',
      [
        anItem('a'),
        anItem('b', problem),
        anItem('c', { incumbentCorrect: false, candidateCorrect: false }),
        anItem('y:2', { candidateCorrect: false }),
        anItem('z', { incumbentCorrect: false }),
      ],
      progress,
    );
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof items.page>> = await items.page({ evaluationId: 'evl_1', after, limit: 2 });
      seen.push(...page.items.map((item) => item.rowKey));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(wanted);
  });

  it('are listed newest first, of one project, and told to no other', async () => {
    await evaluations.begin(anEvaluation({ id: 'evl_2' }), silence);
    await evaluations.begin(anEvaluation({ id: 'evl_3', projectId: 'prj_two' }), silence);
    const first = await evaluations.list({ projectId: 'prj_one', after: null, limit: 1 });
    const second = await evaluations.list({ projectId: 'prj_one', after: first.next, limit: 1 });
    expect([...first.evaluations, ...second.evaluations].map((one) => one.id)).toEqual(['evl_2', 'evl_1']);
    expect(second.next).toBeNull();
    expect(await evaluations.find('prj_two', 'evl_1')).toBeNull();
  });
});
