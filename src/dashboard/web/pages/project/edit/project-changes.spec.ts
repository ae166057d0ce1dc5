import { changesOf, mayChange } from './project-changes';

const project = {
  name: 'Letters',
  owner: 'ada',
  task: { kind: 'closed-set classification' as const, description: 'Sorts letters.' },
  incumbent: { vendor: 'openai', model: 'gpt-4' },
  candidate: { vendor: 'openward', model: 'baseline-student' },
  criticality: 'medium',
  policy: 'default',
  capture: { share: 1, bodies: true },
};

function typed(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    form.set(name, value);
  }
  return form;
}

describe('an edit of a project', () => {
  it('sends what was changed and nothing else', () => {
    const same = { name: 'Letters', owner: 'ada', 'capture-percent': '100', 'capture-bodies': 'yes' };
    expect(changesOf(project, typed(same))).toEqual({});
    expect(changesOf(project, typed({ ...same, owner: 'grace', 'capture-percent': '25' }))).toEqual({
      owner: 'grace',
      capture: { share: 0.25, bodies: true },
    });
  });

  it('sends a task or a model whole', () => {
    const fields = { description: 'Sorts letters.', instructions: 'Name the class.', 'incumbent-model': 'gpt-4o' };
    expect(changesOf(project, typed(fields))).toEqual({
      task: { kind: 'closed-set classification', description: 'Sorts letters.', instructions: 'Name the class.' },
      incumbent: { vendor: 'openai', model: 'gpt-4o' },
    });
  });

  it('is of less the further the project has come', () => {
    expect(mayChange({ stage: 'assessing' })).toEqual({ brief: true, candidate: true });
    expect(mayChange({ stage: 'collecting' })).toEqual({ brief: false, candidate: true });
    expect(mayChange({ stage: 'cutover' })).toEqual({ brief: false, candidate: false });
  });
});
