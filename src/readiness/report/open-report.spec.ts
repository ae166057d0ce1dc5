import { aFinding, aReport } from '../../../test/builders/a-readiness-report.js';
import { openReport } from './open-report.js';
import { evidenceOf } from './readiness-report.js';

/** As the first method stored it. */
const oldDocument = JSON.stringify({
  id: 'rdy_1',
  projectId: 'prj_1',
  createdAt: 1,
  verdict: 'warn',
  datasetId: 'dst_1',
  datasetDigest: 'sha256:1',
  taskKind: 'generation',
  candidateContextTokens: 4096,
  thresholds: { trainRowsMin: 50 },
  usableTrainRows: 60,
  holdoutRows: 10,
  missingRows: 0,
  funnel: [{ step: 'delivered', rows: 70, removed: [] }],
  findings: [
    {
      checkId: 'L02',
      name: 'leak.near',
      version: 1,
      question: 'Are they different?',
      outcome: 'warn',
      blocking: true,
      value: 0.1,
      unit: 'share',
      numerator: 1,
      denominator: 10,
      ci95: { low: 0, high: 0.4 },
      threshold: { warn: 0.01, fail: 0.5, source: 'policy' },
      evidence: [],
      evidenceTotal: 1,
      text: 'One is not.',
      remedy: 'Take it out.',
      methodVersion: 'leak.near/1',
    },
  ],
  problem: null,
  methodVersion: 'readiness/1',
});

describe('a stored report', () => {
  it('opens as it was stored', () => {
    const report = aReport();
    expect(openReport(JSON.stringify(report))).toEqual(report);
  });

  it('of the first method opens with null for what it does not know', () => {
    const report = openReport(oldDocument);
    expect(report).toMatchObject({ statistics: null, manifest: null, trainerViews: null, power: null, target: null });
    expect(report.findings[0]).toMatchObject({ effect: null, action: null, waivedBy: null, stateHash: null, why: '' });
    expect(report.findings[0]).toMatchObject({ outcome: 'warn', value: 0.1 });
  });

  it('of the first method still gives its evidence', () => {
    expect(evidenceOf(openReport(oldDocument)).map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['readiness.report', 'pass'],
      ['dataset.frozen', 'pass'],
    ]);
  });

  it('tells a gate of a waived check as a warning and of a skipped one as not known', () => {
    const findings = [aFinding({ outcome: 'waived' }), aFinding({ outcome: 'skipped' })];
    const [evidence] = evidenceOf(aReport({ findings }));
    expect((evidence?.value.checks as { outcome: string }[] | undefined)?.map(({ outcome }) => outcome)).toEqual([
      'warn',
      'inconclusive',
    ]);
  });
});
