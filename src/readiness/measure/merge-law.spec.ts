// Method: property test. Whatever the rows, however they are cut into segments and in whatever order these come, each
// check finds the same, down to the rows it shows.
import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { arbitraryRow } from '../../../test/builders/arbitrary-rows.js';
import { aProduction, aSetContext, aTarget, shippedThresholds } from '../../../test/builders/set-context.js';
import { allChecks } from '../checks/all-checks.js';
import type { RowFacts } from '../rows/row-facts.js';
import { findingsOf } from './findings-of.js';
import { foldRows, mergeStates, type SegmentStates } from './fold-rows.js';

const target = aTarget({ model: 'llama-2-7b', recipe: 'trl-lora', framework: 'trl', limitTokens: 4_096 });
const production = aProduction({ calls: 10, words: new Uint32Array(1024).fill(1), labels: { card_arrival: 3 } });

function findings(states: SegmentStates, taskKind: 'generation' | 'closed-set classification') {
  const context = aSetContext({ taskKind, target, production });
  return findingsOf(allChecks, states, { context, thresholds: shippedThresholds(), waivers: [] });
}

/** As states of segments are kept: written out, read back, merged. */
function inPieces(rows: readonly RowFacts[], cuts: readonly number[]): SegmentStates {
  const places = [0, ...cuts.map((cut) => cut % (rows.length + 1)), rows.length].sort((one, other) => one - other);
  const segments = places.slice(1).map((end, at) => foldRows(allChecks, rows.slice(places[at], end)));
  const stored = segments.map((segment) => deserialize(serialize(segment)) as SegmentStates);
  return stored.reduceRight((whole, segment) => mergeStates(allChecks, whole, segment), foldRows(allChecks, []));
}

describe('every check', () => {
  it.each(['generation', 'closed-set classification'] as const)(
    'finds the same for any cut and any order of the rows in a task of %s',
    (taskKind) => {
      fc.assert(
        fc.property(
          fc.array(arbitraryRow, { maxLength: 80 }),
          fc.array(fc.nat(), { maxLength: 5 }),
          fc.infiniteStream(fc.nat()),
          (rows, cuts, lots) => {
            const shuffled = rows
              .map((row) => ({ row, lot: lots.next().value ?? 0 }))
              .sort((one, other) => one.lot - other.lot);
            const whole = findings(foldRows(allChecks, rows), taskKind);
            const pieces = findings(
              inPieces(
                shuffled.map(({ row }) => row),
                cuts,
              ),
              taskKind,
            );
            expect(pieces).toEqual(whole);
          },
        ),
        { numRuns: 30 },
      );
    },
  );

  it('can measure every row that there may be, without rows too, and never passes on nothing', () => {
    fc.assert(
      fc.property(fc.array(arbitraryRow, { maxLength: 40 }), (rows) => {
        expect(foldRows(allChecks, rows).broken).toEqual(new Map());
      }),
      { numRuns: 50 },
    );
    const ofNothing = findings(foldRows(allChecks, []), 'generation');
    expect(
      ofNothing.filter(({ outcome }) => outcome === 'error').map(({ checkId, text }) => `${checkId} ${text}`),
    ).toEqual([]);
    expect(ofNothing.filter(({ outcome }) => outcome === 'pass').map(({ checkId }) => checkId)).toEqual([]);
  });
});
