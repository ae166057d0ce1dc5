import type { Check } from '../check.js';
import { faultShare } from '../judging/fault-share.js';
import { counted, percent } from '../judging/in-words.js';
import { judgeByLimits } from '../judging/judge-limits.js';

export const messagesAreWellFormed: Check<null> = {
  id: 'F07',
  name: 'msg.structure',
  version: 1,
  question: 'Does every row hold a list of messages?',
  why: 'A row of another shape teaches nothing and makes most trainers stop.',
  source: 'Validators of OpenAI, Together and Mistral; the bound for quarantine is ours.',
  blocking: true,
  limits: { better: 'low', warn: 0, fail: 0.05, source: 'catalogue F07' },
  measure: {
    start: () => null,
    add: (state) => state,
    merge: (left) => left,
    finish: (_state, { intake }) => faultShare(intake, { codes: ['msg.structure', 'msg.unsupported'] }),
  },
  judge: (measured, thresholds) =>
    judgeByLimits({
      measured,
      limits: messagesAreWellFormed.limits,
      thresholds,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows (${percent(measured.value ?? 0)}) hold no usable messages and were left out.`,
    }),
  remedy:
    'Follow the field paths in the faults of the upload. Tool calls and images are not part of a text task: leave such rows out.',
};
