// A candidate that is served elsewhere: Openward did not train it and says so in the evidence. It is asked one question,
// to see that it is there.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { digestOf } from '../../kernel/digest.js';
import type { EvidenceDraft } from '../../kernel/evidence.js';
import { Upstreams } from '../../vendors/upstreams.js';
import { TellNews } from '../evidence/tell-news.js';
import type { Project } from '../project.js';
import { JobFailure } from './job-failure.service.js';

const probeTimeoutMs = 30_000;

@Injectable()
export class BroughtCandidate {
  constructor(
    private readonly upstreams: Upstreams,
    private readonly news: TellNews,
    private readonly failure: JobFailure,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async check(project: Project): Promise<void> {
    const target = project.brief.candidate;
    const answer = await this.upstreams.ask({
      target,
      messages: [{ role: 'user', content: 'Are you there?' }],
      timeoutMs: probeTimeoutMs,
    });
    const at = this.clock.now();
    if (answer.kind === 'failure') {
      return this.failure.tell(
        project.id,
        `The candidate ${target.vendor}/${target.model} does not answer: ${answer.reason}. ${answer.detail}`,
      );
    }
    const value = {
      runId: null,
      recipe: null,
      datasetId: null,
      datasetDigest: null,
      artefactId: null,
      artefactDigest: digestOf({ ...target, modelServed: answer.modelServed }),
      trainRows: null,
      trainSeconds: null,
      servedModel: answer.modelServed,
      state: 'brought',
      failure: null,
    };
    const evidence: EvidenceDraft = {
      kind: 'training.run',
      source: 'measured',
      measuredAt: at,
      inputsDigest: digestOf(target),
      methodVersion: 'brought-candidate/1',
      outcome: 'inconclusive',
      value,
    };
    await this.news.tell(project.id, {
      events: [
        { type: 'JOB_STARTED', at },
        { type: 'JOB_SUCCEEDED', at },
      ],
      evidence: [evidence],
    });
  }
}
