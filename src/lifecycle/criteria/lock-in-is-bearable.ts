import { lockInThresholdsOf } from '../../kernel/policy.js';
import { defineCriterion } from '../criterion.js';

export const lockInIsBearable = defineCriterion({
  id: 'lock-in-is-bearable',
  question: 'Is the tie to others bearable, with no floor that bars the next stage?',
  why: 'How tightly a project is tied, and whether a model it stands on is about to end, is to be known before it goes on.',
  source: 'The lock-in score with its interval and floors, measured from calls, catalogue, tests and drills.',
  remedy: 'Mend what the ranked remedies of lock-in name first; what a floor bars, only the risk owner may pass.',
  // A high score is why one moves, not a reason to stay: it informs. What a floor bars decides.
  role: 'signal',
  reads: ['lockin.score'],
  weigh(values, { policy }) {
    const { score, low, high, confidence, band, blockedBecause, forced } = values['lockin.score'];
    const { scoreMax } = lockInThresholdsOf(policy);
    const base = { measured: score, required: scoreMax, unit: 'points' };
    const why = forced === null ? '' : ` ${forced.because}`;
    const told = `Lock-in is ${score} (${low} to ${high}), ${band ?? 'not assessed'}, at a confidence of ${confidence}; below ${scoreMax} is bearable.${why}`;
    if (blockedBecause.length > 0) {
      return { ...base, role: 'gate', outcome: 'fail', text: `${blockedBecause.join(' ')} ${told}` };
    }
    if (low >= scoreMax) {
      return { ...base, outcome: 'fail', text: told };
    }
    return { ...base, outcome: high < scoreMax ? 'pass' : 'inconclusive', text: told };
  },
});
