import type { Check } from '../../check.js';
import { percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { shareMeasured, skippedMeasured, unmeasured } from '../../judging/measured.js';
import { type KindScore, shippedScores } from '../../privacy/labelled/score-detectors.js';

interface Looked {
  rows: number;
  looked: number;
}

const rounded = (share: number | null) => (share === null ? 'unknown' : Number(share.toFixed(3)));

function scoresInDetails(scores: readonly KindScore[]): Readonly<Record<string, number | string>> {
  return Object.fromEntries(
    scores.flatMap(({ kind, recall, precision, f2 }) => [
      [`${kind} recall`, rounded(recall)],
      [`${kind} precision`, rounded(precision)],
      [`${kind} F2`, rounded(f2)],
    ]),
  );
}

export const detectorsAreGoodEnough: Check<Looked> = {
  id: 'P04',
  name: 'pii.recall',
  version: 1,
  question: 'How much private data do the detectors themselves find?',
  why: 'Nothing found means little if the search misses half of it.',
  source: 'Precision, recall and F2 on the labelled set that ships with the product, made by its own rules.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, looked: 0 }),
    add: (state, row) => {
      state.rows += 1;
      state.looked += row.privacy === null ? 0 : 1;
      return state;
    },
    merge: (left, right) => ({ rows: left.rows + right.rows, looked: left.looked + right.looked }),
    finish: ({ rows, looked }) => {
      if (rows === 0) {
        return unmeasured('share');
      }
      if (looked === 0) {
        return skippedMeasured('share', 'Personal data was not looked for.');
      }
      const scores = shippedScores();
      const high = scores.filter(({ group, values }) => group === 'high' && values > 0);
      const weakest = [...high].sort((left, right) => (left.recall ?? 0) - (right.recall ?? 0))[0];
      return shareMeasured(
        {
          numerator: high.reduce((sum, { found }) => sum + found, 0),
          denominator: high.reduce((sum, { values }) => sum + values, 0),
        },
        {
          details: {
            ...(weakest === undefined ? {} : { weakest: weakest.kind, weakestRecall: rounded(weakest.recall) }),
            ...scoresInDetails(scores),
          },
        },
      );
    },
  },
  judge: (measured, limits) => {
    const { weakest, weakestRecall } = measured.details;
    const worst = typeof weakestRecall === 'number' ? `, the least of ${weakest} (${percent(weakestRecall)})` : '';
    return judgeByLimits({
      measured,
      limits,
      found: `On the labelled set the detectors find ${percent(measured.value ?? 0)} of cards, accounts and identity numbers${worst}.`,
    });
  },
  remedy: 'Read a sample of rows yourself, above all for the kinds whose recall is low.',
  action: null,
};
