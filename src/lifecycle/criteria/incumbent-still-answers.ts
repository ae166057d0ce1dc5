import { defineCriterion } from '../criterion.js';

export const incumbentStillAnswers = defineCriterion({
  id: 'incumbent-still-answers',
  question: 'Does the incumbent still answer, so that there is a way back?',
  why: 'Rolling back to a retired, throttled or dead incumbent is an outage.',
  source: 'Project practice: a way back is drilled before it is needed.',
  remedy: 'Restore access to the incumbent: key, quota, contract.',
  role: 'gate',
  reads: ['fallback.check'],
  weigh(values) {
    const { healthy, latencyMs } = values['fallback.check'];
    const slow = latencyMs === null ? '' : ` in ${Math.round(latencyMs)} ms`;
    return {
      outcome: healthy ? 'pass' : 'fail',
      text: healthy ? `The incumbent answered the last probe${slow}.` : 'The incumbent did not answer the last probe.',
      measured: healthy ? 'answers' : 'silent',
      required: 'answers',
      unit: 'probe',
    };
  },
});
