import type { Check, Judgement, Measured } from '../../check.js';
import { addEvidence, type EvidenceSample, mergeEvidence, noEvidence } from '../../judging/evidence-sample.js';
import { plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail } from '../../judging/measured.js';
import { rightsMeasured } from '../../rights/rights-tally.js';

/** Captured rows with personal data: by a route that forbids it they may not have gone. */
type PersonalRows = EvidenceSample;

/** What no limit and no signature decides. */
function ruled(measured: Measured): Judgement | null {
  const told = String(measured.details.told ?? '');
  const [blocked, unknown, unsigned] = [
    detail(measured, 'blocked'),
    detail(measured, 'unknown'),
    detail(measured, 'unsigned'),
  ];
  const personal = detail(measured, 'personal');
  if (personal > 0) {
    const text = `${plural(personal, 'row')} with personal data went by a route that forbids it. ${told}`;
    return { outcome: 'fail', text };
  }
  if (blocked > 0) {
    return { outcome: 'fail', text: `${plural(blocked, 'row')} may not teach this target. ${told}` };
  }
  if (unknown > 0) {
    return { outcome: 'inconclusive', text: `Of ${plural(unknown, 'row')} it is not known who may use them. ${told}` };
  }
  return unsigned > 0
    ? { outcome: 'inconclusive', text: `${plural(unsigned, 'row')} wait for the signature of a named person. ${told}` }
    : null;
}

export const vendorsLetTheirAnswersTeach: Check<PersonalRows> = {
  id: 'R01',
  name: 'vendor.terms',
  version: 1,
  question: 'Do the vendors’ terms let their answers teach this target?',
  why: 'Most vendors bar models that compete with theirs; what that means depends on contract, kind of model and whether it is handed out.',
  source: 'Readings of the published terms in config/catalog, each with clause and date. Not legal advice.',
  blocking: true,
  measure: {
    start: () => noEvidence,
    add: (sample, { example, privacy }) =>
      example.origin === 'exchange' && privacy !== null && privacy.spans.some(({ group }) => group !== 'secret')
        ? addEvidence(sample, 'R01', example)
        : sample,
    merge: mergeEvidence,
    finish: (sample, { rights }) => {
      const measured = rightsMeasured(rights.vendorTerms);
      const isForbidden = rights.vendorTerms.some(({ forbidsPersonalData }) => forbidsPersonalData === true);
      const details = {
        ...measured.details,
        personal: isForbidden ? sample.total : 0,
        stale: rights.staleRules.join(', '),
      };
      const evidence = isForbidden ? sample.kept.map(({ row }) => row) : [];
      return { ...measured, details, evidence, evidenceTotal: isForbidden ? sample.total : 0 };
    },
  },
  judge: (measured, limits) => {
    if (measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const decided = ruled(measured);
    if (decided !== null) {
      return decided;
    }
    const told = String(measured.details.told);
    const stale = String(measured.details.stale);
    return stale === ''
      ? { outcome: 'pass', text: `All ${plural(measured.denominator ?? 0, 'row')} may teach this target. ${told}` }
      : { outcome: 'warn', text: `Readings older than 180 days have to be looked at again: ${stale}. ${told}` };
  },
  remedy:
    'Have a named person sign what needs it; else keep the model inside, train a classifier instead, or use an open teacher.',
  action: null,
};
