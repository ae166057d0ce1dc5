import { type Check, noRowMeasure } from '../../check.js';
import { plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, unmeasured } from '../../judging/measured.js';

export const answersCanBeScored: Check<null> = {
  id: 'E04',
  name: 'evaluator.available',
  version: 1,
  question: 'Can answers to the hold-out be scored?',
  why: 'Without a scorer nobody can say whether the candidate is as good, and the move ends before it begins.',
  source: 'Ours: exact, by JSON schema or by number; a judge counts once it was compared with people on fifty rows.',
  blocking: true,
  measure: {
    ...noRowMeasure,
    finish: (_state, { set, evaluation: { evaluator, judgeCalibrationRows } }) => {
      if (set.rows === 0) {
        return unmeasured('scorers');
      }
      const details = { evaluator: evaluator ?? 'none', calibration: judgeCalibrationRows ?? 0 };
      return countMeasured({ value: evaluator === null ? 0 : 1, unit: 'scorers' }, { details });
    },
  },
  judge: (measured, limits) => {
    if (measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const evaluator = String(measured.details.evaluator);
    if (measured.value === 0) {
      return { outcome: 'fail', text: 'Nothing can score the answers to the hold-out.' };
    }
    if (evaluator !== 'judge') {
      return { outcome: 'pass', text: `Answers are scored by the evaluator ${evaluator}.` };
    }
    const rows = detail(measured, 'calibration');
    const enough = limits.warn ?? 0;
    return rows >= enough
      ? {
          outcome: 'pass',
          text: `Answers are scored by a judge that was compared with people on ${plural(rows, 'row')}.`,
        }
      : {
          outcome: 'warn',
          text: `The judge was compared with people on ${plural(rows, 'row')} only. Fewer than ${enough} warns.`,
        };
  },
  remedy: 'Choose an evaluator for the task; compare a judge with people on fifty rows before it decides.',
  action: null,
};
