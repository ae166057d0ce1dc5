import { type Check, noRowMeasure } from '../../check.js';
import { counted, percent, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { shareMeasured } from '../../judging/measured.js';

export const everyRowHasAHistory: Check<null> = {
  id: 'R06',
  name: 'provenance.chain',
  version: 1,
  question: 'Is it known of every row where it came from and under which terms?',
  why: 'Who asks later why a row was learnt needs its source, the version of the terms and what was changed.',
  source: 'Ours: captured under terms whose version is on file, or uploaded with a source and a revision.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { rights }) =>
      shareMeasured({ numerator: rights.rowsWithFullProvenance, denominator: rights.rows }),
  },
  judge: (measured, limits) => {
    const [known, all] = [measured.numerator ?? 0, measured.denominator ?? 0];
    const found = `Of ${counted(known)} of ${plural(all, 'row')} (${percent(measured.value ?? 0)}) the whole history is known.`;
    return measured.value === 0
      ? { outcome: 'fail', text: `${found} Without any, nobody can answer for the model.` }
      : judgeByLimits({ measured, limits, found });
  },
  remedy: 'Declare source and revision with each upload; say by which contract route traffic goes.',
  action: null,
};
