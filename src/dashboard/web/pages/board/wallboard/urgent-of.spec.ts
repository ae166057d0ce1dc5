import type { ProjectStatus } from '../../../api/queries';
import { urgentOf } from './urgent-of';

const project = (parts: Record<string, unknown>) =>
  ({
    id: 'p',
    name: 'Letters',
    stage: 'cutover',
    guardrail: 'armed',
    job: null,
    health: 'on-track',
    healthReason: '',
    gate: null,
    forced: null,
    lockIn: null,
    incumbent: { model: 'closed-1' },
    ...parts,
  }) as unknown as ProjectStatus;

describe('what the wall calls for', () => {
  it('is nothing while all is well', () => {
    expect(urgentOf([project({})])).toEqual([]);
  });

  it('says the gravest of each project, and the gravest project first', () => {
    const waiting = { name: 'intake', state: 'awaitingApproval', approvalsGiven: 0, approvalsRequired: 1 };
    const found = urgentOf([
      project({ name: 'Waits', gate: waiting }),
      project({ name: 'Both', guardrail: 'tripped', gate: waiting }),
      project({ name: 'Held', stage: 'contained', guardrail: 'tripped' }),
    ]);
    expect(found.map((one) => [one.project.name, one.word])).toEqual([
      ['Held', 'Contained'],
      ['Both', 'Tripped'],
      ['Waits', 'Approval'],
    ]);
  });

  it('puts what ends sooner before what ends later', () => {
    const forced = (shutdownOn: string) => ({ shutdownOn, daysLeft: 0, leadTimeDays: 0, replacements: [] });
    const found = urgentOf([
      project({ name: 'Later', forced: forced('2999-02-01') }),
      project({ name: 'Sooner', forced: forced('2999-01-01') }),
    ]);
    expect(found.map((one) => one.project.name)).toEqual(['Sooner', 'Later']);
  });
});
