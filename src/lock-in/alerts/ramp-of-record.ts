// The ramp as the alert rules read it: what was kept of it, with what the catalogue says now of the model to go back to.
import type { ModelCatalog } from '../../catalog/model-catalog.js';
import type { HandedRamp } from '../measure/handed-facts.js';
import { modelNamed } from '../measure/known-names.js';
import type { LockInSources } from '../measurement.js';
import type { AlertFacts } from './alert-facts.js';

export function rampOfRecord(
  ramp: HandedRamp | null,
  { catalog: kept }: Pick<LockInSources, 'catalog'>,
  catalog: ModelCatalog,
): AlertFacts['ramp'] {
  if (ramp === null) {
    return null;
  }
  const { rollbackModel, endsAt } = ramp;
  const id = modelNamed(catalog, rollbackModel)?.id ?? rollbackModel;
  const lifecycle = catalog.lifecycleOf(id);
  const life = kept?.models.find(({ model }) => model === id);
  const ruling = lifecycle?.ruling ?? null;
  return {
    rollbackModel,
    endsAt,
    // A date that the catalogue forgot is not safe.
    shutdownAt: lifecycle?.shutdownAt ?? life?.shutdownAt ?? null,
    sources: ruling === null ? (life?.sources ?? []) : [ruling.source],
  };
}
