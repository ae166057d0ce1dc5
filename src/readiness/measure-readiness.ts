// One measurement: assemble the data set, fold its rows through every check, judge, and say what was lost on the way.
// A function of the rows, the tallies and the policy: any cut into segments, in any order, gives the same.
import type { ReadinessThresholds } from '../kernel/policy.js';
import { wilsonInterval } from '../kernel/wilson-interval.js';
import { type AssembledDataset, assembleDataset, countMoved } from './assemble-dataset.js';
import { type Check, type CheckedRow, type Measured, resolveLimits, type SetContext, type TaskKind } from './check.js';
import { allChecks } from './checks/all-checks.js';
import { type FunnelStep, funnelOf } from './funnel.js';
import type { IntakeTally } from './intake-tally.js';
import { unmeasured } from './judging/measured.js';
import { findNear } from './near/find-near.js';
import type { Finding } from './readiness-report.js';
import { type ReadinessVerdict, readinessVerdict } from './readiness-verdict.js';
import type { DeclaredSplit, Example } from './rows/example.js';
import type { Split } from './rows/split-of.js';

export interface ReadinessQuestion {
  readonly splitSalt: string;
  readonly taskKind: TaskKind;
  readonly candidateContextTokens: number | null;
  readonly intake: IntakeTally;
  readonly thresholds: ReadinessThresholds;
}

/** A row of the data set, by its keys: the text stays where it is stored. */
export interface KeptRow {
  readonly rowKey: string;
  readonly declaredSplit: DeclaredSplit;
  readonly side: Split;
}

export interface ReadinessMeasurement {
  readonly verdict: ReadinessVerdict;
  readonly findings: readonly Finding[];
  readonly funnel: readonly FunnelStep[];
  readonly digest: string;
  readonly trainRows: number;
  readonly holdoutRows: number;
  readonly kept: readonly KeptRow[];
}

/** Rows are folded in segments of this many and merged: the way in which increments will be. */
const segmentRows = 10_000;

export function measureReadiness(examples: readonly Example[], question: ReadinessQuestion): ReadinessMeasurement {
  const assembled = assembleDataset(examples, question.splitSalt);
  const again = assembleDataset([...examples].reverse(), question.splitSalt);
  const set: SetContext = { ...question, near: findNear(assembled), movedRows: countMoved(assembled, again) };
  const segments = cut(assembled.rows, segmentRows);
  const findings = allChecks.map((check) => findingOf(check, segments, set));
  return {
    verdict: readinessVerdict(findings),
    findings,
    funnel: funnelOf(question.intake, assembled.rows),
    digest: assembled.digest,
    trainRows: assembled.trainRows,
    holdoutRows: assembled.holdoutRows,
    kept: keptRows(assembled),
  };
}

/** Segments are folded apart and merged in the order given. */
export function findingOf(check: Check, segments: readonly (readonly CheckedRow[])[], set: SetContext): Finding {
  try {
    const states = segments.map((rows) =>
      rows.reduce((state, row) => check.measure.add(state, row), check.measure.start()),
    );
    const whole = states.reduce((left, right) => check.measure.merge(left, right), check.measure.start());
    const measured = check.measure.finish(whole, set);
    return { ...findingBase(check, measured, set), ...check.judge(measured, set.thresholds) };
  } catch (error) {
    // A check that breaks must not take the others with it, and must not pass.
    const reason = error instanceof Error ? error.message : String(error);
    const base = findingBase(check, unmeasured('rows'), set);
    return { ...base, outcome: 'error', text: `The check broke: ${reason.slice(0, 200)}.` };
  }
}

function findingBase(check: Check, measured: Measured, set: SetContext): Omit<Finding, 'outcome' | 'text'> {
  const { value, unit, numerator, denominator, evidence, evidenceTotal } = measured;
  return {
    checkId: check.id,
    name: check.name,
    version: check.version,
    question: check.question,
    blocking: check.blocking,
    value,
    unit,
    numerator,
    denominator,
    ci95: intervalOf(measured),
    threshold: { ...resolveLimits(check.limits, set.thresholds), source: check.limits.source },
    evidence,
    evidenceTotal,
    remedy: check.remedy,
    methodVersion: `${check.name}/${check.version}`,
  };
}

function intervalOf({ unit, numerator, denominator }: Measured): Finding['ci95'] {
  if (unit !== 'share' || numerator === null || denominator === null || numerator > denominator) {
    return null;
  }
  const interval = wilsonInterval({ successes: numerator, n: denominator, confidence: 0.95 });
  return interval === null ? null : { low: interval.low, high: interval.high };
}

function keptRows({ rows }: AssembledDataset): KeptRow[] {
  return rows
    .filter((row) => row.fate === 'kept')
    .map(({ rowKey, declaredSplit, side }) => ({ rowKey, declaredSplit, side }));
}

function cut<Item>(items: readonly Item[], size: number): Item[][] {
  const pieces: Item[][] = [];
  for (let from = 0; from < items.length; from += size) {
    pieces.push(items.slice(from, from + size));
  }
  return pieces;
}
