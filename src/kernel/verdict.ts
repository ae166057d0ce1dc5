// The four outcomes of a judgement and their algebra. Worst wins: a gate is only as good as its weakest answer.
// Not-applicable is no outcome; it is the absence of a criterion, with a reason.

/** pass: shown on evidence. fail: shown to be bad. inconclusive: not enough evidence. error: could not be measured. */
export type Outcome = 'pass' | 'fail' | 'inconclusive' | 'error';

const badness: Record<Outcome, number> = { pass: 0, inconclusive: 1, fail: 2, error: 3 };

/** The worst of the outcomes. No outcome at all is `inconclusive`: an empty judgement never passes. */
export function worstOutcome(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.length === 0) {
    return 'inconclusive';
  }
  return outcomes.reduce((worst, next) => (badness[next] > badness[worst] ? next : worst));
}
