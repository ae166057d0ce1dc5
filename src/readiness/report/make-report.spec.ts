import { aFinding } from '../../../test/builders/a-readiness-report.js';
import {
  aPower,
  aProduction,
  aSetContext,
  aSetFacts,
  aTarget,
  somePolicyNumbers,
  someRights,
} from '../../../test/builders/set-context.js';
import { noCapture, noIntake } from '../intake/intake-tally.js';
import { gatherStatistics } from './gather-statistics.js';
import { makeReport, type ReportOrder } from './make-report.js';
import { startStatistics } from './row-statistics.js';

const dayMs = 86_400_000;
const now = Date.UTC(2026, 0, 15);
const none = { train: 0, holdout: 0 };
const set = aSetFacts({
  rows: 30,
  fates: { kept: { train: 20, holdout: 5 }, outranked: none, repeated: none, leaked: none },
  classes: [
    { label: 'rare', deliveredTrain: 4, keptTrain: 4, keptHoldout: 1 },
    { label: 'often', deliveredTrain: 16, keptTrain: 16, keptHoldout: 4 },
  ],
  slices: { channel: { web: 22, phone: 3 } },
  rowsByDay: { '2026-01-13': 10, '2026-01-14': 10 },
  lost: { heldOut: 5, secret: 1 },
});
const intake = { ...noIntake(), captured: { ...noCapture, seen: 31, taken: 30, firstAt: now - 10 * dayMs } };
const right = {
  source: 'vendor:openai/api',
  rows: 30,
  ruling: 'acknowledge' as const,
  because: 'Services Agreement 3.3(e)',
  url: null,
  acknowledgement: null,
};
const context = aSetContext({
  now,
  set,
  intake,
  rights: someRights({ vendorTerms: [right] }),
  power: aPower({ requiredHoldoutRows: 500 }),
  production: aProduction({ calls: 100, labels: { rare: 1, often: 99 }, callsByDay: set.rowsByDay }),
});
const measurement = {
  verdict: 'fail' as const,
  findings: [aFinding()],
  context,
  set,
  statistics: gatherStatistics(startStatistics(), context),
  trainerViews: [],
  power: context.power,
  digest: 'sha256:set',
  trainRows: 20,
  holdoutRows: 5,
};
const order: ReportOrder = {
  reportId: 'rdy_1',
  projectId: 'prj_1',
  taskKind: 'generation',
  target: aTarget(),
  createdAt: now,
  thresholds: somePolicyNumbers,
  policyDigest: 'sha256:policy',
  datasetId: 'dst_1',
  assessed: {
    measurement: { ...measurement, kept: [] },
    intake,
    rights: context.rights,
    funnel: [{ step: 'captured', rows: 31, removed: [] }],
    segmentDigests: ['a', 'b'],
    segmentsMeasured: 2,
  },
};

describe('a report of a measurement', () => {
  const report = makeReport(order);

  it('says what is missing, of which rows, the longest wait first', () => {
    expect(report.missingRows).toBe(30);
    expect(report.collectNext?.map(({ what, have, need }) => [what, have, need])).toEqual([
      ['class rare', 4, 10],
      ['training rows', 20, 500],
      ['held-out rows', 5, 500],
      ['slice channel=phone', 3, 30],
      ['slice channel=web', 22, 30],
    ]);
  });

  it('names the segments, the sources and the policy that it stands on', () => {
    expect(report.manifest).toMatchObject({
      segments: 2,
      policyDigest: 'sha256:policy',
      licences: [
        { source: 'vendor:openai/api', rows: 30, licence: 'Services Agreement 3.3(e)', ruling: 'acknowledge' },
      ],
    });
    expect(report.manifest?.merkleRoot).toBe(
      makeReport({ ...order, assessed: { ...order.assessed, segmentDigests: ['b', 'a'] } }).manifest?.merkleRoot,
    );
  });

  it('begins its funnel with what was captured', () => {
    expect(report.funnel[0]).toMatchObject({ step: 'captured', rows: 31 });
  });

  it('knows nothing when measuring broke', () => {
    const broken = makeReport({ ...order, assessed: { ...order.assessed, measurement: null, funnel: [] } });
    expect(broken).toMatchObject({
      verdict: 'error',
      findings: [],
      statistics: null,
      usableTrainRows: 0,
      missingRows: 50,
    });
  });
});
