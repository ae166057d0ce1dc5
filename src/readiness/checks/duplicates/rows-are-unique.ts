import { type Check, noRowMeasure } from '../../check.js';
import { counted, percent, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail, shareMeasured } from '../../judging/measured.js';

export const rowsAreUnique: Check<null> = {
  id: 'U01',
  name: 'dup.exact',
  version: 2,
  question: 'Is every training prompt there only once?',
  why: 'Repeated rows are learned by heart, make the data look larger than it is, and tilt the classes.',
  source: 'Ours, in the manner of data-quality suites: 1 % warns, 10 % fails; equality is of the normal form.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { set, intake }) => {
      const { numerator, denominator, sample } = set.repeatedPrompts;
      const details = { whole: set.exactDuplicates.numerator, intake: intake.standingImports.duplicates };
      const effect = { rows: 0 - numerator, tokens: null, metricAfter: 0 };
      return { ...shareMeasured({ numerator, denominator }, { sample, details }), effect };
    },
  },
  judge: (measured, limits) => {
    const intake = measured.skipped === null ? detail(measured, 'intake') : 0;
    const before =
      intake === 0 ? '' : ` ${plural(intake, 'more row')} of the files stood there already and came in once.`;
    return judgeByLimits({
      measured,
      limits,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} training rows (${percent(measured.value ?? 0)}) repeat an earlier prompt, ${counted(detail(measured, 'whole'))} of them the whole row; they were left out of the data set.${before}`,
    });
  },
  remedy: 'Nothing has to be done: repeated rows are left out. If there are many, look for a doubled export.',
  action: 'drop-exact-duplicates',
};
