// The rooms of readiness wired by hand over a database, for specs that measure without Nest.
import type { Database } from '../../src/platform/database/database.sql.js';
import { Log } from '../../src/platform/telemetry/log.client.js';
import { BenchmarkShelf } from '../../src/readiness/benchmarks/benchmark-shelf.js';
import { SqlDatasetStore } from '../../src/readiness/datasets/dataset-store.sql.js';
import { AssessData } from '../../src/readiness/gathering/assess-data.service.js';
import type { AssessRequest } from '../../src/readiness/gathering/assess-request.js';
import { MeasureLearning } from '../../src/readiness/gathering/learning-measures.service.js';
import { SqlLearningStore } from '../../src/readiness/gathering/learning-store.sql.js';
import { MeasuredSegments } from '../../src/readiness/gathering/measured-segments.service.js';
import { QuestionParts } from '../../src/readiness/gathering/question-parts.service.js';
import { RightsOfProject } from '../../src/readiness/gathering/rights-of-project.service.js';
import { StatusDocuments } from '../../src/readiness/gathering/status-documents.service.js';
import { TakeCaptured } from '../../src/readiness/gathering/take-captured.service.js';
import { SqlImportStore } from '../../src/readiness/imports/import-store.sql.js';
import { loadThresholds } from '../../src/readiness/judging/load-thresholds.client.js';
import { type MeasureRequest, ReadinessService } from '../../src/readiness/readiness.service.js';
import { SqlReportStore } from '../../src/readiness/report/report-store.sql.js';
import { SqlAcknowledgementStore } from '../../src/readiness/rights/acknowledgement-store.sql.js';
import { loadRightsRules } from '../../src/readiness/rights/load-rights.client.js';
import { RightsRulesShelf } from '../../src/readiness/rights/rights-rules-shelf.js';
import { SqlExampleStore } from '../../src/readiness/rows/example-store.sql.js';
import { SqlRowOrigins } from '../../src/readiness/rows/row-origins.sql.js';
import { SqlSegmentStore } from '../../src/readiness/segments/segment-store.sql.js';
import { SqlStatusRowStore } from '../../src/readiness/status/status-row.sql.js';
import { targetOf } from '../../src/readiness/trainers/target-of.js';
import { SqlWaiverStore } from '../../src/readiness/waivers/waiver-store.sql.js';
import { FakeClock } from '../fakes/clock.fake.js';
import { FakeSegmentMeter } from '../fakes/segment-meter.fake.js';
import { somePolicyNumbers } from './set-context.js';
import { folders } from './shipped-folders.js';

export interface ReadinessRooms {
  readonly service: ReadinessService;
  readonly meter: FakeSegmentMeter;
  readonly datasets: SqlDatasetStore;
  readonly examples: SqlExampleStore;
  readonly waivers: SqlWaiverStore;
  readonly status: StatusDocuments;
  readonly clock: FakeClock;
}

export function readinessRooms(database: Database, benchmarkTexts: readonly string[] = []): ReadinessRooms {
  const clock = new FakeClock();
  const log = new Log('silent');
  const meter = new FakeSegmentMeter();
  const examples = new SqlExampleStore(database);
  const segments = new SqlSegmentStore(database);
  const waivers = new SqlWaiverStore(database);
  const datasets = new SqlDatasetStore(database);
  const status = new StatusDocuments(new SqlStatusRowStore(database));
  const learning = new MeasureLearning(examples, segments, new SqlLearningStore(database), clock, log);
  const rights = new RightsOfProject(
    new SqlImportStore(database),
    new SqlRowOrigins(database),
    new SqlAcknowledgementStore(database),
    new RightsRulesShelf(loadRightsRules(folders.rights)),
  );
  const shelf = loadThresholds(folders.thresholds);
  const parts = new QuestionParts(examples, waivers, rights, learning, shelf, new BenchmarkShelf(benchmarkTexts));
  const measured = new MeasuredSegments(segments, examples, meter, clock);
  const data = new AssessData(new TakeCaptured(examples, clock), measured, parts, meter, clock, log);
  const service = new ReadinessService(data, status, datasets, new SqlReportStore(database), clock);
  return { service, meter, datasets, examples, waivers, status, clock };
}

async function* nothing<Item>(): AsyncGenerator<Item> {}

/** A classifier that stays in the house, and nothing known beside the rows. */
export function anAssessRequest(parts: Partial<AssessRequest> = {}): AssessRequest {
  return {
    projectId: 'prj_one',
    taskKind: 'closed-set classification',
    target: targetOf({ model: 'baseline-student', recipe: 'baseline-student', distribution: 'internal' }),
    thresholds: somePolicyNumbers,
    policyDigest: null,
    comparison: null,
    measuredDiscordance: null,
    evaluation: {
      evaluator: 'exact',
      judgeCalibrationRows: null,
      incumbentScore: null,
      holdoutDigestAtFirstUse: null,
      holdoutDigest: null,
      looks: 0,
    },
    captured: [],
    trafficConsent: null,
    region: null,
    exchanges: nothing(),
    learner: null,
    ...parts,
  };
}

export function aMeasureRequest(parts: Partial<MeasureRequest> = {}): MeasureRequest {
  return { ...anAssessRequest(parts), reportId: 'rdy_1', ...parts };
}
