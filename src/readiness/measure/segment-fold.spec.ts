import { rowFactsApart } from '../../../test/builders/row-facts.js';
import { aTarget } from '../../../test/builders/set-context.js';
import { allChecks } from '../checks/all-checks.js';
import { trainerViewsOf } from '../trainers/trainer-view.js';
import { foldRows } from './fold-rows.js';
import { type FoldParts, mergeFolds, SegmentFolder } from './segment-fold.js';

const views = trainerViewsOf({ target: aTarget(), recipes: [], lengthsOf: () => null });
const parts: FoldParts = { checks: allChecks, views, otherViews: views, isEveryRowSampled: false, clock: null };

function folded(rows: ReturnType<typeof rowFactsApart>) {
  const folder = new SegmentFolder(parts);
  for (const row of rows) {
    folder.add(row);
  }
  return folder.end();
}

describe('folding a segment', () => {
  it.each([0, 1, 15, 16, 17, 40])('leaves none of %d rows out', (count) => {
    const rows = rowFactsApart(count);
    const { checks, statistics, trainers } = folded(rows);
    expect(checks).toEqual(foldRows(allChecks, rows));
    expect(statistics.rows).toBe(count);
    expect([...trainers.plain.values()].reduce((sum, some) => sum + some, 0)).toBe(count);
  });

  it('shows to other recipes the rows of the sample', () => {
    const rows = rowFactsApart(60, (at) => ({ isSampled: at % 3 === 0 }));
    expect([...folded(rows).otherTrainers.plain.values()]).toEqual([20]);
  });

  it('merges into what it would be in one segment', () => {
    const rows = rowFactsApart(40);
    const merged = mergeFolds(parts, folded(rows.slice(0, 7)), folded(rows.slice(7)));
    expect(merged.statistics).toEqual(folded(rows).statistics);
    expect(merged.trainers).toEqual(folded(rows).trainers);
  });
});
