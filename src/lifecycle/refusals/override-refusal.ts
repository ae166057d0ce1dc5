// May this gate run be overridden? What is barred by law or contract is not for a risk owner to decide.
import type { Refusal } from '../../kernel/refusal.js';
import { refusal } from '../../kernel/refusal.js';
import { allCriteria } from '../all-criteria.js';
import type { CriterionResult } from '../criterion.js';

const beyondOverride: ReadonlySet<string> = new Set(
  allCriteria.filter(({ isBeyondOverride }) => isBeyondOverride === true).map(({ id }) => id),
);

/** `forbidden` where a criterion failed that nothing lifts; `null` where nothing objects. */
export function overrideRefusal(criteria: readonly CriterionResult[]): Refusal | null {
  const barred = criteria.filter(
    ({ id, role, outcome }) => beyondOverride.has(id) && role === 'gate' && outcome === 'fail',
  );
  const [first] = barred;
  return first === undefined
    ? null
    : refusal('forbidden', `No override lifts ${barred.map(({ id }) => id).join(', ')}. ${first.remedy}`);
}
