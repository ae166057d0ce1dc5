// Everything that readiness has to be told of a project before its data can be judged.
import { Injectable } from '@nestjs/common';
import type { Policy } from '../../kernel/policy.js';
import { policyDigest } from '../../kernel/policy.js';
import type { EvaluationFacts } from '../../readiness/facts/evaluation-facts.js';
import type { AssessRequest } from '../../readiness/gathering/assess-request.js';
import { ReadinessService } from '../../readiness/readiness.service.js';
import type { Project } from '../project.js';
import { ProjectRecords } from '../project-store.js';
import { ReadinessSources } from './readiness-sources.service.js';
import { StudentLearner } from './student-learner.service.js';

/** A judge or scorer of ours: answers of a closed set are compared as they are. */
const exactEvaluator = 'exact' as const;
const comparisonsLookedAt = 200;

interface Compared {
  readonly incumbentAccuracy: number | null;
  readonly discordance: number | null;
  readonly looks: number;
}

@Injectable()
export class DataQuestions {
  constructor(
    private readonly readiness: ReadinessService,
    private readonly records: ProjectRecords,
    private readonly sources: ReadinessSources,
    private readonly learner: StudentLearner,
  ) {}

  async of(project: Project, policy: Policy): Promise<AssessRequest> {
    const { id: projectId, brief } = project;
    const plan = await this.sources.planOf(projectId);
    const compared = await this.compared(projectId);
    return {
      projectId,
      taskKind: brief.task.kind,
      target: this.sources.targetOf(brief, plan),
      thresholds: policy.readiness,
      policyDigest: policyDigest(policy),
      comparison: policy.evaluation,
      measuredDiscordance: compared.discordance,
      evaluation: evaluationFacts(project, compared),
      captured: await this.sources.vendorRows(projectId, plan),
      trafficConsent: plan.trafficConsent,
      region: plan.region,
      exchanges: this.sources.captured(projectId, await this.readiness.capturedUpTo(projectId)),
      learner: this.learner,
    };
  }

  /** What earlier comparisons told: how the incumbent did, and on how many pairs the two differed. */
  private async compared(projectId: string): Promise<Compared> {
    const query = { projectId, kind: 'evaluation.comparison' as const, afterId: null, limit: comparisonsLookedAt };
    const all = (await this.records.evidence(query)).filter((one) => one.source === 'measured');
    const newest = all.reduce<(typeof all)[number] | null>(
      (last, one) => (last === null || one.measuredAt > last.measuredAt ? one : last),
      null,
    );
    if (newest === null) {
      return { incumbentAccuracy: null, discordance: null, looks: 0 };
    }
    const { n, onlyCandidateCorrect, onlyIncumbentCorrect, incumbentAccuracy } = newest.value as {
      readonly n: number;
      readonly onlyCandidateCorrect: number;
      readonly onlyIncumbentCorrect: number;
      readonly incumbentAccuracy: number | null;
    };
    const discordance = n === 0 ? null : (onlyCandidateCorrect + onlyIncumbentCorrect) / n;
    return { incumbentAccuracy, discordance, looks: all.length };
  }
}

function evaluationFacts({ brief }: Project, { incumbentAccuracy, looks }: Compared): EvaluationFacts {
  return {
    evaluator: brief.task.kind === 'closed-set classification' ? exactEvaluator : null,
    judgeCalibrationRows: null,
    incumbentScore: incumbentAccuracy,
    holdoutDigestAtFirstUse: null,
    holdoutDigest: null,
    looks,
  };
}
