import { aToldEnd } from '../../../test/builders/a-catalog.js';
import { lifecycleFrom } from './lifecycle.js';
import { noticeDaysOf, percentile, retiredLives } from './notices.js';
import type { ToldEnd } from './told-end.js';

const record = { model: 'm', announcedOn: null, deprecatedOn: null, behaviour: null, replacements: [] };
const from = (told: readonly ToldEnd[]) => lifecycleFrom({ ...record, told }, 'America/Los_Angeles');

describe('the end of a model', () => {
  const sources = [
    aToldEnd({ by: 'price-file', source: 'file', shutdownOn: '2025-06-06' }),
    aToldEnd({ by: 'registry', source: 'registry', shutdownOn: '2026-06-17' }),
    aToldEnd({ by: 'provider-page', source: 'page', shutdownOn: '2026-10-23' }),
    aToldEnd({ by: 'provider-api', source: 'api', shutdownOn: '2026-10-24' }),
    aToldEnd({ by: 'contract', source: 'contract', shutdownOn: '2027-03-01' }),
  ];

  it.each([1, 2, 3, 4, 5])('is told by the most believed of %i sources, and the others are conflicts', (count) => {
    const told = sources.slice(0, count);
    const { shutdownOn, conflicts } = from([...told].reverse());
    expect(shutdownOn).toBe(told.at(-1)?.shutdownOn);
    expect(conflicts).toHaveLength(count - 1);
  });

  it('begins with the day where the vendor is', () => {
    expect(from([aToldEnd({ shutdownOn: '2026-10-23' })]).shutdownAt).toBe(Date.UTC(2026, 9, 23, 7));
  });

  it('is what a source says last; what it said before is kept and is no conflict', () => {
    const first = aToldEnd({ accessedOn: '2026-01-24', shutdownOn: '2026-03-31', saidBefore: ['2026-02-05'] });
    const last = aToldEnd({ accessedOn: '2026-03-02', shutdownOn: '2026-06-01' });
    const { shutdownOn, conflicts, formerEnds } = from([last, first]);
    expect([shutdownOn, conflicts]).toEqual(['2026-06-01', []]);
    expect(formerEnds.map((end) => end.shutdownOn)).toEqual(['2026-02-05', '2026-03-31']);
  });

  it('is not firm where only an earliest day is named', () => {
    const earliest = aToldEnd({ shutdownOn: null, earliestShutdownOn: '2026-06-01' });
    expect(from([earliest])).toMatchObject({
      shutdownOn: null,
      shutdownAt: null,
      earliestShutdownOn: '2026-06-01',
    });
    expect(
      from([earliest, aToldEnd({ source: 'b', by: 'registry', shutdownOn: '2026-05-01' })]).conflicts,
    ).toHaveLength(1);
    expect(from([earliest, aToldEnd({ source: 'b', by: 'registry', shutdownOn: '2026-07-01' })]).conflicts).toEqual([]);
  });

  it('is unknown where nobody speaks of it', () => {
    expect(from([])).toMatchObject({ shutdownOn: null, ruling: null, conflicts: [] });
  });
});

describe('notices', () => {
  it('are counted in days, the shortest first', () => {
    const notice = { developer: 'A', what: 'x', source: 's', url: null };
    const notices = [
      { ...notice, announcedOn: '2026-10-14', shutdownOn: '2027-01-14' },
      { ...notice, announcedOn: '2023-03-20', shutdownOn: '2023-03-23' },
    ];
    expect(noticeDaysOf(notices)).toEqual([3, 92]);
  });

  it.each([
    [[], 0.1, null],
    [[5], 0.1, 5],
    [[0, 10], 0.1, 1],
    [[1, 2, 3, 4], 0.5, 2.5],
  ])('of %j days have the percentile %d at %j', (days, share, expected) => {
    const found = percentile(days as number[], share);
    expect(found === null ? null : Number(found.toFixed(9))).toBe(expected);
  });

  it('tell nothing of models that still run or whose release is unknown', () => {
    const models = [
      { releasedOn: '2024-01-01', shutdownOn: '2025-01-01' },
      { releasedOn: '2024-01-01', shutdownOn: '2027-01-01' },
      { releasedOn: null, shutdownOn: '2025-01-01' },
    ];
    expect(retiredLives(models, '2026-11-25')).toEqual([366]);
  });
});
