// Which models are shown, and in which order: kept in the address.
import { daysUntil } from '../catalogue-words';
import type { Model } from '../use-catalogue';

export interface ModelFilter {
  readonly text: string;
  readonly openness: string;
  readonly developer: string;
  readonly end: string;
  readonly sort: string;
}

export const ends = [
  ['', 'any'],
  ['dated', 'has a day of shutdown'],
  ['none', 'no day is announced'],
  ['ended', 'has ended'],
] as const;

export const sorts = [
  ['', 'name'],
  ['input', 'input price'],
  ['output', 'output price'],
  ['context', 'context, longest first'],
  ['end', 'shutdown, next first'],
  ['released', 'release, newest first'],
] as const;

export function filterOf(search: URLSearchParams): ModelFilter {
  const of = (name: string) => search.get(name) ?? '';
  return { text: of('text'), openness: of('openness'), developer: of('developer'), end: of('end'), sort: of('sort') };
}

export function filtered(models: readonly Model[], filter: ModelFilter): readonly Model[] {
  const text = filter.text.toLowerCase();
  return models
    .filter(
      (one) =>
        (filter.openness === '' ||
          (filter.openness === 'closed' ? one.openness === 'closed' : one.openness !== 'closed')) &&
        (filter.developer === '' || one.developer === filter.developer) &&
        endFits(one, filter.end) &&
        (text === '' ||
          [one.id, ...one.aliases, one.developer, one.licence ?? ''].join(' ').toLowerCase().includes(text)),
    )
    .sort((left, right) => compare(left, right, filter.sort));
}

function endFits({ shutdownOn }: Model, end: string): boolean {
  switch (end) {
    case 'dated':
      return shutdownOn !== null && daysUntil(shutdownOn) > 0;
    case 'none':
      return shutdownOn === null;
    case 'ended':
      return shutdownOn !== null && daysUntil(shutdownOn) <= 0;
    default:
      return true;
  }
}

/** What is not known comes last, whatever the order. */
function compare(left: Model, right: Model, sort: string): number {
  const [one, other] = [rank(left, sort), rank(right, sort)];
  if (one !== null && other !== null && one !== other) {
    return one - other;
  }
  if ((one === null) !== (other === null)) {
    return one === null ? 1 : -1;
  }
  return left.id.localeCompare(right.id, 'en');
}

function rank(model: Model, sort: string): number | null {
  const numberOf = (text: string | null | undefined) => (text === null || text === undefined ? null : Number(text));
  switch (sort) {
    case 'input':
      return numberOf(model.prices?.usdPerMillionInputTokens);
    case 'output':
      return numberOf(model.prices?.usdPerMillionOutputTokens);
    case 'context':
      return model.contextTokens === null ? null : -model.contextTokens;
    case 'end': {
      const days = model.shutdownOn === null ? null : daysUntil(model.shutdownOn);
      return days === null || days <= 0 ? null : days;
    }
    case 'released':
      return model.releasedOn === null ? null : -Date.parse(model.releasedOn);
    default:
      return null;
  }
}
