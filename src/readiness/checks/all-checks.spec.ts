import { shippedThresholds } from '../../../test/builders/set-context.js';
import { limitsOf } from '../judging/thresholds.js';
import { allChecks } from './all-checks.js';

describe('the checks', () => {
  it.each(allChecks)('$id asks a question, and says why, by which source and what to do', (check) => {
    expect(check.id).toMatch(/^[A-Z]\d\d$/);
    expect(check.name).toMatch(/^[a-z]+(\.[a-z0-9_]+)*$/);
    expect(check.question).toMatch(/\?$/);
    expect([check.why, check.remedy].map((words) => words.length > 15)).toEqual([true, true]);
    expect(check.source.length).toBeGreaterThan(3);
  });

  it.each(allChecks)('$id is judged by limits that are written, with their source', ({ id }) => {
    expect(limitsOf(id, shippedThresholds()).source.length).toBeGreaterThan(3);
  });

  it('have ids and names of their own', () => {
    expect(new Set(allChecks.map((check) => check.id)).size).toBe(allChecks.length);
    expect(new Set(allChecks.map((check) => check.name)).size).toBe(allChecks.length);
  });

  it('leave no limits over that belong to none of them', () => {
    const ids = new Set(allChecks.map(({ id }) => id));
    expect(Object.keys(shippedThresholds().written).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('are all that the catalogue has, group by group', () => {
    const groups = { F: 19, V: 6, B: 10, U: 6, L: 7, T: 10, Q: 13, P: 6, R: 7, D: 8, E: 5, S: 7 };
    const counted = Object.keys(groups).map((group) => [
      group,
      allChecks.filter(({ id }) => id.startsWith(group)).length,
    ]);
    expect(Object.fromEntries(counted)).toEqual(groups);
  });
});
