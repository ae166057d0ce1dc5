import type { Check } from '../../check.js';
import { addEvidence, type EvidenceSample, mergeEvidence, noEvidence } from '../../judging/evidence-sample.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { shareMeasured } from '../../judging/measured.js';
import { textSigns } from '../../rows/text-signs.js';
import { holdsSpecialMark } from '../../tokens/special-marks.js';

/** Every mark begins with one of these. */
const openings = textSigns.openAngle | textSigns.openSquare;

interface Marked {
  rows: number;
  marked: number;
  sample: EvidenceSample;
}

export const contentsHoldNoMarks: Check<Marked> = {
  id: 'T10',
  name: 'special.tokens',
  version: 1,
  question: 'Are the contents free of the marks that templates are made of?',
  why: 'A mark in a text may be read as a mark: the user then speaks as the system, or the answer ends early.',
  source: 'Proposal of this service: injection into the chat template.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, marked: 0, sample: noEvidence }),
    add: (tally, { example, signs }) => {
      tally.rows++;
      if ((signs & openings) === 0) {
        return tally;
      }
      for (const { content } of example.messages) {
        if (holdsSpecialMark(content)) {
          tally.marked++;
          tally.sample = addEvidence(tally.sample, 'T10', example);
          break;
        }
      }
      return tally;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      left.marked += right.marked;
      left.sample = mergeEvidence(left.sample, right.sample);
      return left;
    },
    finish: ({ rows, marked, sample }) => ({
      ...shareMeasured({ numerator: marked, denominator: rows }, { sample }),
      effect: marked === 0 ? null : { rows: -marked, tokens: null, metricAfter: 0 },
    }),
  },
  judge: (measured, limits) => {
    const found = `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows (${percent(measured.value ?? 0)}) hold a mark such as <s>, [INST] or <|im_start|>.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Escape the marks, or drop the rows.',
  action: 'drop-by-row-keys',
};
