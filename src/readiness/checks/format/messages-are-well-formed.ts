import { type Check, noRowMeasure } from '../../check.js';
import { faultShare } from '../../judging/fault-share.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';

export const messagesAreWellFormed: Check<null> = {
  id: 'F07',
  name: 'msg.structure',
  version: 2,
  question: 'Does every row hold what its shape promises?',
  why: 'A row without messages, or with content of another type, teaches nothing and makes most trainers stop.',
  source: 'Validators of OpenAI, Together and Mistral; the bound for quarantine is ours.',
  blocking: true,
  measure: {
    ...noRowMeasure,
    finish: (_state, { intake }) =>
      faultShare(intake, {
        codes: ['row.shape', 'msg.structure', 'msg.unsupported'],
        excluded: ['unsupported-content'],
      }),
  },
  judge: (measured, limits) => {
    const found = `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows (${percent(measured.value ?? 0)}) hold no usable messages and were left out.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Follow the field paths in the faults of the upload. Sound, video and documents are not part of a text task.',
  action: null,
};
