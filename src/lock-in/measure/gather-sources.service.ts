// Everything that indicators measure from: calls of thirty days, invoices of ninety, drills, the catalogue, and what other
// rooms have handed in.
import { Inject, Injectable } from '@nestjs/common';
import { ModelCatalog } from '../../catalog/model-catalog.js';
import { DocumentStore } from '../inputs/document-store.js';
import { DrillStore } from '../inputs/drill-store.js';
import { mergeServing, nothingReported, servingId, servingIn, servingKind } from '../inputs/serving-report.js';
import { invoiceFacts } from '../invoices/invoice.js';
import { InvoiceStore } from '../invoices/invoice-store.js';
import type { LockInSources, ServingFacts, TargetRunFacts } from '../measurement.js';
import { isCandidateNoDearer } from '../traffic/cost-of-arms.js';
import { ownServer } from '../traffic/read-exchange.js';
import { RollUpTraffic } from '../traffic/roll-up-traffic.service.js';
import { trafficFacts } from '../traffic/traffic-facts.js';
import { mergeTraffic, nothingSeen, type TrafficState } from '../traffic/traffic-state.js';
import { TrafficStore } from '../traffic/traffic-store.js';
import { dayOf } from '../traffic/utc-day.js';
import { attritionPerYear, catalogFacts, type UsedModel } from './catalog-facts.js';
import { type HandedFacts, usualLeadTimeDays } from './handed-facts.js';
import { knownNames, modelNamed } from './known-names.js';

const dayMs = 86_400_000;
const trafficDays = 30;
const invoiceDays = 90;
const drillsMax = 100;

export interface GatheredSources {
  readonly sources: LockInSources;
  /** Of the developers of the models in use, per year, the highest; null: not known. */
  readonly attritionPerYear: number | null;
  /** Calls that were read for it. */
  readonly callsRead: number;
}

@Injectable()
export class GatherSources {
  constructor(
    private readonly rollUp: RollUpTraffic,
    @Inject(TrafficStore) private readonly traffic: TrafficStore,
    @Inject(InvoiceStore) private readonly invoices: InvoiceStore,
    @Inject(DrillStore) private readonly drills: DrillStore,
    @Inject(DocumentStore) private readonly documents: DocumentStore,
    @Inject(ModelCatalog) private readonly catalog: ModelCatalog,
  ) {}

  async of(projectId: string, handed: HandedFacts, now: number): Promise<GatheredSources> {
    const callsRead = await this.rollUp.take(projectId);
    const days = await this.traffic.days({
      projectId,
      fromDay: dayOf(now - invoiceDays * dayMs),
      untilDay: dayOf(now),
    });
    // The days of the window are whole: today and the twenty-nine before it.
    const fromDay = dayOf(now - (trafficDays - 1) * dayMs);
    const state = days
      .filter(({ day }) => day >= fromDay)
      .reduce((sum, { state: one }) => mergeTraffic(sum, one), nothingSeen);
    const criticality = handed.criticality?.level ?? null;
    const catalog = catalogFacts({
      catalog: this.catalog,
      models: usedModels(state, handed),
      state,
      exitLeadTimeDays: handed.measuredLeadTimeDays ?? usualLeadTimeDays,
      isLeadTimeMeasured: handed.measuredLeadTimeDays !== null,
      now,
    });
    const sources: LockInSources = {
      now,
      traffic: trafficFacts({
        state,
        criticality,
        names: knownNames(this.catalog),
        fromAt: Date.parse(`${fromDay}T00:00:00Z`),
        untilAt: now,
      }),
      invoice: invoiceFacts(await this.invoices.since(projectId, now - invoiceDays * dayMs), days),
      catalog,
      evaluation: handed.evaluation,
      shadow: handed.shadow === null ? null : { ...handed.shadow, costInTolerance: isCandidateNoDearer(state) },
      drills: await this.drills.list(projectId, drillsMax),
      lineage: handed.lineage,
      target: this.withBase(handed.target),
      serving: await this.serving(projectId, handed),
      licence: handed.licence === null ? null : { ...handed.licence, at: now },
    };
    return { sources, attritionPerYear: attritionPerYear(this.catalog, catalog), callsRead };
  }

  /** What the deployment reports, and what is known here of a candidate that is served here. */
  private async serving(projectId: string, handed: HandedFacts): Promise<ServingFacts> {
    const kept = await this.documents.find(projectId, servingKind, servingId);
    return mergeServing(handed.serving ?? nothingReported, servingIn(kept));
  }

  /** What the catalogue knows of the base that the candidate was made from. */
  private withBase(target: TargetRunFacts | null): TargetRunFacts | null {
    const base = target === null ? null : modelNamed(this.catalog, target.base);
    return target === null || base === null
      ? target
      : {
          ...target,
          opennessClass: target.opennessClass ?? base.opennessClass,
          supersededMonths: target.supersededMonths ?? this.catalog.supersededMonthsOf(base.id),
        };
  }
}

/** Models at vendors that answered in the window, and those that the project names; critical where their flow is. */
function usedModels(state: TrafficState, { criticality, models }: HandedFacts): readonly UsedModel[] {
  const own = criticality?.level ?? 'untold';
  const isCritical = (level: string) => level === 'high' || level === 'critical';
  const used = new Map(models.map((model) => [model, isCritical(own)]));
  for (const line of Object.values(state.lines).filter((one) => one.vendor !== ownServer)) {
    const name = line.modelAsked ?? line.modelServed;
    if (name !== null) {
      const level = line.criticality === 'untold' ? own : line.criticality;
      used.set(name, used.get(name) === true || isCritical(level));
    }
  }
  return [...used].map(([model, critical]) => ({ model, isCritical: critical }));
}
