// What the candidate's licence asks of the use that the brief and the data plan describe, by the catalogue as it is now.
import { Inject, Injectable } from '@nestjs/common';
import { ModelCatalog } from '../../catalog/model-catalog.js';
import type { RightsRuling } from '../../lifecycle/facts.js';
import { DataPlanStore, nothingPlanned } from '../../readiness/plan/data-plan.js';
import { ownVendorName } from '../../vendors/vendor.js';
import type { Project } from '../project.js';
import { candidateRuling } from './candidate-licence.js';

@Injectable()
export class CandidateLicences {
  constructor(
    @Inject(ModelCatalog) private readonly catalog: ModelCatalog,
    @Inject(DataPlanStore) private readonly plans: DataPlanStore,
  ) {}

  async of({ id, brief }: Project): Promise<RightsRuling> {
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
}
