import { baselineStudentHyperparameters } from './recipes/baseline-student.js';
import { hyperparameterFault } from './student-hyperparameters.js';

const good = { ...baselineStudentHyperparameters };

describe('the hyperparameters of a student', () => {
  it('accepts those of the recipe', () => {
    expect(hyperparameterFault(good)).toBeNull();
  });

  it.each([
    ['a missing one', { ...good, epochs: undefined }, 'epochs must be a whole number from 1 to 1000'],
    ['a fraction of a pass', { ...good, epochs: 1.5 }, 'epochs'],
    ['one beyond its bounds', { ...good, hashBits: 40 }, 'hashBits'],
    ['not a number', { ...good, learningRate: Number.NaN }, 'learningRate'],
    ['one that does not exist', { ...good, dropout: 1 }, 'dropout is not a hyperparameter'],
    ['n-grams that end before they begin', { ...good, charNgramMin: 6 }, 'charNgramMin must not be above charNgramMax'],
  ])('refuses %s', (_what, value, reason) => {
    expect(hyperparameterFault(value)).toContain(reason);
  });
});
