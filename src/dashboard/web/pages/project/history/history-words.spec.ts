import { changesOf, nameInWords, placeInWords, type Told } from './history-words';

const told = (details: Told['details']): Told => ({
  name: 'project.edited',
  actor: { person: 'ada', role: 'lead' },
  from: null,
  to: 'assessing.working',
  traffic: { mode: 'incumbent', weightPercent: 0 },
  reason: null,
  gateRunId: null,
  details,
});

describe('an entry of the history', () => {
  it('says what was edited, before and after', () => {
    expect(changesOf(told({ before: { owner: 'grace' }, after: { owner: 'ada' } }))).toEqual([
      { what: 'owner', before: 'grace', after: 'ada' },
    ]);
  });

  it('says nothing of changes where there are none', () => {
    expect(changesOf(told({ choice: 'migrate' }))).toEqual([]);
  });

  it('names what it does not know by its own words', () => {
    expect(nameInWords('happening.job-started')).toBe('Job started');
    expect(placeInWords('rolledBack')).toBe('Rolled back');
    expect(placeInWords('cutover.canary.awaitingApproval')).toBe('Cutover · canary · waits for approval');
  });
});
