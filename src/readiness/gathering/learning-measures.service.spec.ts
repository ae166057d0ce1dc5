import { FakeClock } from '../../../test/fakes/clock.fake.js';
import { WordLearner } from '../../../test/fakes/learner.fake.js';
import { allMigrations } from '../../migrations/all-migrations.sql.js';
import type { Database } from '../../platform/database/database.sql.js';
import { migrate, openDatabase } from '../../platform/database/open-database.sql.js';
import { Log } from '../../platform/telemetry/log.client.js';
import { exampleFromExchange } from '../rows/example-from-exchange.js';
import { SqlExampleStore } from '../rows/example-store.sql.js';
import { SqlSegmentStore } from '../segments/segment-store.sql.js';
import { MeasureLearning, nothingHanded } from './learning-measures.service.js';
import { SqlLearningStore } from './learning-store.sql.js';

const projectId = 'prj_one';
const kind = 'closed-set classification';

describe('what a student measured', () => {
  let database: Database;
  let examples: SqlExampleStore;
  let learning: MeasureLearning;

  beforeEach(async () => {
    database = openDatabase({ url: null, file: ':memory:', connectionsMax: 1 });
    await migrate(database, allMigrations);
    examples = new SqlExampleStore(database);
    const segments = new SqlSegmentStore(database);
    learning = new MeasureLearning(
      examples,
      segments,
      new SqlLearningStore(database),
      new FakeClock(),
      new Log('silent'),
    );
  });

  afterEach(() => database.close());

  async function take(from: number, until: number): Promise<void> {
    const results = Array.from({ length: until - from }, (_, place) => {
      const at = from + place;
      const label = at % 2 === 0 ? 'yes' : 'no';
      const json = (value: unknown) => Buffer.from(JSON.stringify(value));
      const result = exampleFromExchange({
        id: `exc_${String(at).padStart(5, '0')}`,
        at,
        outcome: 'ok',
        truncated: false,
        request: json({ messages: [{ role: 'user', content: `${label}word alpha${at} beta${at}` }] }),
        response: json({ model: 'm', choices: [{ message: { role: 'assistant', content: label } }] }),
      });
      return { exchangeId: `exc_${String(at).padStart(5, '0')}`, at, result };
    });
    await examples.takeCaptured({ projectId, results, at: until });
  }

  it('is told again without a student, also when more rows have come', async () => {
    await take(0, 200);
    expect(await learning.of(projectId, kind, null)).toEqual(nothingHanded);
    const student = new WordLearner();
    const measured = await learning.of(projectId, kind, student);
    expect(measured.learningCurve?.points.length).toBeGreaterThan(0);
    const asked = student.tasks.length;
    await take(200, 400);
    expect(await learning.of(projectId, kind, null)).toEqual(measured);
    expect(student.tasks.length).toBe(asked);
    await learning.of(projectId, kind, student);
    expect(student.tasks.length).toBeGreaterThan(asked);
  });

  it('is nothing for free text', async () => {
    await take(0, 20);
    expect(await learning.of(projectId, 'generation', new WordLearner())).toEqual(nothingHanded);
  });
});
