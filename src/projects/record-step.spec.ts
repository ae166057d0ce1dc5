import { aCommit, aProject } from '../../test/builders/a-project.js';
import { anEvidence } from '../../test/builders/gate-facts.js';
import { measureLockInTopic } from '../lock-in/measure/ask-measurement.js';
import type { ProjectCommit } from './project-store.js';

const asks = ({ messages }: ProjectCommit) => messages.some((one) => one.topic === measureLockInTopic);

describe('a step that is recorded', () => {
  it('has lock-in measured when the project begins', () => {
    expect(asks(aCommit(aProject({ version: 0 })))).toBe(true);
  });

  it('has it measured when something was learned about the candidate', () => {
    expect(asks(aCommit(aProject(), { evidence: [anEvidence('evaluation.comparison')] }))).toBe(true);
  });

  it('leaves it alone when nothing bears on it', () => {
    expect(asks(aCommit(aProject()))).toBe(false);
    expect(asks(aCommit(aProject(), { evidence: [anEvidence('guardrail.window')] }))).toBe(false);
  });

  it('has it measured when another stage is entered', () => {
    const given = aCommit(aProject(), { events: [{ type: 'ABORT', person: 'ada', reason: 'It is over.', at: 2000 }] });
    expect([given.entry.event.to, asks(given)]).toEqual(['aborted', true]);
  });
});
