// Which indicators are shown: kept in the address.
import type { Schemas } from '../../../../api/client';
import type { IndicatorScore, LockIn } from '../use-lock-in';

export type Dimension = Schemas['LockInDimensionResponse'];

export interface IndicatorFilter {
  readonly ledger: 'source' | 'target';
  readonly dimension: string;
  readonly text: string;
  readonly state: string;
}

/** Below it a fact counts as half forgotten. */
const oldFreshnessMax = 0.5;

export const states = [
  ['', 'any'],
  ['unknown', 'not known'],
  ['old', 'grown old'],
  ['measured', 'measured'],
  ['declared', 'declared'],
] as const;

export function filterOf(search: URLSearchParams, lockIn: LockIn): IndicatorFilter {
  const dimension = search.get('dimension') ?? '';
  const named = search.get('indicator') ?? '';
  const isTarget = search.get('ledger') === 'target' || isOf(lockIn, dimension, named);
  return {
    ledger: isTarget ? 'target' : 'source',
    dimension,
    text: search.get('text') ?? '',
    state: search.get('state') ?? '',
  };
}

function isOf(lockIn: LockIn, dimension: string, indicator: string): boolean {
  return lockIn.ledgers.target.dimensions.some(
    (one) => one.id === dimension || one.indicators.some(({ id }) => id === indicator),
  );
}

export function filtered(lockIn: LockIn, filter: IndicatorFilter): readonly Dimension[] {
  const text = filter.text.toLowerCase();
  return lockIn.ledgers[filter.ledger].dimensions
    .filter(({ id }) => filter.dimension === '' || id === filter.dimension)
    .map((dimension) => ({
      ...dimension,
      indicators: dimension.indicators.filter(
        (one) =>
          stateFits(one, filter.state) &&
          (text === '' || `${one.id} ${one.question} ${one.remedy}`.toLowerCase().includes(text)),
      ),
    }))
    .filter(({ indicators }) => indicators.length > 0);
}

export function isOld({ fact, freshness }: IndicatorScore): boolean {
  return fact !== null && freshness < oldFreshnessMax;
}

function stateFits(one: IndicatorScore, state: string): boolean {
  switch (state) {
    case 'unknown':
      return one.fact === null;
    case 'old':
      return isOld(one);
    case 'measured':
      return one.fact?.basis === 'measured' || one.fact?.basis === 'catalogue';
    case 'declared':
      return one.fact !== null && /declared|documented/.test(one.fact.basis);
    default:
      return true;
  }
}
