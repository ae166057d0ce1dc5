// What the catalogue knows of the ends of the models in use, as the alert rules read it.
import type { Lifecycle } from '../../catalog/lifecycle/lifecycle.js';
import type { ModelCatalog } from '../../catalog/model-catalog.js';
import type { ModelLife } from '../measurement.js';
import { startOfDay } from '../register/notice-by.js';
import type { LifeOfModel, ToldEnd } from './alert-facts.js';

export function livesOf(models: readonly ModelLife[], catalog: ModelCatalog): readonly LifeOfModel[] {
  return models.map(({ model, developer, isCritical, shutdownAt, sources }) => {
    const lifecycle = catalog.lifecycleOf(model);
    const announcedOn = lifecycle?.announcedOn ?? null;
    return {
      ...{ model, developer, isCritical, sources },
      // Its own kept date where the catalogue says nothing any more: a date that was forgotten is not safe.
      shutdownAt: lifecycle?.shutdownAt ?? shutdownAt,
      announcedAt: announcedOn === null ? null : startOfDay(announcedOn),
      told: endsOf(lifecycle?.told ?? []),
      formerEnds: endsOf(lifecycle?.formerEnds ?? []),
      promisedNoticeDays: catalog.noticesOf(developer)?.promisedDays ?? null,
      replacements: (lifecycle?.replacements ?? []).map((name) => ({
        model: name,
        shutdownAt: catalog.lifecycleOf(name)?.shutdownAt ?? null,
      })),
    };
  });
}

/** Firm days only: an earliest day contradicts nobody. */
function endsOf(told: Lifecycle['told']): readonly ToldEnd[] {
  return told.flatMap(({ shutdownOn, accessedOn, source, url }) =>
    shutdownOn === null
      ? []
      : [
          {
            shutdownAt: startOfDay(shutdownOn),
            observedAt: startOfDay(accessedOn),
            source: url === null ? source : `${source}, ${url}`,
          },
        ],
  );
}
