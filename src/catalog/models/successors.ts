// Since when has a newer model of the same family been there?
import { dayMs, daysPerMonth, startOfUtcDay } from '../utc-day.js';
import type { ModelIdentity } from './model-identity.js';

/**
 * Months since the first of its successors was released, 0 where it has none; null where their release is not known.
 * @param find a model by id.
 */
export function supersededMonths(
  model: ModelIdentity,
  find: (id: string) => Pick<ModelIdentity, 'releasedOn'> | null,
  now: number,
): number | null {
  if (model.supersededBy.length === 0) {
    return 0;
  }
  const days = model.supersededBy.flatMap((id) => find(id)?.releasedOn ?? []).sort();
  const first = days[0];
  return first === undefined ? null : Math.max(0, (now - startOfUtcDay(first)) / (dayMs * daysPerMonth));
}
