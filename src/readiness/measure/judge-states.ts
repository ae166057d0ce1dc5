// From merged states and the set's facts to the measurement: the last step, the same for files and for a project.
import type { SetContext } from '../check.js';
import { allChecks } from '../checks/all-checks.js';
import { productionOf } from '../drift/production-days.js';
import type { NearFacts } from '../facts/near-facts.js';
import type { PowerFacts } from '../facts/power-facts.js';
import type { ProductionFacts } from '../facts/production-facts.js';
import type { SetFacts } from '../facts/set-facts.js';
import { readinessVerdict } from '../judging/readiness-verdict.js';
import { powerFactsOf } from '../power/power-facts-of.js';
import { gatherStatistics } from '../report/gather-statistics.js';
import { trainParts } from '../rows/split-of.js';
import type { TrainerView } from '../trainers/trainer-view.js';
import { findingsOf } from './findings-of.js';
import type { ReadinessMeasurement, ReadinessQuestion } from './measure-question.js';
import type { FoldParts, SegmentFold } from './segment-fold.js';

export interface JoinedFacts {
  readonly set: SetFacts;
  readonly near: NearFacts;
  readonly holdoutDigest: string | null;
}

export type JudgedStates = Omit<ReadinessMeasurement, 'kept'>;

export function judgeStates(
  fold: SegmentFold,
  { set, near, holdoutDigest }: JoinedFacts,
  { question, parts }: { question: ReadinessQuestion; parts: FoldParts },
): JudgedStates {
  const { taskKind, now, intake, target, rights, handed } = question;
  const production = question.production ?? productionOf(fold.production, now);
  const power = powerOf(question, set, production);
  const context: SetContext = {
    taskKind,
    now,
    intake,
    set,
    near,
    target,
    production,
    rights,
    power,
    handed,
    evaluation: { ...question.evaluation, holdoutDigest },
  };
  const findings = findingsOf(allChecks, fold.checks, { ...question, context });
  return {
    verdict: readinessVerdict(findings),
    findings,
    context,
    set,
    statistics: gatherStatistics(fold.statistics, context),
    trainerViews: viewsOf(fold, parts),
    power,
    digest: set.digest,
    trainRows: set.fates.kept.train,
    holdoutRows: set.fates.kept.holdout,
  };
}

/** The chosen recipe first. Of a sample it is said that it is one. */
function viewsOf({ trainers, otherTrainers }: SegmentFold, parts: FoldParts): TrainerView[] {
  const others = parts.otherViews.finish(otherTrainers);
  const told = parts.isEveryRowSampled
    ? others
    : others.map((view) => ({ ...view, text: `In a sample: ${view.text}` }));
  return [...parts.views.finish(trainers), ...told];
}

/** Rows of captured traffic are dealt to both sides only where nobody brought rows of their own. */
function powerOf(question: ReadinessQuestion, set: SetFacts, production: ProductionFacts | null): PowerFacts {
  const { thresholds, comparison, measuredDiscordance, intake, now } = question;
  const hasImport = intake.standingImports.accepted > 0;
  return powerFactsOf({
    readiness: thresholds.policy,
    evaluation: comparison,
    measuredDiscordance,
    trainRows: set.fates.kept.train,
    holdoutRows: set.fates.kept.holdout,
    classes: set.classes,
    labelsInTraffic: production?.labels ?? {},
    trainShare: hasImport ? 1 : trainParts / 10_000,
    rowsByDay: production?.callsByDay ?? set.rowsByDay,
    firstAt: intake.captured.firstAt,
    now,
  });
}
