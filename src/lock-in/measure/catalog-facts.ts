// What the catalogue knows of the models that a project stands on: when they end, how their developers gave notice, and
// how the price of the mix moved.
import type { ModelCatalog } from '../../catalog/model-catalog.js';
import type { CatalogFacts, ModelLife } from '../measurement.js';
import type { TrafficState } from '../traffic/traffic-state.js';
import { modelNamed } from './known-names.js';
import { comparedPrices } from './price-mix.js';

export interface UsedModel {
  readonly model: string;
  readonly isCritical: boolean;
}

export interface CatalogQuestion {
  readonly catalog: ModelCatalog;
  readonly models: readonly UsedModel[];
  /** Of the window, for the mix that prices are compared by. */
  readonly state: TrafficState;
  readonly exitLeadTimeDays: number;
  readonly isLeadTimeMeasured: boolean;
  readonly now: number;
}

const monthsCompared = 24;

/** Null where neither a model nor its developer is known: nothing can be said of its end then. */
export function catalogFacts(question: CatalogQuestion): CatalogFacts | null {
  const { catalog, models, state, exitLeadTimeDays, isLeadTimeMeasured, now } = question;
  const lives = models.flatMap((used) => lifeOf(catalog, used));
  if (lives.length === 0) {
    return null;
  }
  const developers = [...new Set(lives.map((one) => one.developer))];
  const notices = developers.flatMap((one) => catalog.noticesOf(one)?.noticeDays ?? []);
  return {
    exitLeadTimeDays,
    isLeadTimeMeasured,
    models: lives,
    notices: { all: notices.length, shorterThanLeadTime: notices.filter((days) => days < exitLeadTimeDays).length },
    priceIndex24Months: comparedPrices(catalog, state, { now, monthsAgo: monthsCompared })?.index ?? null,
    observedAt: now,
  };
}

/** Of the developers of the models in use, how fast the models of the fastest leave; null: not known. */
export function attritionPerYear(catalog: ModelCatalog, facts: CatalogFacts | null): number | null {
  const rates = (facts?.models ?? []).flatMap((one) => catalog.attritionOf(one.developer)?.perYear ?? []);
  return rates.length === 0 ? null : Math.max(...rates);
}

/** Open models do not end; what they are superseded by is asked elsewhere. */
function lifeOf(catalog: ModelCatalog, { model: name, isCritical }: UsedModel): ModelLife[] {
  const model = modelNamed(catalog, name);
  const developer = model?.developer ?? catalog.developerOf(name);
  if (developer === null || (model !== null && model.openness !== 'closed')) {
    return [];
  }
  const lifecycle = model === null ? null : catalog.lifecycleOf(model.id);
  const notices = catalog.noticesOf(developer);
  const ruling = lifecycle?.ruling ?? null;
  return [
    {
      model: model?.id ?? name,
      developer,
      isCritical,
      shutdownAt: lifecycle?.shutdownAt ?? null,
      releasedAt: model === null || model.releasedOn === null ? null : Date.parse(`${model.releasedOn}T00:00:00Z`),
      medianLifeDaysOfDeveloper: notices?.medianLifeDays ?? null,
      shortNoticeDaysOfDeveloper: notices?.p10Days ?? null,
      sources: ruling === null ? (notices?.sources ?? []).slice(0, 3) : [ruling.source],
    },
  ];
}
