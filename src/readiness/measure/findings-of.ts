// From merged states to findings: what was measured, judged by the limits of its place, and waived where a named person
// answers for it. A function of states, facts and policy alone.
import { digestOf } from '../../kernel/digest.js';
import { wilsonInterval } from '../../kernel/wilson-interval.js';
import { type Check, type Judgement, type Limits, type Measured, noRowMeasure, type SetContext } from '../check.js';
import { unmeasured } from '../judging/measured.js';
import { limitsOf, type Thresholds } from '../judging/thresholds.js';
import type { Finding, FindingWaiver } from '../report/readiness-report.js';
import { isBeyondWaivers } from '../rights/beyond-waivers.js';
import { reasonOf, type SegmentStates } from './fold-rows.js';

export interface HeldWaiver extends FindingWaiver {
  readonly checkId: string;
}

export interface JudgingQuestion {
  readonly context: SetContext;
  readonly thresholds: Thresholds;
  /** Those whose date has passed are not heeded. */
  readonly waivers: readonly HeldWaiver[];
}

export function findingsOf(checks: readonly Check[], states: SegmentStates, question: JudgingQuestion): Finding[] {
  return checks.map((check) => findingOf(check, states, question));
}

function findingOf(check: Check, states: SegmentStates, question: JudgingQuestion): Finding {
  const { context, thresholds } = question;
  const costMs = states.costMs.get(check.id) ?? null;
  let limits: Limits = { better: 'low', warn: null, fail: null, source: 'unknown' };
  try {
    limits = limitsOf(check.id, thresholds);
    const reason = states.broken.get(check.id);
    if (reason !== undefined) {
      return brokenFinding(check, limits, reason);
    }
    const measured = check.measure.finish(states.states.get(check.id) ?? check.measure.start(), context);
    const judgement = neverEmptyPass(measured, check.judge(measured, limits));
    return waive(check, { ...baseOf(check, measured, limits), ...judgement, costMs }, question);
  } catch (error) {
    // A check that breaks must not take the others with it, and must not pass.
    return brokenFinding(check, limits, reasonOf(error));
  }
}

/** Whatever a check says: what was skipped or has no value is no pass. */
function neverEmptyPass(measured: Measured, judgement: Judgement): Judgement {
  if (judgement.outcome !== 'pass' && judgement.outcome !== 'warn') {
    return judgement;
  }
  if (measured.skipped !== null) {
    return { outcome: 'skipped', text: measured.skipped };
  }
  return measured.value === null && judgement.outcome === 'pass'
    ? { ...judgement, outcome: 'inconclusive' }
    : judgement;
}

/**
 * Warnings and failures can be waived until a date. Not what could not be told, and not rights: a clause that blocks is
 * lifted by nobody here.
 */
function waive(check: Check, finding: Finding, { context, waivers }: JudgingQuestion): Finding {
  const isWaivable = (finding.outcome === 'warn' || finding.outcome === 'fail') && !isBeyondWaivers(check.id);
  const waiver = waivers.find(({ checkId, until }) => checkId === check.id && until > context.now);
  if (!isWaivable || waiver === undefined) {
    return finding;
  }
  const { who, why, until } = waiver;
  return { ...finding, outcome: 'waived', waivedBy: { who, why, until } };
}

function brokenFinding(check: Check, limits: Limits, reason: string): Finding {
  const base = baseOf(check, unmeasured('rows'), limits);
  return { ...base, outcome: 'error', text: `The check broke: ${reason}.`, costMs: null };
}

function baseOf(check: Check, measured: Measured, limits: Limits): Omit<Finding, 'outcome' | 'text' | 'costMs'> {
  const { value, unit, numerator, denominator, evidence, evidenceTotal, effect = null } = measured;
  return {
    checkId: check.id,
    name: check.name,
    version: check.version,
    question: check.question,
    why: check.why,
    blocking: check.blocking,
    value,
    unit,
    numerator,
    denominator,
    ci95: intervalOf(measured),
    threshold: { warn: limits.warn, fail: limits.fail, source: limits.source },
    evidence,
    evidenceTotal,
    remedy: check.remedy,
    action: check.action,
    effect,
    engine: check.measure.add === noRowMeasure.add ? 'set pass' : 'row pass',
    stateHash: digestOf(measured),
    waivedBy: null,
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
