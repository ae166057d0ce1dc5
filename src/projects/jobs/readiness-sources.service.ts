// What readiness is measured on and against, from the rooms that know it: captured calls and whose they were, the model that
// is to be trained, the comparison that is planned, and a student to learn with.
import { Injectable } from '@nestjs/common';
import { ModelCatalog } from '../../catalog/model-catalog.js';
import { AnswerSources } from '../../exchanges/answer-sources.js';
import type { Exchange } from '../../exchanges/exchange.js';
import { ExchangeStore } from '../../exchanges/exchange-store.js';
import type { TargetFacts } from '../../readiness/facts/target-facts.js';
import { type DataPlan, DataPlanStore, nothingPlanned } from '../../readiness/plan/data-plan.js';
import type { VendorRows } from '../../readiness/rights/judge-vendor-terms.js';
import { TokeniserFiles } from '../../readiness/tokens/tokeniser-files.js';
import { rowRecipeOf } from '../../readiness/trainers/recipes.js';
import { targetOf } from '../../readiness/trainers/target-of.js';
import { ownVendorName } from '../../vendors/vendor.js';
import { VendorStore } from '../../vendors/vendor-store.js';
import type { ProjectBrief } from '../project.js';

const pageOfExchanges = 200;

@Injectable()
export class ReadinessSources {
  constructor(
    private readonly exchanges: ExchangeStore,
    private readonly answers: AnswerSources,
    private readonly vendors: VendorStore,
    private readonly catalog: ModelCatalog,
    private readonly plans: DataPlanStore,
    private readonly tokenisers: TokeniserFiles,
  ) {}

  async planOf(projectId: string): Promise<DataPlan> {
    return (await this.plans.read(projectId))?.plan ?? nothingPlanned;
  }

  /** A candidate that is trained here is made by the recipe of its name. */
  targetOf({ candidate }: ProjectBrief, plan: DataPlan): TargetFacts {
    const own = candidate.vendor === ownVendorName && rowRecipeOf(candidate.model) !== null ? candidate.model : null;
    return targetOf({
      model: candidate.model,
      recipe: plan.recipe ?? own,
      contextTokens: this.catalog.find(candidate.model)?.contextTokens ?? null,
      sequenceTokens: plan.sequenceTokens,
      tokeniserFile: this.tokenisers.fileOf(candidate.model),
      distribution: plan.distribution,
      commercial: plan.commercial,
    });
  }

  /** Captured answers by connection, model and time: what the terms of their vendors are looked up by. */
  async vendorRows(projectId: string, plan: DataPlan): Promise<readonly VendorRows[]> {
    const [sources, vendors] = await Promise.all([this.answers.of(projectId), this.vendors.list()]);
    return sources.map(({ vendor, model, calls, lastAt }) => ({
      vendor,
      route: plan.vendorRoutes.find((one) => one.vendor === vendor)?.route ?? null,
      address: vendors.find((one) => one.name === vendor)?.baseUrl ?? null,
      model,
      at: lastAt,
      rows: calls,
    }));
  }

  async *captured(projectId: string, after: string | null): AsyncGenerator<Exchange> {
    let afterId = after;
    for (;;) {
      const page = await this.exchanges.trainable({ projectId, afterId, limit: pageOfExchanges });
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < pageOfExchanges) {
        return;
      }
      afterId = last.id;
    }
  }
}
