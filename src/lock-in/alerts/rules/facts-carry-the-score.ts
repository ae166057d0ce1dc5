import type { AlertRule } from '../alert.js';

const confidenceMin = 0.7;
const assessedMin = 0.5;

export const factsCarryTheScore: AlertRule = {
  number: 11,
  name: 'confidence.low',
  question: 'Does less than seven tenths of the score stand on fresh facts?',
  why: 'Below it the band is that of the worst case, and below a half nothing is said.',
  source: 'Confidence of the newest score.',
  owner: 'lead',
  remedy: 'Renew the facts that raise the confidence most; the score lists them.',
  raise: ({ confidence }) =>
    confidence === null || confidence >= confidenceMin
      ? []
      : [
          {
            about: confidence < assessedMin ? 'not-assessed' : 'below-0.7',
            severity: confidence < assessedMin ? 'warning' : 'info',
            text: `Confidence is ${confidence.toFixed(2)}; ${confidenceMin} are needed for the score to speak for itself.`,
            evidence: [],
            expiresAt: null,
          },
        ],
};
