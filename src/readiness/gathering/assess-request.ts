// What is handed in to assess a project's data, and what comes of it. Other rooms know the policy, the traffic and the
// comparison; this one knows rows.
import type { EvaluationThresholds, ReadinessThresholds } from '../../kernel/policy.js';
import type { TaskKind } from '../check.js';
import type { EvaluationFacts } from '../facts/evaluation-facts.js';
import type { RightsFacts } from '../facts/rights-facts.js';
import type { TargetFacts } from '../facts/target-facts.js';
import type { FunnelStep } from '../funnel.js';
import type { IntakeTally } from '../intake/intake-tally.js';
import type { ReadinessMeasurement } from '../measure/measure-question.js';
import type { Learner } from '../power/learner.js';
import type { RightsQuestion } from '../rights/judge-rights.js';
import type { CapturedExchange } from '../rows/example-from-exchange.js';

export interface AssessRequest extends Pick<RightsQuestion, 'captured' | 'trafficConsent' | 'region'> {
  readonly projectId: string;
  readonly taskKind: TaskKind;
  readonly target: TargetFacts;
  readonly thresholds: ReadinessThresholds;
  readonly policyDigest: string | null;
  /** Of the policy; null: no comparison is planned. */
  readonly comparison: Pick<EvaluationThresholds, 'nonInferiorityMargin' | 'alpha' | 'power'> | null;
  readonly measuredDiscordance: number | null;
  readonly evaluation: EvaluationFacts;
  /** Captured exchanges, oldest first, from `capturedUpTo` on. Seen ones may come again. */
  readonly exchanges: AsyncIterable<CapturedExchange>;
  /** A student for the learning curve; null: none is lent, and what one measured last is told. */
  readonly learner: Learner | null;
}

export interface Assessed {
  /** Null when measuring broke: that is an answer too, and it is not a pass. */
  readonly measurement: ReadinessMeasurement | null;
  readonly intake: IntakeTally;
  readonly rights: RightsFacts;
  readonly funnel: readonly FunnelStep[];
  readonly segmentDigests: readonly string[];
  readonly segmentsMeasured: number;
}
