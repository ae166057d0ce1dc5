// What a gate is told of a project's brief: whether it is complete, what the candidate's licence asks of the use that it
// describes, and how long its incumbent is served. Read freshly for each judgement.
import { Inject, Injectable } from '@nestjs/common';
import { ModelCatalog } from '../../catalog/model-catalog.js';
import { Clock } from '../../kernel/clock.js';
import { digestOf } from '../../kernel/digest.js';
import type { EvidenceDraft, EvidenceKind } from '../../kernel/evidence.js';
import { DataPlanStore, nothingPlanned } from '../../readiness/plan/data-plan.js';
import { ownVendorName } from '../../vendors/vendor.js';
import type { Project } from '../project.js';
import { IncumbentLives } from '../standing/incumbent-life.service.js';
import { candidateRuling } from './candidate-licence.js';

const methodOf = { 'intake.assessment': 'intake/1', 'rights.ruling': 'licence-gates/1', 'incumbent.life': 'life/1' };
type BriefKind = keyof typeof methodOf;

@Injectable()
export class BriefReadings {
  constructor(
    @Inject(ModelCatalog) private readonly catalog: ModelCatalog,
    @Inject(DataPlanStore) private readonly plans: DataPlanStore,
    private readonly lives: IncumbentLives,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Of the kinds that this service reads. */
  of(project: Project, kinds: readonly EvidenceKind[]): Promise<EvidenceDraft[]> {
    const read: Readonly<Record<BriefKind, () => Promise<object> | object>> = {
      'intake.assessment': () => this.intake(project),
      'rights.ruling': () => this.candidate(project),
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

  private async candidate({ id, brief }: Project) {
    const { vendor, model } = brief.candidate;
    const { commercial, distribution } = (await this.plans.read(id))?.plan ?? nothingPlanned;
    const { monthlyUsers = null, isInEuropeanUnion = null, trainsOthers = null } = brief.licenceUse ?? {};
    const known = this.catalog.find(model);
    return candidateRuling({
      model,
      openness: known?.openness ?? null,
      isOwn: vendor === ownVendorName,
      licence: this.catalog.licenceOf(model),
      use: {
        ...{ monthlyUsers, isInEuropeanUnion, trainsOthers },
        isCommercial: commercial,
        isMultimodal: known === null ? null : known.modalitiesIn.some((one) => one !== 'text'),
        isDistributed: distribution === 'unknown' ? null : distribution === 'distributed',
      },
    });
  }

  private draft(kind: BriefKind, value: object): EvidenceDraft {
    return {
      ...{ kind, source: 'measured' as const, measuredAt: this.clock.now(), inputsDigest: digestOf(value) },
      ...{ methodVersion: methodOf[kind], outcome: 'pass' as const, value: { ...value } },
    };
  }
}
