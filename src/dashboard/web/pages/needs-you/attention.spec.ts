import type { Me, ProjectStatus } from '../../api/queries';
import { attentionOf } from './attention';
import { groups, kindWords } from './attention-words';

const now = Date.parse('2026-11-26T00:00:00Z');
const approver = { role: 'approver', person: 'grace' } as Me;
const lead = { role: 'lead', person: 'ada' } as Me;

function project(parts: Record<string, unknown>): ProjectStatus {
  const calm = {
    id: 'prj_a',
    name: 'A',
    stage: 'assessing',
    guardrail: 'disarmed',
    job: null,
    hold: 'released',
    gate: null,
    forced: null,
    lockIn: null,
    rollbackWindowEndsAt: null,
    healthReason: 'Nothing has been measured.',
    incumbent: { model: 'gpt-4' },
  };
  return { ...calm, ...parts } as unknown as ProjectStatus;
}

const gate = (parts: Record<string, unknown>) => ({
  name: 'canary-quiet',
  state: 'working',
  outcome: null,
  missing: [],
  approvalsGiven: 0,
  approvalsRequired: 1,
  ...parts,
});

describe('what needs somebody', () => {
  it('is nothing where all is calm', () => {
    expect(attentionOf([project({})], approver, now)).toEqual([]);
  });

  it('is an approval for those who may give it', () => {
    const waiting = [project({ gate: gate({ state: 'awaitingApproval', outcome: 'pass' }) })];
    expect(attentionOf(waiting, approver, now)).toMatchObject([
      { kind: 'approval', text: 'The gate “canary quiet” waits for approval: 0 of 1 given.' },
    ]);
    expect(attentionOf(waiting, lead, now)).toEqual([]);
  });

  it('is a gate that cannot tell yet, where it can be dealt with', () => {
    const text = '1 of 2 guardrails is not quiet: error-rate (inconclusive): 2 calls are too few.';
    const one = project({ stage: 'cutover', gate: gate({ state: 'inconclusive', missing: [{ text }] }) });
    expect(attentionOf([one], lead, now)).toMatchObject([
      {
        kind: 'inconclusive',
        text: '1 of 2 guardrails is not quiet. Error rate: 2 calls are too few.',
        to: '/projects/prj_a/rollout',
      },
    ]);
  });

  it('comes with what burns first', () => {
    const many = [
      project({ id: 'prj_a', hold: 'paused' }),
      project({ id: 'prj_b', gate: gate({ state: 'blocked', outcome: 'fail' }) }),
      project({ id: 'prj_c', guardrail: 'tripped' }),
    ];
    expect(attentionOf(many, lead, now).map(({ kind }) => kind)).toEqual(['tripped', 'gate-failing', 'paused']);
  });

  it('has a word for each kind, and a tile for each but the pauses', () => {
    const counted = groups.flatMap(({ kinds }) => kinds);
    expect(Object.keys(kindWords).filter((kind) => !counted.some((one) => one === kind))).toEqual(['paused']);
  });
});
