import type { Check } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail, shareMeasured, skippedMeasured } from '../../judging/measured.js';
import { addHit, mergeShares, type RowShare, startShare } from '../../quality/row-share.js';
import {
  addValue,
  countAbove,
  emptyHistogram,
  type LogHistogram,
  mergeHistograms,
  quantile,
} from '../../states/log-histogram.js';

interface Lengths {
  readonly short: RowShare;
  readonly lengths: LogHistogram;
}

/** About one token. */
const shortUnits = 4;
const longTimes = 3;
const longQuantile = 0.999;

export const answersHaveAUsualLength: Check<Lengths> = {
  id: 'Q06',
  name: 'resp.length',
  version: 1,
  question: 'Are answers neither a single word nor many times longer than the rest?',
  why: 'One-word answers teach to say little; one endless answer costs as many tokens as a hundred others.',
  source: 'Ours: shorter than two tokens, or longer than three times the 99.9th percentile.',
  blocking: false,
  measure: {
    start: () => ({ short: startShare(), lengths: emptyHistogram() }),
    add: (state, row) => {
      const { label, messages } = row.example;
      addValue(state.lengths, label.length);
      const calls = messages.at(-1)?.toolCalls;
      if (label.trim().length <= shortUnits && calls === undefined) {
        addHit(state.short, 'Q06', row);
      } else {
        state.short.rows += 1;
      }
      return state;
    },
    merge: (left, right) => {
      mergeShares(left.short, right.short);
      mergeHistograms(left.lengths, right.lengths);
      return left;
    },
    finish: ({ short, lengths }, { taskKind }) => {
      if (taskKind !== 'generation') {
        return skippedMeasured('share', 'Answers are labels of a closed set: their length says nothing.');
      }
      const usual = quantile(lengths, longQuantile);
      const long = usual === null || usual === 0 ? 0 : countAbove(lengths, usual * longTimes);
      const details = {
        short: short.hits,
        long,
        medianCharacters: Math.round(quantile(lengths, 0.5) ?? 0),
        longestCharacters: lengths.count === 0 ? 0 : lengths.max,
      };
      return shareMeasured(
        { numerator: short.hits + long, denominator: short.rows },
        { sample: short.sample, details },
      );
    },
  },
  judge: (measured, limits) =>
    measured.skipped !== null
      ? judgeByLimits({ measured, limits, found: '' })
      : judgeByLimits({
          measured,
          limits,
          found: `${counted(detail(measured, 'short'))} answers are a single word and ${counted(detail(measured, 'long'))} are out of all proportion (${percent(measured.value ?? 0)} of ${counted(measured.denominator ?? 0)}); the median is ${counted(detail(measured, 'medianCharacters'))} characters, the longest ${counted(detail(measured, 'longestCharacters'))}.`,
        }),
  remedy: 'Look at the rows: drop what is no proper answer.',
  action: 'drop-by-row-keys',
};
