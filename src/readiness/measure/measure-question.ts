// What is asked when a data set is measured, and what is answered.
import type { EvaluationThresholds } from '../../kernel/policy.js';
import type { SetContext } from '../check.js';
import type { EvaluationFacts } from '../facts/evaluation-facts.js';
import type { HandedMeasures } from '../facts/handed-measures.js';
import type { PowerFacts } from '../facts/power-facts.js';
import type { ProductionFacts } from '../facts/production-facts.js';
import type { RightsFacts } from '../facts/rights-facts.js';
import type { SetFacts } from '../facts/set-facts.js';
import type { TargetFacts } from '../facts/target-facts.js';
import type { IntakeTally } from '../intake/intake-tally.js';
import type { ReadinessVerdict } from '../judging/readiness-verdict.js';
import type { Thresholds } from '../judging/thresholds.js';
import type { Finding } from '../report/readiness-report.js';
import type { ReportStatistics } from '../report/report-statistics.js';
import type { DeclaredSplit } from '../rows/example.js';
import type { Split } from '../rows/split-of.js';
import type { SetQuestion } from '../set-pass/set-question.js';
import type { TrainerView } from '../trainers/trainer-view.js';
import type { HeldWaiver } from './findings-of.js';

/** Plain data: it is sent to the thread that measures. */
export interface ReadinessQuestion extends SetQuestion {
  readonly splitSalt: string;
  /** Ms since the epoch. */
  readonly now: number;
  readonly intake: IntakeTally;
  readonly target: TargetFacts;
  readonly thresholds: Thresholds;
  readonly waivers: readonly HeldWaiver[];
  readonly production: ProductionFacts | null;
  readonly rights: RightsFacts;
  readonly handed: HandedMeasures;
  readonly evaluation: EvaluationFacts;
  /** Of the policy; null: no comparison is planned. */
  readonly comparison: Pick<EvaluationThresholds, 'nonInferiorityMargin' | 'alpha' | 'power'> | null;
  /** Share of pairs that two models answered differently, as an earlier comparison measured it; null: assumed. */
  readonly measuredDiscordance: number | null;
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
  /** What the findings were judged from, for the funnel and the pictures of the report. */
  readonly context: SetContext;
  readonly set: SetFacts;
  readonly statistics: ReportStatistics;
  readonly trainerViews: readonly TrainerView[];
  readonly power: PowerFacts;
  /** `sha256:` over the kept rows' keys and sides, sorted. */
  readonly digest: string;
  readonly trainRows: number;
  readonly holdoutRows: number;
  readonly kept: readonly KeptRow[];
}
