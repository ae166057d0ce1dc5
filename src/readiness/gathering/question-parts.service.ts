// Gathers what is asked beside the rows: tallies, waivers, rights, and what a student measured.
import { Inject, Injectable } from '@nestjs/common';
import { BenchmarkShelf } from '../benchmarks/benchmark-shelf.js';
import { ThresholdShelf } from '../judging/threshold-shelf.js';
import type { ReadinessQuestion } from '../measure/measure-question.js';
import { ExampleStore } from '../rows/example-store.js';
import { splitSaltOf } from '../rows/split-of.js';
import { WaiverStore } from '../waivers/waiver-store.js';
import type { AssessRequest } from './assess-request.js';
import { MeasureLearning } from './learning-measures.service.js';
import { RightsOfProject } from './rights-of-project.service.js';

@Injectable()
export class QuestionParts {
  constructor(
    @Inject(ExampleStore) private readonly examples: ExampleStore,
    @Inject(WaiverStore) private readonly waivers: WaiverStore,
    private readonly rights: RightsOfProject,
    private readonly learning: MeasureLearning,
    private readonly shelf: ThresholdShelf,
    private readonly benchmarks: BenchmarkShelf,
  ) {}

  async of(request: AssessRequest, now: number): Promise<ReadinessQuestion> {
    const { projectId, taskKind, target, captured, trafficConsent, region } = request;
    const [intake, held, { rights, notPermitted }, handed] = await Promise.all([
      this.examples.tally(projectId),
      this.waivers.holding(projectId, now),
      this.rights.judge({ projectId, target, now, captured, trafficConsent, region }),
      this.learning.of(projectId, taskKind, request.learner),
    ]);
    return {
      taskKind,
      now,
      splitSalt: splitSaltOf(projectId),
      intake,
      target,
      thresholds: { written: this.shelf.written, policy: request.thresholds },
      waivers: held.map(({ checkId, by, reason, until }) => ({ checkId, who: by, why: reason, until })),
      production: null,
      rights,
      notPermitted,
      benchmarkTexts: this.benchmarks.texts,
      handed,
      evaluation: request.evaluation,
      comparison: request.comparison,
      measuredDiscordance: request.measuredDiscordance,
    };
  }
}
