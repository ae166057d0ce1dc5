// The shape of a guardrail: one question about the candidate while people are served by it, judged against the incumbent.
// A guardrail that fails takes the traffic back; one that cannot tell never lets it grow.
import type { GuardrailThresholds } from '../../kernel/policy.js';
import type { Outcome } from '../../kernel/verdict.js';

/** What was seen of one arm in the window. */
export interface ArmReading {
  /** Calls that the arm could answer or fail. */
  readonly exchanges: number;
  readonly failures: number;
  /** 95th percentile of the total time of successful calls, ms; null when there was none. */
  readonly latencyMsP95: number | null;
}

export interface GuardrailReading {
  readonly candidate: ArmReading;
  readonly incumbent: ArmReading;
  readonly thresholds: GuardrailThresholds;
}

export interface GuardrailJudgement {
  readonly id: string;
  readonly outcome: Exclude<Outcome, 'error'>;
  /** The point that was measured, in the unit of `bound`; null when there was nothing to measure. */
  readonly measured: number | null;
  /** The limit that the measured number is held against; null when the limit itself needs data that is missing. */
  readonly bound: number | null;
  /** Candidate calls behind it. */
  readonly n: number;
  /** The judgement in words, with the number and the limit. */
  readonly text: string;
}

export interface Guardrail {
  /** Stable name, used in evidence and events. */
  readonly id: string;
  /** What it answers, as a question. */
  readonly question: string;
  readonly why: string;
  /** Where the method comes from. */
  readonly source: string;
  judge(reading: GuardrailReading): GuardrailJudgement;
}
