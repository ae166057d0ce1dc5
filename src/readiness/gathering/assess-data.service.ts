// From a project's rows to a measurement: what traffic brought is taken in, changed segments are measured, and everything
// that is known beside the rows is gathered for the judgement.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Log } from '../../platform/telemetry/log.client.js';
import { funnelOf } from '../funnel.js';
import type { ReadinessMeasurement, ReadinessQuestion } from '../measure/measure-question.js';
import { SegmentMeter } from '../measure/segment-meter.js';
import { splitSaltOf } from '../rows/split-of.js';
import type { Assessed, AssessRequest } from './assess-request.js';
import { MeasuredSegments, type SegmentRun, startedRun } from './measured-segments.service.js';
import { QuestionParts } from './question-parts.service.js';
import { TakeCaptured } from './take-captured.service.js';

@Injectable()
export class AssessData {
  constructor(
    private readonly traffic: TakeCaptured,
    private readonly segments: MeasuredSegments,
    private readonly parts: QuestionParts,
    @Inject(SegmentMeter) private readonly meter: SegmentMeter,
    @Inject(Clock) private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  capturedUpTo(projectId: string): Promise<string | null> {
    return this.traffic.upTo(projectId);
  }

  /** What the store refuses is thrown; a measurement that broke is told. */
  async assess(request: AssessRequest): Promise<Assessed> {
    const { projectId } = request;
    await this.traffic.take(projectId, request.exchanges);
    const question = await this.parts.of(request, this.clock.now());
    const run = startedRun();
    const measurement = await this.attempt(request, question, run);
    return {
      measurement,
      intake: question.intake,
      rights: question.rights,
      funnel: measurement === null ? [] : funnelOf(question.intake, measurement.set),
      segmentDigests: run.digests,
      segmentsMeasured: run.measuredAnew,
    };
  }

  private async attempt(
    { projectId, target }: AssessRequest,
    question: ReadinessQuestion,
    run: SegmentRun,
  ): Promise<ReadinessMeasurement | null> {
    const expectedRows = await this.segments.expectedRows(projectId);
    const options = { target, splitSalt: splitSaltOf(projectId), expectedRows, looksForPrivate: true };
    try {
      const segments = this.segments.of(projectId, options, run);
      return await this.meter.judge({ segments, question, expectedRows });
    } catch (error) {
      if (run.refused !== null) {
        throw run.refused;
      }
      this.log.error({ projectId, err: error }, 'readiness not measured');
      return null;
    }
  }
}
