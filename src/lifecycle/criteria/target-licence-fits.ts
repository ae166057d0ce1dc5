import { defineCriterion } from '../criterion.js';

export const targetLicenceFits = defineCriterion({
  id: 'target-licence-fits',
  question: 'Can the candidate be used this way under its licence?',
  why: 'Some licences cap the number of users, bar improving other models, or leave out licensees in the EU: no data or training mends that.',
  source: 'Licences of models in the catalogue, each with its text and the day on which it was read; not legal advice.',
  remedy: 'Choose a candidate whose licence allows the use, or say in the brief how it is used.',
  // Before anything is decided it informs; what is known to be barred decides.
  role: 'signal',
  isBeyondOverride: true,
  reads: ['rights.ruling'],
  weigh(values) {
    const { model, licence, openness, conditions } = values['rights.ruling'];
    const base = { measured: licence, required: 'a licence that allows the use', unit: 'licence' };
    const broken = conditions.filter(({ state }) => state === 'broken');
    if (broken.length > 0) {
      const text = `${model} may not be used this way. ${broken.map((one) => one.text).join(' ')}`;
      return { ...base, role: 'gate', outcome: 'fail', text };
    }
    if (openness === 'closed') {
      const text = `${model} is a closed model: moving to it leaves one vendor for another.`;
      return { ...base, outcome: 'fail', text };
    }
    if (licence === null) {
      return { ...base, outcome: 'inconclusive', text: `No licence is on file for ${model}; it has to be known.` };
    }
    const open = conditions.filter(({ state }) => state !== 'met').map((one) => one.text);
    return open.length === 0
      ? { ...base, outcome: 'pass', text: `${model} is under ${licence}, which allows the use.` }
      : { ...base, outcome: 'inconclusive', text: `${model} is under ${licence}. Still open: ${open.join(' ')}` };
  },
});
