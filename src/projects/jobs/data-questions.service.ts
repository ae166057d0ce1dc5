// Everything that readiness has to be told of a project before its data can be judged.
import { Inject, Injectable } from '@nestjs/common';
import type { Evidence } from '../../kernel/evidence.js';
import type { Policy } from '../../kernel/policy.js';
import { policyDigest } from '../../kernel/policy.js';
import { DatasetReader } from '../../readiness/datasets/dataset-reader.js';
import type { EvaluationFacts } from '../../readiness/facts/evaluation-facts.js';
import type { AssessRequest } from '../../readiness/gathering/assess-request.js';
import { ReadinessService } from '../../readiness/readiness.service.js';
import type { Project } from '../project.js';
import { ProjectRecords } from '../project-store.js';
import { ReadinessSources } from './readiness-sources.service.js';
import { StudentLearner } from './student-learner.service.js';

/** A judge or scorer of ours: answers of a closed set are compared as they are. */
const exactEvaluator = 'exact' as const;
const comparisonsAPage = 200;

interface Compared {
  readonly incumbentAccuracy: number | null;
  readonly discordance: number | null;
  readonly looks: number;
  /** Of the hold-out of the first comparison; null: none was made, or what it was made on is not there any more. */
  readonly firstHoldoutDigest: string | null;
}

@Injectable()
export class DataQuestions {
  constructor(
    private readonly readiness: ReadinessService,
    private readonly records: ProjectRecords,
    private readonly sources: ReadinessSources,
    private readonly learner: StudentLearner,
    @Inject(DatasetReader) private readonly datasets: DatasetReader,
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

  /** What earlier comparisons told: how the incumbent did, on how many pairs the two differed, and on which rows. */
  private async compared(projectId: string): Promise<Compared> {
    const all = (await this.comparisons(projectId)).sort((one, other) => one.measuredAt - other.measuredAt);
    const [first, newest] = [all[0], all.at(-1)];
    if (first === undefined || newest === undefined) {
      return { incumbentAccuracy: null, discordance: null, looks: 0, firstHoldoutDigest: null };
    }
    const { n, onlyCandidateCorrect, onlyIncumbentCorrect, incumbentAccuracy } = newest.value as {
      readonly n: number;
      readonly onlyCandidateCorrect: number;
      readonly onlyIncumbentCorrect: number;
      readonly incumbentAccuracy: number | null;
    };
    const discordance = n === 0 ? null : (onlyCandidateCorrect + onlyIncumbentCorrect) / n;
    const { datasetId } = first.value as { readonly datasetId?: string };
    const firstHoldoutDigest = datasetId === undefined ? null : await this.datasets.holdoutDigest(datasetId);
    return { incumbentAccuracy, discordance, looks: all.length, firstHoldoutDigest };
  }

  /** All that were measured: each of them looked at the hold-out. */
  private async comparisons(projectId: string): Promise<Evidence[]> {
    const all: Evidence[] = [];
    const query = { projectId, kind: 'evaluation.comparison' as const, limit: comparisonsAPage };
    for (let afterId: string | null = null, isLast = false; !isLast; ) {
      const page: Evidence[] = await this.records.evidence({ ...query, afterId });
      all.push(...page.filter((one) => one.source === 'measured'));
      isLast = page.length < comparisonsAPage;
      afterId = page.at(-1)?.id ?? null;
    }
    return all;
  }
}

function evaluationFacts({ brief }: Project, compared: Compared): EvaluationFacts {
  return {
    evaluator: brief.task.kind === 'closed-set classification' ? exactEvaluator : null,
    judgeCalibrationRows: null,
    incumbentScore: compared.incumbentAccuracy,
    holdoutDigestAtFirstUse: compared.firstHoldoutDigest,
    // The hold-out of today is assembled by whoever judges.
    holdoutDigest: null,
    looks: compared.looks,
  };
}
