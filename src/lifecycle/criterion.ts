// One question of a gate, with everything that a person needs to act on the answer. What is the same for all questions
// stands here once: evidence that is missing or stale cannot tell, evidence that failed to be measured is an error, and
// evidence that was only declared says so.
import type { Evidence, EvidenceKind } from '../kernel/evidence.js';
import type { Outcome } from '../kernel/verdict.js';
import { staleness } from './evidence-freshness.js';
import { evidenceValue } from './evidence-shape.js';
import type { EvidenceValues, Facts } from './facts.js';

/** `gate`: its outcome decides. `signal`: it is shown and decides nothing. */
export type CriterionRole = 'gate' | 'signal';

export interface CriterionResult {
  readonly id: string;
  readonly role: CriterionRole;
  readonly outcome: Outcome;
  /** A sentence with the number and the limit. */
  readonly text: string;
  readonly measured: number | string | null;
  readonly required: number | string | null;
  readonly unit: string;
  /** How many observations stand behind `measured`; `null` where counting makes no sense. */
  readonly n: number | null;
  readonly remedy: string;
  readonly evidenceId: string | null;
  readonly methodVersion: string;
}

export interface Criterion {
  readonly id: string;
  /** Ends with a question mark; `pass` is yes. */
  readonly question: string;
  readonly why: string;
  readonly source: string;
  readonly remedy: string;
  readonly role: CriterionRole;
  /** No override lifts it where it fails: it is not for a risk owner to decide. */
  readonly isBeyondOverride?: boolean;
  readonly reads: readonly EvidenceKind[];
  judge(facts: Facts): CriterionResult;
}

/** What a criterion finds in sound evidence. */
export interface Finding {
  readonly outcome: Outcome;
  readonly text: string;
  readonly measured: number | string | null;
  readonly required: number | string | null;
  readonly unit: string;
  readonly n?: number | null;
  /** Where another remedy than the criterion's own helps. */
  readonly remedy?: string;
  /** Where this very finding decides although the criterion informs only, or the other way round. */
  readonly role?: CriterionRole;
}

export interface CriterionDefinition<K extends EvidenceKind> extends Omit<Criterion, 'judge' | 'reads'> {
  /** The first is the main one: its id and method go into the result. Empty for what only the clock knows. */
  readonly reads: readonly K[];
  /** Version of the judgement where no evidence carries one. */
  readonly methodVersion?: string;
  weigh(values: Pick<EvidenceValues, K>, facts: Facts): Finding;
}

interface Obstacle {
  readonly outcome: Outcome;
  readonly text: string;
}

function obstacle(kind: EvidenceKind, facts: Facts): Obstacle | null {
  const evidence = facts.evidence[kind];
  if (!evidence) {
    return { outcome: 'inconclusive', text: `There is no ${kind} evidence yet; it is required.` };
  }
  if (evidence.outcome === 'error') {
    return { outcome: 'error', text: `The ${kind} could not be measured (evidence ${evidence.id}).` };
  }
  if (evidenceValue(kind, evidence.value) === null) {
    return { outcome: 'error', text: `The ${kind} evidence ${evidence.id} does not have the shape of its kind.` };
  }
  const stale = staleness(evidence, facts);
  return stale ? { outcome: 'inconclusive', text: `The ${kind} evidence ${evidence.id} ${stale}.` } : null;
}

const badFirst: readonly Outcome[] = ['error', 'inconclusive'];

function worstObstacle(kinds: readonly EvidenceKind[], facts: Facts): Obstacle | null {
  const found = kinds.map((kind) => obstacle(kind, facts)).filter((one) => one !== null);
  return badFirst.map((outcome) => found.find((one) => one.outcome === outcome)).find((one) => one) ?? null;
}

function isDeclared(evidence: Evidence | undefined): boolean {
  return evidence?.source === 'declared';
}

function valuesOf<K extends EvidenceKind>(kinds: readonly K[], facts: Facts): Pick<EvidenceValues, K> {
  const entries = kinds.map((kind) => [kind, facts.evidence[kind]?.value]);
  return Object.fromEntries(entries) as Pick<EvidenceValues, K>;
}

/** Completes a criterion: its `weigh` sees sound evidence only, everything else is answered here. */
export function defineCriterion<K extends EvidenceKind = never>(definition: CriterionDefinition<K>): Criterion {
  const { id, question, why, source, remedy, role, reads, isBeyondOverride = false } = definition;
  const judge = (facts: Facts): CriterionResult => {
    const main = reads[0] === undefined ? undefined : facts.evidence[reads[0]];
    const base = {
      id,
      role,
      evidenceId: main?.id ?? null,
      methodVersion: main?.methodVersion ?? definition.methodVersion ?? `${id}/1`,
    };
    const blocked = worstObstacle(reads, facts);
    if (blocked) {
      return { ...base, ...blocked, measured: null, required: null, unit: '', n: null, remedy };
    }
    const finding = definition.weigh(valuesOf(reads, facts), facts);
    const declared = reads.some((kind) => isDeclared(facts.evidence[kind]));
    const text = declared ? `${finding.text} This was declared, not measured.` : finding.text;
    return { ...base, n: null, remedy, ...finding, text };
  };
  return { id, question, why, source, remedy, role, reads, isBeyondOverride, judge };
}
