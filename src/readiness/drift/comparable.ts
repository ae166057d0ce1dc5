// Why a comparison with production cannot be made, shared by the checks that make one.
import type { SetContext } from '../check.js';
import type { ProductionFacts } from '../facts/production-facts.js';
import { counted } from '../judging/in-words.js';

export const comparedMin = 500;

/** The window of production, or a sentence that says what is missing. */
export function comparable(
  { production }: SetContext,
  { rows, least = comparedMin }: { readonly rows: number; readonly least?: number },
): ProductionFacts | string {
  if (production === null) {
    return 'No traffic of production was captured, so there is nothing to compare with.';
  }
  if (rows < least || production.calls < least) {
    return `${counted(rows)} rows and ${counted(production.calls)} calls of production: below ${counted(least)} of each, noise hides drift.`;
  }
  return production;
}
