import { type Check, type Judgement, type Measured, noRowMeasure } from '../../check.js';
import { plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, skippedMeasured } from '../../judging/measured.js';

const words: Readonly<Record<string, (because: string) => Judgement>> = {
  blocked: (because) => ({ outcome: 'fail', text: `This model may not be used this way. ${because}` }),
  unknown: (because) => ({ outcome: 'inconclusive', text: because }),
  unsigned: (because) => ({ outcome: 'fail', text: `Nobody has accepted its terms yet. ${because}` }),
};

function whoAccepted(measured: Measured): string {
  const by = measured.details.by;
  return by === '' ? 'Its licence asks nobody to accept it.' : `Accepted by ${by}.`;
}

export const theTargetLicenceIsAccepted: Check<null> = {
  id: 'R04',
  name: 'target.licence',
  version: 1,
  question: 'Are the duties of the model’s own licence accepted?',
  why: 'Some ask for a notice, a name, a policy; one forbids that its outputs improve other models.',
  source: 'Licences of the models in config/catalog. Not legal advice.',
  blocking: true,
  measure: {
    ...noRowMeasure,
    finish: (_state, { rights: { targetLicence } }) => {
      if (targetLicence === null) {
        return skippedMeasured('duties', 'Which model is to be trained has not been said.');
      }
      const { ruling, because, duties, acknowledgement } = targetLicence;
      const status = ruling === 'acknowledge' ? (acknowledgement === null ? 'unsigned' : 'signed') : ruling;
      const details = { status, because: `${because} ${duties.join(' ')}`.trim(), by: acknowledgement?.by ?? '' };
      const open = status === 'signed' || status === 'permitted' ? 0 : Math.max(1, duties.length);
      return countMeasured({ value: open, unit: 'duties', denominator: duties.length }, { details });
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const because = String(measured.details.because);
    const judgement = words[String(measured.details.status)];
    const duties = plural(measured.denominator ?? 0, 'duty').replace(/dutys$/, 'duties');
    return judgement?.(because) ?? { outcome: 'pass', text: `${whoAccepted(measured)} ${duties}: ${because}` };
  },
  remedy: 'Have a named person accept the duties, or choose a model whose licence asks less.',
  action: null,
};
