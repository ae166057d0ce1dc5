// What holds for all actions: the order of the rows plays no part, and the hold-out is left alone unless an action says
// otherwise.
import fc from 'fast-check';
import { aFacts, planOf } from '../../../test/builders/curation-plan.js';
import type { RowFacts } from '../rows/row-facts.js';
import { allActions } from './all-actions.js';
import type { ParameterValues } from './curation-action.js';
import type { RowEdit } from './row-edit.js';

describe('actions, whatever the rows', () => {
  const words = fc.constantFrom(
    'where is my parcel of last week',
    'where is my parcel of last weeks',
    'refund me now please',
    'hi',
    '',
  );
  const row = fc.record({
    input: words.map((text) => text || 'ask'),
    label: fc.constantFrom('a', 'b', '', "I'm sorry, but I can't help with that."),
    line: fc.nat({ max: 9 }),
    declaredSplit: fc.constantFrom('train' as const, 'holdout' as const, 'auto' as const),
    traits: fc.record({
      accepted: fc.constantFrom(true, false, null),
      at: fc.constantFrom(1, 2, null),
      group: fc.constantFrom('g1', 'g2', null),
      finish: fc.constantFrom('stop', 'length', null),
    }),
  });
  const parametersOf: Record<string, ParameterValues> = {
    relabel: { aliases: { a: 'b' } },
    'drop-by-row-keys': { rowKeys: ['0'.repeat(64)] },
  };
  const sorted = (edits: readonly RowEdit[]) => edits.map((edit) => JSON.stringify(edit)).sort();

  it.each(allActions.map(({ id }) => id))('%s does not depend on their order', (id) => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 14 }), (parts) => {
        const rows = parts.map((one) => aFacts(one));
        const plan = (some: readonly RowFacts[]) => sorted(planOf(id, some, parametersOf[id]));
        expect(plan([...rows].reverse())).toEqual(plan(rows));
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    'drop-exact-duplicates',
    'keep-best-answer',
    'drop-near-duplicates',
    'drop-truncated',
    'drop-refusals',
    'drop-empty-answers',
    'drop-over-length',
    'drop-leaked',
  ])('%s leaves the hold-out as it is', (id) => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 14 }), (parts) => {
        const edits = planOf(
          id,
          parts.map((one) => aFacts(one)),
          parametersOf[id],
        );
        expect(edits.some(({ declaredSplit }) => declaredSplit === 'holdout')).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});
