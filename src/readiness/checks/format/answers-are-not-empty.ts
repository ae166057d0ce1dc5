import type { Check } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { addFound, mergeTallies, type RowTally, startTally, tallyMeasured } from '../../judging/row-tally.js';

/** Rows come in without empty contents; an edit may empty one afterwards. */
export const answersAreNotEmpty: Check<RowTally> = {
  id: 'F10',
  name: 'msg.content_empty',
  version: 2,
  question: 'Does every message say something?',
  why: 'A model that sees empty answers learns to give them.',
  source: 'Validators of OpenAI and OpenPipe.',
  blocking: true,
  measure: {
    start: startTally,
    add: (tally, { example, normalAnswer }) => {
      tally.rows += 1;
      if (normalAnswer === '' && example.label.trim() === '' && example.messages.at(-1)?.toolCalls === undefined) {
        addFound(tally, 'F10', example);
      }
      return tally;
    },
    merge: mergeTallies,
    finish: (tally, { intake }) => {
      const measured = tallyMeasured(tally, intake, { codes: ['msg.content-empty'] });
      const empty = tally.sample.total;
      return { ...measured, effect: empty === 0 ? null : { rows: -empty, tokens: 0, metricAfter: null } };
    },
  },
  judge: (measured, limits) => {
    const found = `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows (${percent(measured.value ?? 0)}) hold an empty text or label.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Fill in or drop the rows that the faults of the upload name.',
  action: 'drop-empty-answers',
};
