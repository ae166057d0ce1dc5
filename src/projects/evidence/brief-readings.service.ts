// What a gate is told of a project's brief: whether it is complete, what the candidate's licence asks of the use that it
// describes, and how long its incumbent is served. Read freshly for each judgement.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { digestOf } from '../../kernel/digest.js';
import type { EvidenceDraft, EvidenceKind } from '../../kernel/evidence.js';
import type { Project } from '../project.js';
import { IncumbentLives } from '../standing/incumbent-life.service.js';
import { CandidateLicences } from './candidate-licences.service.js';

const methodOf = { 'intake.assessment': 'intake/1', 'rights.ruling': 'licence-gates/1', 'incumbent.life': 'life/1' };
type BriefKind = keyof typeof methodOf;

@Injectable()
export class BriefReadings {
  constructor(
    private readonly licences: CandidateLicences,
    private readonly lives: IncumbentLives,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Of the kinds that this service reads. */
  of(project: Project, kinds: readonly EvidenceKind[]): Promise<EvidenceDraft[]> {
    const read: Readonly<Record<BriefKind, () => Promise<object> | object>> = {
      'intake.assessment': () => this.intake(project),
      'rights.ruling': () => this.licences.of(project),
      'incumbent.life': () => this.lives.lifeOf(project.brief),
    };
    const wanted = (Object.keys(read) as BriefKind[]).filter((kind) => kinds.includes(kind));
    return Promise.all(wanted.map(async (kind) => this.draft(kind, await read[kind]())));
  }

  private intake({ brief }: Project) {
    return {
      task: brief.task.description,
      incumbentModel: `${brief.incumbent.vendor}/${brief.incumbent.model}`,
      candidateModel: `${brief.candidate.vendor}/${brief.candidate.model}`,
      owner: brief.owner,
      criticality: brief.criticality,
    };
  }

  private draft(kind: BriefKind, value: object): EvidenceDraft {
    return {
      ...{ kind, source: 'measured' as const, measuredAt: this.clock.now(), inputsDigest: digestOf(value) },
      ...{ methodVersion: methodOf[kind], outcome: 'pass' as const, value: { ...value } },
    };
  }
}
