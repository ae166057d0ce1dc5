// What a project's evidence says to lock-in. A measurement that errored stands in the way of an older success: it is
// inconclusive here, never a pass.
import type { Evidence } from '../../kernel/evidence.js';
import type { LicenceCondition, RightsRuling } from '../../lifecycle/facts.js';
import type {
  EvaluationFacts,
  LicenceFacts,
  LineageFacts,
  ParityVerdict,
  ServingFacts,
  ShadowFacts,
  TargetRunFacts,
  TestedAlternative,
} from '../../lock-in/measurement.js';
import { ownWork } from '../evidence/candidate-licence.js';

type Said = Readonly<Record<string, unknown>>;

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function measured(evidence: readonly Evidence[], kind: Evidence['kind']): Evidence | undefined {
  return evidence.find((one) => one.kind === kind && one.source === 'measured');
}

/**
 * Bases whose newest comparison passed, the newest first. Runs made the artefacts that were compared: one base tuned twice is
 * one alternative, and artefacts of runs that name no base are at most one, and none beside those that are named.
 */
export function testedAlternatives(
  comparisons: readonly Evidence[],
  runs: readonly Evidence[],
): readonly TestedAlternative[] {
  const baseOf = new Map(
    runs.map(({ value }) => [textOf(value.artefactDigest), textOf(value.recipe) ?? textOf(value.servedModel)] as const),
  );
  const newest = new Map<string | null, Evidence>();
  for (const one of comparisons.filter(({ source }) => source === 'measured')) {
    const base = baseOf.get(textOf(one.value.artefactDigest)) ?? null;
    const known = newest.get(base);
    if (known === undefined || one.measuredAt > known.measuredAt) {
      newest.set(base, one);
    }
  }
  const passed = [...newest].filter(([, { outcome }]) => outcome === 'pass');
  const named = passed.filter(([base]) => base !== null);
  return (named.length > 0 ? named : passed)
    .map(([base, one]) => ({ base, runId: textOf(one.value.evaluationId) ?? one.id, at: one.measuredAt }))
    .sort((left, right) => right.at - left.at);
}

/** The newest comparison of both models on held-out rows. The task is one segment, which is critical where it is. */
export function evaluationFacts(
  evidence: readonly Evidence[],
  alternatives: readonly TestedAlternative[],
  isCritical: boolean,
): EvaluationFacts | null {
  const newest = measured(evidence, 'evaluation.comparison');
  if (newest === undefined) {
    return null;
  }
  const passed = newest.outcome === 'pass';
  return {
    runId: textOf((newest.value as Said).evaluationId) ?? newest.id,
    at: newest.measuredAt,
    parity: parityOf(newest),
    criticalSegments: isCritical ? 1 : 0,
    coveredCriticalSegments: isCritical && passed ? 1 : 0,
    // Both models are asked with the same prompt.
    promptTransferGap: null,
    testedAlternatives: alternatives.length,
    alternatives,
  };
}

function parityOf({ outcome, value }: Evidence): ParityVerdict {
  if (outcome === 'pass') {
    return (numberOf((value as Said).differenceLow) ?? 0) > 0 ? 'superior' : 'non_inferior';
  }
  return outcome === 'fail' ? 'inferior' : 'inconclusive';
}

/** From copied calls, and from the guardrail on latency while both arms are watched. */
export function shadowFacts(evidence: readonly Evidence[]): Omit<ShadowFacts, 'costInTolerance'> | null {
  const shadow = measured(evidence, 'shadow.agreement');
  const window = measured(evidence, 'guardrail.window');
  const newest = [shadow, window].reduce<Evidence | undefined>(
    (last, one) => (one !== undefined && (last === undefined || one.measuredAt > last.measuredAt) ? one : last),
    undefined,
  );
  if (newest === undefined) {
    return null;
  }
  const said = (shadow?.value ?? {}) as Said;
  const calls = numberOf(said.candidateCalls);
  const failures = numberOf(said.candidateFailures);
  return {
    runId: newest.id,
    at: newest.measuredAt,
    latencyInTolerance: latencyInTolerance(window),
    contractTests:
      calls === null || failures === null || calls === 0 ? null : { passed: Math.max(0, calls - failures), all: calls },
  };
}

function latencyInTolerance(window: Evidence | undefined): boolean | null {
  const guardrails = (window?.value as Said | undefined)?.guardrails;
  const latency = Array.isArray(guardrails) ? (guardrails as Said[]).find((one) => one.id === 'latency') : undefined;
  return latency?.outcome === 'pass' ? true : latency?.outcome === 'fail' ? false : null;
}

/** What is known of the candidate by how it came to be. Weights that are served here are loaded by their digest only. */
export function targetFacts(evidence: readonly Evidence[], candidateModel: string): TargetRunFacts | null {
  const run = measured(evidence, 'training.run');
  if (run === undefined) {
    return null;
  }
  const said = run.value as Said;
  const isOwn = said.state === 'succeeded';
  if (!isOwn && said.state !== 'brought') {
    return null;
  }
  return {
    runId: textOf(said.runId) ?? run.id,
    at: run.measuredAt,
    base: textOf(said.recipe) ?? candidateModel,
    // The recipe that runs here starts from nothing.
    isOwnWork: isOwn,
    weightsVerified: isOwn && textOf(said.artefactDigest) !== null ? 'yes' : null,
    // The weights that are trained here are numbers in JSON: there is nothing in them to run.
    executableFormats: isOwn ? 'none' : null,
    opennessClass: null,
    supersededMonths: null,
    licencePinned: isOwn ? true : null,
    computeShare: isOwn ? 0 : null,
  };
}

/** A candidate that was trained here is served here, as numbers that any processor multiplies; seen while it is exposed. */
export function servingFacts(evidence: readonly Evidence[]): ServingFacts | null {
  const run = measured(evidence, 'training.run');
  const seen = shadowFacts(evidence);
  return run === undefined || seen === null || run.value.state !== 'succeeded'
    ? null
    : { hardwareOnlyShare: { value: 0, at: seen.at, evidence: [seen.runId] } };
}

const licenceStates = ['none', 'managed', 'unclear', 'breached'] as const satisfies readonly LicenceFacts['state'][];
const licenceStateOf: Readonly<Record<LicenceCondition['state'], LicenceFacts['state']>> = {
  met: 'none',
  duty: 'managed',
  unknown: 'unclear',
  broken: 'breached',
};

/** The worst of what the licence asks; where none is on file nothing is known. */
export function licenceFacts({ model, licence, conditions }: RightsRuling): Omit<LicenceFacts, 'at'> {
  const states = conditions.map((one) => licenceStateOf[one.state]);
  const state = licence === null ? 'unclear' : (licenceStates.filter((one) => states.includes(one)).at(-1) ?? 'none');
  const because = conditions.filter((one) => licenceStateOf[one.state] === state && state !== 'none');
  return {
    model,
    state,
    because:
      because.length > 0
        ? because.map(({ text }) => text).join(' ')
        : licence === ownWork
          ? `${model} is own work: no licence of others stands against the use.`
          : `${model} is under ${licence ?? 'no known licence'}; nothing in it stands against the use.`,
    asksNothing: licence !== null && state === 'none',
    evidence: [`/v1/catalog/models/${encodeURIComponent(model)}/licence-gates`],
  };
}

export interface SourceRuling {
  /** Such as `vendor:openai/api` or `import:imp_…`. */
  readonly source: string;
  readonly rows: number;
  readonly ruling: string;
}

const rightOfRuling: Readonly<Record<string, LineageFacts['right']>> = {
  permitted: 'permitted',
  acknowledge: 'non_competing',
  blocked: 'forbidden',
};
const byBadness: readonly LineageFacts['right'][] = ['permitted', 'non_competing', 'ambiguous', 'forbidden'];

export interface FrozenRows {
  readonly datasetId: string;
  readonly at: number;
  readonly rows: number;
  readonly holdoutRows: number;
  /** Of the project's frozen policy; null: it has none yet. */
  readonly holdoutRowsMin: number | null;
}

/** Whose answers the frozen rows are. A ruling that is not known is ambiguous. */
export function lineageFacts(
  { holdoutRows, holdoutRowsMin, ...frozen }: FrozenRows,
  sources: readonly SourceRuling[],
): LineageFacts {
  const vendors = sources.filter((one) => one.source.startsWith('vendor:') && one.rows > 0);
  const rights = vendors.map((one) => rightOfRuling[one.ruling] ?? 'ambiguous');
  const right = byBadness.filter((one) => rights.includes(one)).at(-1) ?? 'permitted';
  const vendorRows = vendors.reduce((sum, one) => sum + one.rows, 0);
  // On which side of the split a vendor's answers lie is not on record: what it would be judged by may be its own.
  const goldenSets =
    vendorRows > 0 || holdoutRowsMin === null
      ? null
      : { segments: 1, covered: Number(holdoutRows >= holdoutRowsMin), holdoutRows };
  return { ...frozen, right, vendorRows, goldenSets };
}
