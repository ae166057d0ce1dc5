import type { Check } from '../check.js';
import { faultShare } from '../judging/fault-share.js';
import { counted, percent } from '../judging/in-words.js';
import { judgeByLimits } from '../judging/judge-limits.js';

export const chatsEndWithAnAnswer: Check<null> = {
  id: 'F09',
  name: 'msg.ends_assistant',
  version: 1,
  question: 'Does every row end with an answer?',
  why: 'What follows the last answer cannot be learned from; a chat without any answer is no example.',
  source: 'Validators of Mistral and OpenPipe.',
  blocking: true,
  limits: { better: 'low', warn: 0, fail: 0.05, source: 'catalogue F09' },
  measure: {
    start: () => null,
    add: (state) => state,
    merge: (left) => left,
    finish: (_state, { intake }) =>
      faultShare(intake, { codes: ['msg.ends-assistant'], trimmed: true, excluded: ['no-answer'] }),
  },
  judge: (measured, thresholds) =>
    judgeByLimits({
      measured,
      limits: chatsEndWithAnAnswer.limits,
      thresholds,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows (${percent(measured.value ?? 0)}) had no answer, or turns after it that were dropped.`,
    }),
  remedy: 'Drop trailing user turns before the upload, and leave out chats that nobody answered.',
};
