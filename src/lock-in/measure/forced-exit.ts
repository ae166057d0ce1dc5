// Must the project leave, because a model it stands on ends before one can have left? Only dates that were announced force.
import { daysUntil, dueInWords } from '../in-words.js';
import type { CatalogFacts } from '../measurement.js';

export interface ForcedExit {
  readonly model: string;
  readonly because: string;
  /** ISO day. */
  readonly shutdownOn: string;
  /** Negative: it is over. */
  readonly daysLeft: number;
  readonly leadTimeDays: number;
}

/** Null where nothing forces. */
export function forcedExit(catalog: CatalogFacts | null): ForcedExit | null {
  const dated = (catalog?.models ?? []).flatMap(({ model, shutdownAt }) =>
    shutdownAt === null ? [] : [{ model, shutdownAt }],
  );
  const first = dated.reduce<(typeof dated)[number] | null>(
    (soonest, one) => (soonest === null || one.shutdownAt < soonest.shutdownAt ? one : soonest),
    null,
  );
  if (catalog === null || first === null) {
    return null;
  }
  const daysLeft = daysUntil(first.shutdownAt, catalog.observedAt);
  const leadTimeDays = Math.round(catalog.exitLeadTimeDays);
  if (daysLeft >= leadTimeDays) {
    return null;
  }
  const shutdownOn = new Date(first.shutdownAt).toISOString().slice(0, 10);
  const isOver = first.shutdownAt <= catalog.observedAt;
  const due = dueInWords(first.shutdownAt, catalog.observedAt);
  const when = isOver ? `was shut down on ${shutdownOn}` : `is shut down on ${shutdownOn}, ${due}`;
  return {
    model: first.model,
    because: `${first.model} ${when}; leaving takes ${leadTimeDays < 1 ? 'less than a day' : `${leadTimeDays} days`}.`,
    shutdownOn,
    daysLeft,
    leadTimeDays,
  };
}
