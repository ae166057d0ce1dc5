// One judgement of one gate. The same facts always give the same judgement and the same digest, so what was approved can
// be compared with what is true.
import { digestOf } from '../kernel/digest.js';
import type { Evidence } from '../kernel/evidence.js';
import type { GateName } from '../kernel/policy.js';
import { policyDigest } from '../kernel/policy.js';
import type { Outcome } from '../kernel/verdict.js';
import { worstOutcome } from '../kernel/verdict.js';
import type { CriterionResult } from './criterion.js';
import type { Facts } from './facts.js';
import type { Gate } from './gate.js';

export interface GateJudgement {
  readonly gate: GateName;
  /** The worst outcome among the criteria that decide. */
  readonly outcome: Outcome;
  readonly criteria: readonly CriterionResult[];
  /** In the order in which the criteria read them, each once. */
  readonly evidenceIds: readonly string[];
  /** `sha256:` digest of the gate, the attempt and the digests of all evidence that was read. */
  readonly evidenceDigest: string;
  readonly policyDigest: string;
}

function evidenceRead(gate: Gate, facts: Facts): Evidence[] {
  const kinds = [...new Set(gate.criteria.flatMap((criterion) => criterion.reads))];
  return kinds.map((kind) => facts.evidence[kind]).filter((evidence) => evidence !== undefined);
}

/** Judges every criterion; worst wins among those with role `gate`, and a gate without one is inconclusive. */
export function judgeGate(request: { readonly gate: Gate; readonly facts: Facts }): GateJudgement {
  const { gate, facts } = request;
  const criteria = gate.criteria.map((criterion) => criterion.judge(facts));
  const evidence = evidenceRead(gate, facts);
  return {
    gate: gate.name,
    outcome: worstOutcome(criteria.filter(({ role }) => role === 'gate').map(({ outcome }) => outcome)),
    criteria,
    evidenceIds: evidence.map(({ id }) => id),
    evidenceDigest: digestOf({
      gate: gate.name,
      attempt: facts.attempt,
      evidence: evidence.map(({ digest }) => digest).sort(),
    }),
    policyDigest: policyDigest(facts.policy),
  };
}
