import type { Check } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { addFound, mergeTallies, type RowTally, startTally, tallyMeasured } from '../../judging/row-tally.js';

export const chatsEndWithAnAnswer: Check<RowTally> = {
  id: 'F09',
  name: 'msg.ends_assistant',
  version: 2,
  question: 'Does every row end with an answer?',
  why: 'What follows the last answer cannot be learned from; a chat without any answer is no example.',
  source: 'Validators of Mistral and OpenPipe.',
  blocking: true,
  measure: {
    start: startTally,
    add: (tally, { example }) => {
      tally.rows += 1;
      if (example.traits.notes.length > 0 && example.traits.notes.includes('turns.trimmed')) {
        addFound(tally, 'F09', example);
      }
      return tally;
    },
    merge: mergeTallies,
    finish: (tally, { intake }) =>
      tallyMeasured(tally, intake, { codes: ['msg.ends-assistant'], excluded: ['no-answer'] }),
  },
  judge: (measured, limits) => {
    const found = `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows (${percent(measured.value ?? 0)}) had no answer, or turns after it that were dropped.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Drop trailing user turns before the upload, and leave out chats that nobody answered.',
  action: null,
};
