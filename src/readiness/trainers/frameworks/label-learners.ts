// Learners of class names: they read the whole text at any length and cut nothing.
import { learntTokensOf } from '../../tokens/row-lengths.js';
import { droppedBy } from '../fates.js';
import type { Trainer } from '../trainer.js';

const noClass = droppedBy('labels.no-class');

const shared = {
  rules: { 'labels.no-class': 'The row has no question with a class as its answer.' },
  fateOfShape: ({ kind, label }) => (kind === 'chat' && label.trim() !== '' ? null : noClass),
  fateOf: (lengths) => ({
    fate: 'kept',
    rule: null,
    trainableTokens: learntTokensOf(lengths),
    cutTokens: 0,
    answerCut: false,
  }),
} satisfies Pick<Trainer, 'rules' | 'fateOfShape' | 'fateOf'>;

export const scikitLearn: Trainer = {
  name: 'scikit-learn',
  title: 'scikit-learn baseline',
  framework: 'scikit-learn',
  question: 'What does the baseline keep of the rows?',
  facts: ['Words and pairs of words are weighed over the whole text; nothing is cut and nothing left out.'],
  source: 'scikit-learn, TfidfVectorizer and LogisticRegression.',
  ...shared,
};

export const baselineStudent: Trainer = {
  name: 'baseline-student',
  title: 'Baseline student of this service',
  framework: 'none',
  question: 'What does the baseline student keep of the rows?',
  facts: ['Hashed words and letter groups of the whole text; nothing is cut and nothing left out.'],
  source: 'This service: training/recipes/baseline-student.',
  ...shared,
};
