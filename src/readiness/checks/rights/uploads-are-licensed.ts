import { type Check, noRowMeasure } from '../../check.js';
import { plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail } from '../../judging/measured.js';
import { rightsMeasured } from '../../rights/rights-tally.js';

export const uploadsAreLicensed: Check<null> = {
  id: 'R02',
  name: 'data.licence',
  version: 1,
  question: 'Does every upload have a licence that allows training?',
  why: 'A model cannot unlearn what it was not allowed to see.',
  source: 'SPDX identifiers; a licence is a property of a revision: that of the Alpaca set changed over time.',
  blocking: true,
  measure: {
    ...noRowMeasure,
    finish: (_state, { rights }) => {
      const measured = rightsMeasured(rights.licences);
      return { ...measured, details: { ...measured.details, rows: rights.rows } };
    },
  },
  judge: (measured, limits) => {
    if (measured.value === null) {
      return detail(measured, 'rows') > 0
        ? {
            outcome: 'pass',
            text: 'Nothing was uploaded: all rows come from traffic, which the vendors’ terms decide on.',
          }
        : judgeByLimits({ measured, limits, found: '' });
    }
    const told = String(measured.details.told);
    const [blocked, unknown] = [detail(measured, 'blocked'), detail(measured, 'unknown')];
    if (blocked + unknown > 0) {
      const text = `${plural(blocked, 'row')} may not be used this way, and of ${plural(unknown, 'row')} no licence is known. ${told}`;
      return { outcome: 'fail', text };
    }
    const unsigned = detail(measured, 'unsigned');
    return unsigned > 0
      ? { outcome: 'warn', text: `${plural(unsigned, 'row')} come with duties that nobody has signed for. ${told}` }
      : {
          outcome: 'pass',
          text: `All ${plural(measured.denominator ?? 0, 'uploaded row')} may be trained on. ${told}`,
        };
  },
  remedy: 'Declare licence and revision of each upload; ask its owner, or replace it.',
  action: null,
};
