import type { Check } from '../check.js';
import { faultShare } from '../judging/fault-share.js';
import { counted, percent } from '../judging/in-words.js';
import { judgeByLimits } from '../judging/judge-limits.js';

export const answersAreNotEmpty: Check<null> = {
  id: 'F10',
  name: 'msg.content_empty',
  version: 1,
  question: 'Does every message say something?',
  why: 'A model that sees empty answers learns to give them.',
  source: 'Validators of OpenAI and OpenPipe.',
  blocking: true,
  limits: { better: 'low', warn: 0, fail: 0.005, source: 'catalogue F10' },
  measure: {
    start: () => null,
    add: (state) => state,
    merge: (left) => left,
    finish: (_state, { intake }) => faultShare(intake, { codes: ['msg.content-empty'] }),
  },
  judge: (measured, thresholds) =>
    judgeByLimits({
      measured,
      limits: answersAreNotEmpty.limits,
      thresholds,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows (${percent(measured.value ?? 0)}) hold an empty text or label and were left out.`,
    }),
  remedy: 'Fill in or drop the rows that the faults of the upload name.',
};
