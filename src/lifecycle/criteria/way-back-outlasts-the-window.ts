import { lockInThresholdsOf } from '../../kernel/policy.js';
import { defineCriterion } from '../criterion.js';

export const wayBackOutlastsTheWindow = defineCriterion({
  id: 'way-back-outlasts-the-window',
  question: 'Is the incumbent’s model still served when the rollback window ends?',
  why: 'A way back that its vendor shuts down within the window is none for the rest of it.',
  source: 'Announced ends of models in the catalogue, each with its source and the day on which it was read.',
  remedy:
    'Agree on an extension, name another incumbent to go back to, or have the risk owner accept the shorter window.',
  role: 'gate',
  reads: ['incumbent.life'],
  weigh(values, { policy }) {
    const { model, isKnown, shutdownOn, daysLeft } = values['incumbent.life'];
    const { wayBackSpareDaysMin } = lockInThresholdsOf(policy);
    const daysNeeded = policy.rollout.rollbackWindowDays + wayBackSpareDaysMin;
    const base = { measured: daysLeft, required: daysNeeded, unit: 'days' };
    if (!isKnown) {
      // Whether it answers now is asked beside this; nobody announces ends for what no catalogue lists.
      const text = `No catalogue tells how long ${model} is served; the way back is needed for ${daysNeeded} days.`;
      return { ...base, role: 'signal', outcome: 'inconclusive', text };
    }
    if (daysLeft === null) {
      const text = `No end is announced for ${model}; the way back is needed for ${daysNeeded} days.`;
      return { ...base, outcome: 'pass', text };
    }
    const when =
      daysLeft <= 0 ? `was shut down on ${shutdownOn}` : `is shut down on ${shutdownOn}, in ${daysLeft} days`;
    return {
      ...base,
      outcome: daysLeft >= daysNeeded ? 'pass' : 'fail',
      text: `${model} ${when}; the way back is needed for ${daysNeeded} days.`,
    };
  },
});
