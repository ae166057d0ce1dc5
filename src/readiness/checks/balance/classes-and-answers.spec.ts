// B01, B02, B03 and B09 at their thresholds, by the limits that ship.
import { aSetFacts, aShare, judged } from '../../../../test/builders/set-context.js';
import type { SetContext } from '../../check.js';
import type { ClassRows } from '../../facts/set-facts.js';
import { classesAreBalanced } from './classes-are-balanced.js';
import { labelsAgree } from './labels-agree.js';
import { noAnswerDominates } from './no-answer-dominates.js';
import { noTemplateDominates } from './no-template-dominates.js';

const taskKind = 'closed-set classification';
const classes = (...delivered: number[]): Partial<SetContext> => ({
  taskKind,
  set: aSetFacts({
    classes: delivered.map(
      (deliveredTrain, at): ClassRows => ({
        label: `c${at}`,
        deliveredTrain,
        keptTrain: deliveredTrain,
        keptHoldout: 0,
      }),
    ),
  }),
});
const top = (rows: number) => [{ rows, excerpt: 'yes' }];
const answers = (rows: number) => ({
  set: aSetFacts({ topAnswers: top(rows), templates: { distinct: 9, rows: 100, top: [] } }),
});
const templates = (rows: number) => ({ set: aSetFacts({ templates: { distinct: 9, rows: 100, top: top(rows) } }) });
const conflicts = (numerator: number) =>
  ({ taskKind, set: aSetFacts({ labelConflicts: aShare(numerator, 1000) }) }) as const;

describe('the balance of classes and answers', () => {
  it.each([
    [classesAreBalanced, classes(4, 96), 'fail'],
    [classesAreBalanced, classes(5, 95), 'warn'],
    [classesAreBalanced, classes(10, 90), 'pass'],
    [classesAreBalanced, classes(100), 'fail'],
    [classesAreBalanced, classes(), 'inconclusive'],
    [classesAreBalanced, {}, 'skipped'],
    [noAnswerDominates, answers(20), 'pass'],
    [noAnswerDominates, answers(21), 'warn'],
    [noAnswerDominates, answers(51), 'fail'],
    [noAnswerDominates, {}, 'inconclusive'],
    [noAnswerDominates, { taskKind }, 'skipped'],
    [noTemplateDominates, templates(50), 'pass'],
    [noTemplateDominates, templates(51), 'warn'],
    [noTemplateDominates, templates(81), 'fail'],
    [noTemplateDominates, {}, 'inconclusive'],
    [labelsAgree, conflicts(0), 'pass'],
    [labelsAgree, conflicts(1), 'warn'],
    [labelsAgree, conflicts(11), 'fail'],
    [labelsAgree, { taskKind }, 'inconclusive'],
    [labelsAgree, {}, 'skipped'],
  ] as const)('$id with %j: %s', (check, context, outcome) => {
    expect([check.id, judged(check, [], context).outcome]).toEqual([check.id, outcome]);
  });
});
