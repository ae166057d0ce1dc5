import { hintOf, parametersOf } from './parameters';
import type { Action } from './use-curation';

type Parameter = Action['parameters'][number];

const action = (...parameters: readonly Partial<Parameter>[]) =>
  ({ parameters: parameters.map((one) => ({ about: '', required: false, choices: [], ...one })) }) as unknown as Action;

describe('what a remedy is told', () => {
  it('is nothing where nothing has to be', () => {
    expect(parametersOf(action({ name: 'share', kind: 'share' }), {})).toEqual({});
  });

  it('is not complete while something required is missing', () => {
    const wants = action({ name: 'share', kind: 'share', required: true });
    expect(parametersOf(wants, {})).toBeNull();
    expect(parametersOf(wants, { share: '  ' })).toBeNull();
    expect(parametersOf(wants, { share: '0.5' })).toEqual({ share: 0.5 });
  });

  it('is not complete while a share is no number', () => {
    expect(parametersOf(action({ name: 'share', kind: 'share' }), { share: 'half' })).toBeNull();
  });

  it('takes one key from each line and skips the empty ones', () => {
    expect(parametersOf(action({ name: 'keys', kind: 'row keys' }), { keys: 'a\n\n  b \n' })).toEqual({
      keys: ['a', 'b'],
    });
  });

  it('takes a name and what it should be from each line', () => {
    const wants = action({ name: 'aliases', kind: 'aliases' });
    expect(parametersOf(wants, { aliases: 'Refund_asked = refund_asked\nrfnd=refund' })).toEqual({
      aliases: { Refund_asked: 'refund_asked', rfnd: 'refund' },
    });
  });

  it.each(['refund', 'refund =', '= refund', 'a = b = c'])('does not guess what “%s” should mean', (line) => {
    expect(parametersOf(action({ name: 'aliases', kind: 'aliases' }), { aliases: line })).toBeNull();
  });

  it('is passed on as typed where it is a word', () => {
    expect(parametersOf(action({ name: 'by', kind: 'choice' }), { by: 'majority' })).toEqual({ by: 'majority' });
  });

  it('has a hint wherever the form of the answer is not plain', () => {
    expect(Object.keys(hintOf).sort()).toEqual(['aliases', 'row keys', 'share']);
  });
});
