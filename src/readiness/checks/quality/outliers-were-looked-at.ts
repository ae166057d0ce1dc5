import { type Check, noRowMeasure } from '../../check.js';
import { plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, skippedMeasured } from '../../judging/measured.js';

const shownMax = 50;

export const outliersWereLookedAt: Check<null> = {
  id: 'Q13',
  name: 'text.outlier',
  version: 1,
  question: 'Which rows are like no other?',
  why: 'A row far from all others is a rare case worth more of its kind, or does not belong here at all.',
  source: 'cleanlab: distance to the nearest neighbours. Informative.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { handed }) => {
      if (handed.outliers === null) {
        return skippedMeasured('rows', 'Distances between rows were not measured.');
      }
      const measured = countMeasured({ value: handed.outliers.length, unit: 'rows' });
      const evidence = handed.outliers.slice(0, shownMax).map(({ rowKey, excerpt }) => ({
        ...{ rowKey, origin: 'import' as const, originId: '', line: null },
        excerpt,
      }));
      const furthest = handed.outliers[0]?.distance;
      return {
        ...measured,
        evidence,
        evidenceTotal: handed.outliers.length,
        details: furthest === undefined ? {} : { furthest },
      };
    },
  },
  judge: (measured, limits) =>
    judgeByLimits({ measured, limits, found: `Far from all others: ${plural(measured.value ?? 0, 'row')}.` }),
  remedy: 'Read them: keep and collect more of what belongs, drop what does not.',
  action: 'drop-by-row-keys',
};
