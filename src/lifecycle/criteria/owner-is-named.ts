import { defineCriterion } from '../criterion.js';

export const ownerIsNamed = defineCriterion({
  id: 'owner-is-named',
  question: 'Is somebody named who answers for the task?',
  why: 'Somebody has to decide when evidence is not enough, and be called when a guardrail trips.',
  source: 'Project practice: every migrated application has an accountable owner.',
  remedy: 'Name the owner in the brief.',
  role: 'gate',
  reads: ['intake.assessment'],
  weigh(values) {
    const owner = values['intake.assessment'].owner.trim();
    return {
      outcome: owner === '' ? 'fail' : 'pass',
      text: owner === '' ? 'No owner is named; one is required.' : `The owner is ${owner}.`,
      measured: owner === '' ? null : owner,
      required: 'a person',
      unit: 'person',
    };
  },
});
