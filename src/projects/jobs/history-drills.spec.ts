import { makeEntry } from '../history-entry.js';
import { type HistoryReading, leadTimeDaysOf, medianDays, readHistory, unreadHistory } from './history-drills.js';

const hour = 3_600_000;
const day = 24 * hour;

/** Stages in order, each entered so many ms after the beginning. */
function aHistory(...steps: readonly (readonly [to: string, at: number, more?: { name?: string; mode?: string }])[]) {
  return steps.map(([to, at, { name = 'project.advance', mode = 'split' } = {}], place) =>
    makeEntry({
      projectId: 'prj_one',
      version: place + 1,
      at,
      previousHash: '0',
      event: {
        name,
        actor: { person: 'ada', role: 'lead', tokenId: null },
        from: place === 0 ? null : (steps[place - 1]?.[0] ?? null),
        to,
        traffic: { mode, weightPercent: 0 },
        ...{ reason: null, gateRunId: null, evidenceDigest: null, evidenceIds: [], policyDigest: null },
        ...{ machineVersion: 1, requestId: null, details: {} },
      },
    }),
  );
}

const walked = aHistory(
  ['assessing.working', 0],
  ['cutover.shadow.working', 20 * day],
  ['cutover.canary.working', 30 * day],
  ['cutover.canary.ready', 30 * day + hour],
  ['cutover.soak.working', 30 * day + 12 * hour],
  ['completed', 40 * day],
  ['decommissioned', 60 * day],
);

describe('the history of a project', () => {
  it('shows an exit that was tested when all traffic is on the candidate, and how long it took', () => {
    const { drills, reading } = readHistory(unreadHistory, walked);
    expect(drills).toEqual([expect.objectContaining({ kind: 'exit', passed: true, hours: 12, version: 5 })]);
    expect(reading).toMatchObject({ version: 7, migrationDays: 30.5, leftVendorAt: 60 * day });
  });

  it.each([
    ['project.rollback', 'incumbent', 'non-stressed', true],
    ['happening.guardrail-breached', 'incumbent', 'stressed', true],
    ['happening.guardrail-breached', 'split', 'stressed', false],
  ])('shows the rollback %s to %s as a %s failover', (name, mode, scenario, passed) => {
    const entries = aHistory(['cutover.canary.working', 0], ['rolledBack', hour, { name, mode }]);
    expect(readHistory(unreadHistory, entries).drills).toEqual([
      expect.objectContaining({ kind: 'failover', scenario, passed }),
    ]);
  });

  it('shows a breach without a way back as a failover that failed', () => {
    const entries = aHistory(['completed', 0], ['contained', hour, { name: 'happening.guardrail-breached' }]);
    expect(readHistory(unreadHistory, entries).drills[0]).toMatchObject({ kind: 'failover', passed: false });
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7])('tells the same when it is read on from entry %i', (cut) => {
    const first = readHistory(unreadHistory, walked.slice(0, cut));
    const rest = readHistory(JSON.parse(JSON.stringify(first.reading)) as HistoryReading, walked.slice(cut));
    const whole = readHistory(unreadHistory, walked);
    expect({ reading: rest.reading, drills: [...first.drills, ...rest.drills] }).toEqual(whole);
  });
});

describe('the lead time of leaving', () => {
  it('is the middle of the migrations that were done, the longer one of two', () => {
    expect([medianDays([]), medianDays([40]), medianDays([10, 90]), medianDays([90, 10, 40])]).toEqual([
      null,
      40,
      90,
      40,
    ]);
  });
});

describe('the exit lead time', () => {
  const finished = [
    { days: 0.0002, taskKind: 'generation' },
    { days: 90, taskKind: 'generation' },
    { days: 30, taskKind: 'generation' },
    { days: 60, taskKind: 'generation' },
    { days: 5, taskKind: 'extraction' },
  ];

  it('is the median of migrations of the same kind of task, and a rehearsal of seconds does not shorten it', () => {
    expect(leadTimeDaysOf(finished, 'generation')).toBe(60);
    expect(leadTimeDaysOf(finished, 'extraction')).toBe(5);
  });

  it('is not known while only rehearsals were finished', () => {
    expect(leadTimeDaysOf(finished.slice(0, 1), 'generation')).toBeNull();
  });
});
