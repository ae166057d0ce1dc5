import { type Check, noRowMeasure } from '../../check.js';
import { plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail } from '../../judging/measured.js';
import { rightsMeasured } from '../../rights/rights-tally.js';

export const peopleHaveAgreed: Check<null> = {
  id: 'R03',
  name: 'consent',
  version: 1,
  question: 'May what people said be used for training?',
  why: 'Personal data needs a legal basis and a purpose that covers training; who objected has to be out.',
  source: 'GDPR articles 5, 6, 17 and 21, as far as a declaration can show them. Not legal advice.',
  blocking: true,
  measure: {
    ...noRowMeasure,
    finish: (_state, { rights }) => {
      const measured = rightsMeasured(rights.consent);
      const optedOut = rights.consent.reduce((sum, { optedOutRows }) => sum + optedOutRows, 0);
      const effect = optedOut === 0 ? null : { rows: -optedOut, tokens: null, metricAfter: null };
      return { ...measured, details: { ...measured.details, optedOut }, effect };
    },
  },
  judge: (measured, limits) => {
    if (measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const told = String(measured.details.told);
    const [blocked, unknown] = [detail(measured, 'blocked'), detail(measured, 'unknown')];
    const all = measured.denominator ?? 0;
    if (blocked > 0) {
      return { outcome: 'fail', text: `${plural(blocked, 'row')} may not be used for training. ${told}` };
    }
    if (unknown === all) {
      return { outcome: 'fail', text: `Nothing was declared for any of ${plural(all, 'row')}. ${told}` };
    }
    return unknown > 0
      ? { outcome: 'warn', text: `Of ${plural(unknown, 'row')} it is not known whether they may be used. ${told}` }
      : { outcome: 'pass', text: `All ${plural(all, 'row')} may be used for training. ${told}` };
  },
  remedy: 'Declare legal basis, purpose and retention for traffic and each upload, and take out who objected.',
  action: 'drop-by-row-keys',
};
