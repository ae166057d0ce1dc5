import { defineCriterion } from '../criterion.js';

/** Where readiness says whether a named person accepted the duties of the model that is trained. */
const acceptanceCheck = 'R04';

export const targetLicenceIsAccepted = defineCriterion({
  id: 'target-licence-is-accepted',
  question: 'Does the candidate’s licence allow the use, with its duties accepted by a named person?',
  why: 'From here on the model is served: a notice, a name and a cap of users are owed from the first answer.',
  source: 'Licences of models in the catalogue, each with its text and the day on which it was read; not legal advice.',
  remedy:
    'Have a named person accept the duties and measure the data again, or train on a model whose licence asks less.',
  role: 'gate',
  isBeyondOverride: true,
  reads: ['rights.ruling', 'readiness.report'],
  weigh(values) {
    const { model, licence, conditions } = values['rights.ruling'];
    const base = { measured: licence, required: 'an accepted licence', unit: 'licence' };
    const broken = conditions.filter(({ state }) => state === 'broken');
    if (broken.length > 0) {
      const text = `${model} may not be used this way. ${broken.map((one) => one.text).join(' ')}`;
      return { ...base, outcome: 'fail', text };
    }
    const open = conditions.filter(({ state }) => state !== 'met').map((one) => one.text);
    if (licence !== null && open.length === 0) {
      return { ...base, outcome: 'pass', text: `${model} is under ${licence}, which asks for no acceptance.` };
    }
    const named = licence ?? 'a licence that is not on file';
    const acceptance = values['readiness.report'].checks.find(({ id }) => id === acceptanceCheck);
    if (acceptance === undefined) {
      const text = `${model} is under ${named}; the report does not say whether its duties were accepted.`;
      return { ...base, outcome: 'inconclusive', text };
    }
    if (acceptance.outcome === 'pass' || acceptance.outcome === 'warn') {
      return { ...base, outcome: 'pass', text: `${model} is under ${named}. ${acceptance.text}` };
    }
    // Nobody having accepted yet is no breach: it can be made good at any time, so it is open and not failed.
    const text = `${model} is under ${named}, which nobody has accepted for this use. ${open.join(' ')}`;
    return { ...base, outcome: acceptance.outcome === 'error' ? 'error' : 'inconclusive', text: text.trim() };
  },
});
