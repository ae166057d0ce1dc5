// Places as a list of their own: those that are handed out are used again.
import type { Places } from '../../src/readiness/privacy/detectors/detector.js';

export function listedPlaces({ at, count }: Places): number[] {
  return Array.from({ length: count }, (_one, place) => at[place] ?? -1);
}
