import { type Check, noRowMeasure } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { shareMeasured, skippedMeasured, unmeasured } from '../../judging/measured.js';

export const benchmarksAreNotInTheRows: Check<null> = {
  id: 'L05',
  name: 'leak.benchmark',
  version: 1,
  question: 'Are the questions of public benchmarks absent from the rows?',
  why: 'A model that was trained on a benchmark scores well on it and nowhere else.',
  source: 'The same runs of thirteen words as L03, against the benchmarks that the configuration names; 1 % fails.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { set }) => {
      const { numerator, denominator, sample } = set.benchmarkNgrams;
      if (set.rows === 0) {
        return unmeasured('share');
      }
      if (denominator === 0) {
        return skippedMeasured('share', 'The configuration names no benchmark to compare with.');
      }
      const effect = { rows: 0 - numerator, tokens: null, metricAfter: 0 };
      return { ...shareMeasured({ numerator, denominator }, { sample }), effect };
    },
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows (${percent(measured.value ?? 0)}) share thirteen words in a row with a question of a benchmark.`,
    }),
  remedy: 'Drop the rows that are shown, or do not report that benchmark.',
  action: 'drop-by-row-keys',
};
