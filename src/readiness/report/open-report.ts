// Opens a report as it was stored. Reports of earlier methods know less: what they do not know is null, never guessed.
import type { Finding, ReadinessReport } from './readiness-report.js';

type StoredFinding = Partial<Finding> & Pick<Finding, 'checkId' | 'outcome'>;
type StoredReport = Partial<ReadinessReport> & Omit<ReadinessReport, 'findings'> & { findings?: StoredFinding[] };

const findingUnknowns = {
  why: '',
  evidence: [],
  evidenceTotal: 0,
  action: null,
  effect: null,
  engine: null,
  costMs: null,
  stateHash: null,
  waivedBy: null,
} as const;

const reportUnknowns = {
  target: null,
  funnel: [],
  statistics: null,
  manifest: null,
  trainerViews: null,
  power: null,
  collectNext: null,
  problem: null,
} as const;

/** @param document JSON text of a report of any method version; SyntaxError when it is no JSON */
export function openReport(document: string): ReadinessReport {
  const stored = JSON.parse(document) as StoredReport;
  const findings = (stored.findings ?? []).map((finding) => ({ ...findingUnknowns, ...finding }) as Finding);
  return { ...reportUnknowns, ...stored, findings } as ReadinessReport;
}
