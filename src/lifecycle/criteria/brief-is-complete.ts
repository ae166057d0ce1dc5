import { defineCriterion } from '../criterion.js';

export const briefIsComplete = defineCriterion({
  id: 'brief-is-complete',
  question: 'Does the brief say which task is moved, from which model, and how critical it is?',
  why: 'Nothing can be measured against a task that nobody has written down.',
  source: 'Project practice: a migration assessment starts from a written scope.',
  remedy: 'Fill in what is missing in the brief.',
  role: 'gate',
  reads: ['intake.assessment'],
  weigh(values) {
    const { task, incumbentModel, criticality } = values['intake.assessment'];
    const parts = Object.entries({ task, 'incumbent model': incumbentModel, criticality });
    const missing = parts.filter(([, part]) => part.trim() === '').map(([name]) => name);
    return {
      outcome: missing.length === 0 ? 'pass' : 'fail',
      text:
        missing.length === 0
          ? `The brief fills all ${parts.length} fields.`
          : `The brief fills ${parts.length - missing.length} of ${parts.length} fields; missing: ${missing.join(', ')}.`,
      measured: parts.length - missing.length,
      required: parts.length,
      unit: 'fields',
    };
  },
});
