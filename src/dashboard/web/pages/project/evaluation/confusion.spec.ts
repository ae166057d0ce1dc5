import { confusionOf, noAnswer, other } from './confusion';
import type { EvaluationItem } from './use-evaluations';

function item(expected: string, candidateAnswer: string | null): EvaluationItem {
  return { rowKey: 'r', expected, candidateAnswer, incumbentAnswer: expected } as unknown as EvaluationItem;
}

describe('the confusion matrix', () => {
  it('counts what was expected against what was answered', () => {
    const { cell, labels } = confusionOf([item('a', 'a'), item('a', 'b'), item('b', 'b')], 'candidate', 5);
    expect(labels).toEqual(['a', 'b']);
    expect([cell('a', 'a'), cell('a', 'b'), cell('b', 'a'), cell('b', 'b')]).toEqual([1, 1, 0, 1]);
  });

  it('gives silence a column of its own', () => {
    const { cell, labels } = confusionOf([item('a', null)], 'candidate', 5);
    expect(labels).toContain(noAnswer);
    expect(cell('a', noAnswer)).toBe(1);
  });

  it('puts rare labels and made-up answers together', () => {
    const { cell, othersCount } = confusionOf([item('a', 'a'), item('a', 'zzz'), item('b', 'a')], 'candidate', 1);
    expect(othersCount).toBe(1);
    expect(cell('a', other)).toBe(1);
    expect(cell(other, 'a')).toBe(1);
  });
});
