import type { Check } from '../check.js';
import { counted } from '../judging/in-words.js';
import { judgeByLimits } from '../judging/judge-limits.js';
import { countMeasured } from '../judging/measured.js';

export const enoughTrainRows: Check<number> = {
  id: 'V01',
  name: 'train.rows',
  version: 1,
  question: 'Are there enough rows to train on?',
  why: 'Below some fifty rows fine-tuning learns the examples, not the task.',
  source: 'OpenAI: 10 at least, start with 50 to 100; NVIDIA: 50; Predibase: 500 to 1,000; OpenPipe: 100 to 2,000.',
  blocking: true,
  limits: { better: 'high', warn: 'trainRowsEnough', fail: 'trainRowsMin', source: 'policy' },
  measure: {
    start: () => 0,
    add: (rows, row) => (row.side === 'train' && row.fate === 'kept' ? rows + 1 : rows),
    merge: (left, right) => left + right,
    finish: (rows) => countMeasured({ value: rows, unit: 'rows' }),
  },
  judge: (measured, thresholds) =>
    judgeByLimits({
      measured,
      limits: enoughTrainRows.limits,
      thresholds,
      found: `${counted(measured.value ?? 0)} rows can be trained on.`,
    }),
  remedy: 'Capture more traffic or upload labelled rows; the rate of capture tells how many days that takes.',
};
