// The smallest open model that can take over a task with a closed set of answers: trained here, in seconds, on one
// core. Every larger model has to beat it, and often none is needed.
import type { Recipe } from '../recipe.js';
import type { StudentHyperparameters } from '../student-hyperparameters.js';

/** Chosen by repeated validation on parts of training sets, never on a test split. */
export const baselineStudentHyperparameters: StudentHyperparameters = {
  wordNgramMax: 2,
  charNgramMin: 2,
  charNgramMax: 5,
  hashBits: 18,
  textUnitsMax: 20_000,
  charUnitsMax: 2_000,
  epochs: 12,
  updatesMin: 32_000,
  learningRate: 3,
  featureDropShare: 0.5,
  rareClassExponent: 0.5,
  rareClassWeightMax: 3,
  weightsMax: 16_000_000,
  seed: 1,
};

const reasons: Readonly<Record<keyof StudentHyperparameters, string>> = {
  wordNgramMax: 'Pairs of words catch negation and set phrases; triples brought nothing on validation.',
  charNgramMin: 'Two characters are the unit of meaning in scripts without spaces; three cost accuracy.',
  charNgramMax: 'Word stems and typing errors are caught by five characters; six brought nothing.',
  hashBits: 'About 260,000 buckets per block: few collisions, and a 2 MB table to look them up.',
  textUnitsMax: 'What decides a class stands in the first 20,000 characters; bounds the time of one answer.',
  charUnitsMax: 'Long texts have words enough; character n-grams of the first 2,000 characters bound the time.',
  epochs: 'Validation accuracy is flat from 10 to 16 passes.',
  updatesMin: 'Small sets learned in 12 passes answer rightly but far too unsure; more passes cost a second there.',
  learningRate: 'Rows have length one, so 3 is large but stable; 5 overfits, at 2 the probabilities are too low.',
  featureDropShare: 'Half was best on validation: a fifth of a point more, and half the work per pass.',
  rareClassExponent: 'Square root of the rarity: lifts the recall of rare classes and costs the frequent ones nothing.',
  rareClassWeightMax: 'A class with one row in thousands must not throw the weights about.',
  weightsMax: 'At most 64 MB of weights while training and 16 MB in the artefact.',
  seed: 'Any number does: it orders the rows together with their digest, so that a run can be repeated.',
};

export const baselineStudent: Recipe = {
  id: 'baseline-student',
  title: 'Baseline student',
  question: 'Is a small linear model, trained here in seconds, already as good as the closed one?',
  makes:
    'A linear classifier over word and character n-grams, in one file of a few megabytes that Openward serves itself.',
  why: 'It needs no accelerator and no download, its weights are yours, and it shows what a larger model has to beat.',
  source:
    'Weinberger et al. 2009 (feature hashing); Salton and Buckley 1988 (TF-IDF); Wang and Manning 2012 (n-gram baselines).',
  task: 'closed-set classification',
  needs: { gpu: 'none', downloads: 'none' },
  hyperparameters: Object.entries(reasons).map(([name, reason]) => ({
    name,
    value: baselineStudentHyperparameters[name as keyof StudentHyperparameters],
    reason,
  })),
};
