import { requestOf } from './project-form';

const choices = {
  incumbent: { vendor: 'acme', model: 'closed-1' },
  candidate: { vendor: 'openward', model: 'baseline-student' },
};

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    data.set(name, value);
  }
  return data;
}

const answers = {
  name: ' Refunds ',
  owner: 'ada',
  kind: 'closed-set classification',
  description: 'Sorts letters.',
  criticality: 'high',
  policy: 'default',
};

describe('a new project', () => {
  it('is asked for with what was answered, without the spaces around it', () => {
    expect(requestOf(form({ ...answers, instructions: '' }), choices)).toEqual({
      name: 'Refunds',
      owner: 'ada',
      task: { kind: 'closed-set classification', description: 'Sorts letters.' },
      ...choices,
      criticality: 'high',
      policy: 'default',
    });
  });

  it('has instructions only where some were given', () => {
    expect(requestOf(form({ ...answers, instructions: 'One word.' }), choices).task).toMatchObject({
      instructions: 'One word.',
    });
  });
});
