// From what was measured to the report that people read and gates are judged by.
import type { Assessed, AssessRequest } from '../gathering/assess-request.js';
import { collectNext } from '../power/collect-next.js';
import { type ReadinessReport, readinessMethod } from './readiness-report.js';
import { merkleRoot, type SourceLicence } from './report-manifest.js';
import { shortRows } from './short-rows.js';

export interface ReportOrder
  extends Pick<AssessRequest, 'projectId' | 'taskKind' | 'target' | 'thresholds' | 'policyDigest'> {
  /** Null: nobody asked for a report; it is the state of things. */
  readonly reportId: string | null;
  readonly createdAt: number;
  readonly assessed: Assessed;
  readonly datasetId: string | null;
}

export function makeReport(order: ReportOrder): ReadinessReport {
  const { assessed, datasetId, target, thresholds } = order;
  const { measurement } = assessed;
  const head = {
    id: order.reportId ?? '',
    projectId: order.projectId,
    createdAt: order.createdAt,
    taskKind: order.taskKind,
    candidateContextTokens: target.contextTokens,
    target,
    thresholds,
    methodVersion: readinessMethod,
  };
  if (measurement === null) {
    return { ...head, ...nothingMeasured(thresholds.trainRowsMin) };
  }
  const { verdict, findings, statistics, trainerViews, power, digest, trainRows, holdoutRows } = measurement;
  return {
    ...head,
    verdict,
    datasetId,
    datasetDigest: digest,
    usableTrainRows: trainRows,
    holdoutRows,
    missingRows: Math.max(0, thresholds.trainRowsMin - trainRows),
    funnel: assessed.funnel,
    findings,
    statistics,
    manifest: {
      merkleRoot: merkleRoot(assessed.segmentDigests),
      segments: assessed.segmentDigests.length,
      licences: licencesOf(assessed),
      policyDigest: order.policyDigest,
      tools: { readiness: readinessMethod },
    },
    trainerViews,
    power,
    collectNext: collectNext(shortRows(measurement.context, thresholds)),
    problem: null,
  };
}

function nothingMeasured(trainRowsMin: number) {
  return {
    verdict: 'error',
    datasetId: null,
    datasetDigest: null,
    usableTrainRows: 0,
    holdoutRows: 0,
    missingRows: trainRowsMin,
    funnel: [],
    findings: [],
    statistics: null,
    manifest: null,
    trainerViews: null,
    power: null,
    collectNext: null,
    problem: 'Measuring broke, so nothing is known. The log of the service says why; ask for a new report.',
  } as const;
}

function licencesOf({ rights }: Assessed): SourceLicence[] {
  return [...rights.vendorTerms, ...rights.licences].map(({ source, rows, because, ruling }) => ({
    source,
    rows,
    licence: because,
    ruling,
  }));
}
