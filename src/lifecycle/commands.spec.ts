import { testPolicy } from '../../test/builders/gate-facts.js';
import { commandEvent, gatePass, projectAt, walk } from '../../test/builders/lifecycle-events.js';
import { approvalRefusal } from './approval-refusal.js';
import { allCommands, commandNamed } from './commands.js';
import { describeMachine } from './describe-machine.js';
import type { CommandEvent } from './lifecycle-event.js';
import { rolesNow } from './roles-now.js';

describe('the commands', () => {
  it('let neither viewers nor machines do anything', () => {
    const roles = allCommands.flatMap((command) => command.roles);
    expect(roles).not.toContain('viewer');
    expect(roles).not.toContain('service');
  });

  it('give admins no second pair of eyes', () => {
    const forAdmins = allCommands.filter(({ roles }) => roles.includes('admin')).map(({ name }) => name);
    for (const name of ['approve', 'decline', 'override', 'accept-risk'] as const) {
      expect(forAdmins).not.toContain(name);
    }
    expect(commandNamed('decommission').confirmRoles).toEqual(['risk-owner']);
  });

  it('let only the safety verbs go without a version', () => {
    expect(allCommands.filter(({ needsIfMatch }) => !needsIfMatch).map(({ name }) => name)).toEqual([
      'pause',
      'rollback',
    ]);
  });

  it('let a lead propose to decommission, but only a risk owner agree', () => {
    const completed = projectAt('completed');
    expect(rolesNow(completed, 'decommission')).toContain('lead');
    const proposed = walk(completed, commandEvent('DECOMMISSION', 'lea'));
    expect(rolesNow(proposed, 'decommission')).toEqual(['risk-owner']);
    expect(rolesNow(proposed, 'rollback')).toContain('lead');
  });
});

describe('an approval', () => {
  const snapshot = walk(projectAt('shadow'), commandEvent('ADVANCE', 'lou'), gatePass(1));
  const approve = (person: string, more: object = {}) =>
    approvalRefusal({
      snapshot,
      policy: testPolicy,
      approval: { ...commandEvent('APPROVE', person), ...more } as Extract<CommandEvent, { type: 'APPROVE' }>,
    });

  it('is free for a person who had no part in it', () => {
    expect(approve('ana')).toBeNull();
  });

  it.each(['lou', 'lea', 'system'])('is forbidden to %s, who asked for it, trained it, or is no person', (person) => {
    expect(approve(person)).toMatchObject({ code: 'forbidden' });
  });

  it('is open to those who had a part where the policy allows self-review', () => {
    const policy = { ...testPolicy, approvals: { ...testPolicy.approvals, preventSelfReview: false } };
    const approval = commandEvent('APPROVE', 'lou') as Extract<CommandEvent, { type: 'APPROVE' }>;
    expect(approvalRefusal({ snapshot, policy, approval })).toBeNull();
  });

  it('of other evidence says that the evidence changed', () => {
    expect(approve('ana', { evidenceDigest: 'sha256:other' })).toMatchObject({ code: 'evidence-changed' });
  });
});

describe('the description of the machine', () => {
  const description = describeMachine();
  const { states, arrows, gates, criteria } = description;
  const paths = states.map(({ path }) => path);

  it('names each state once and lets arrows join only states that exist', () => {
    expect(new Set(paths).size).toBe(paths.length);
    const ends = arrows.flatMap(({ source, target }) => (target === null ? [source] : [source, target]));
    expect(ends.filter((path) => !paths.includes(path))).toEqual([]);
  });

  it('shows what by itself leads out of an open gate, and on which condition', () => {
    expect(arrows).toContainEqual({
      source: 'stage.cutover.shadow.ready',
      event: null,
      guard: 'mayRaiseExposure',
      target: 'stage.cutover.canary',
      actions: [],
    });
  });

  it('survives a round trip as JSON', () => {
    expect(JSON.parse(JSON.stringify(description))).toEqual(description);
  });

  it('explains every criterion that a gate asks, and no other', () => {
    const asked = [...new Set(gates.flatMap((gate) => gate.criteria))];
    expect(criteria.map(({ id }) => id).sort()).toEqual(asked.sort());
  });
});
