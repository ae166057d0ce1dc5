import { type Check, noRowMeasure } from '../../check.js';
import type { SuspectLabel } from '../../facts/handed-measures.js';
import type { EvidenceRow } from '../../judging/evidence-sample.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { shareMeasured, skippedMeasured } from '../../judging/measured.js';

function evidenceOf({ rowKey, given, suggested, excerpt, place }: SuspectLabel): EvidenceRow {
  const where = place ?? { origin: 'import', originId: '', line: null };
  return { rowKey, ...where, excerpt: `${given} → ${suggested}: ${excerpt}` };
}

export const labelsAreRight: Check<null> = {
  id: 'B08',
  name: 'label.noise',
  version: 1,
  question: 'Are the labels right, as far as a model can tell?',
  why: 'Wrong labels are learnt, and in the hold-out they punish the better model.',
  source: 'Confident learning (JAIR 70, 2021) on three folds of a cheap student; suspects are for people to look at.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { taskKind, handed: { labelNoise } }) => {
      if (taskKind === 'generation') {
        return skippedMeasured('share', 'Answers of a generation task are free text: there are no classes.');
      }
      if (labelNoise === null) {
        return skippedMeasured('share', 'No student has been asked which labels it doubts.');
      }
      const { rows, suspects, worst } = labelNoise;
      const effect = suspects === 0 ? null : { rows: 0, tokens: null, metricAfter: null };
      return {
        ...shareMeasured({ numerator: suspects, denominator: rows }),
        evidence: worst.map(evidenceOf),
        evidenceTotal: suspects,
        effect,
      };
    },
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} labels (${percent(measured.value ?? 0)}) are doubted by students that did not see them.`,
    }),
  remedy: 'Go through the suspects, the most doubtful first, and mend what is wrong.',
  action: 'relabel',
};
