import type { Check } from '../../check.js';
import { counted, percent, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail } from '../../judging/measured.js';
import { mergeTallies, type RowTally, startTally, tallyMeasured } from '../../judging/row-tally.js';

export const weightsAreZeroOrOne: Check<RowTally> = {
  id: 'F13',
  name: 'weight',
  version: 1,
  question: 'Are the weights of answers 0 or 1, and one of them 1?',
  why: 'A provider refuses any other weight, and a row of weights 0 costs tokens and teaches nothing.',
  source: 'Validators of Together and OpenAI.',
  blocking: false,
  measure: {
    start: startTally,
    add: (tally, { example }) => {
      tally.rows += 1;
      if (example.traits.notes.length > 0 && example.traits.notes.includes('weight.coerced')) {
        tally.others += 1;
      }
      return tally;
    },
    merge: mergeTallies,
    finish: (tally, { intake }) => tallyMeasured(tally, intake, { codes: ['msg.weight'] }),
  },
  judge: (measured, limits) => {
    const coerced = measured.value === null ? 0 : detail(measured, 'others');
    const others = coerced === 0 ? '' : ` In ${plural(coerced, 'row')} 1.0 was taken for 1.`;
    const found = `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows (${percent(measured.value ?? 0)}) have a weight that is neither 0 nor 1, or none that is 1; they were left out.${others}`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Write weights as the whole numbers 0 and 1, and leave them out where every answer is learnt.',
  action: null,
};
