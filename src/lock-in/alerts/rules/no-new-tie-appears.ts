import { counted, dayMs, dayOf } from '../../in-words.js';
import type { AlertRule } from '../alert.js';

/** A feature is new for so long. */
const newsMs = 30 * dayMs;

export const noNewTieAppears: AlertRule = {
  number: 7,
  name: 'feature.new',
  question: 'Did a feature appear in traffic that an open server serves badly or not at all?',
  why: 'A tie is cheapest to cut on the day it is made.',
  source: 'Signals of class C and D, by the day on which each was first seen.',
  owner: 'lead',
  remedy: 'Replace the feature by a portable one before it spreads.',
  raise: ({ features, now }) =>
    features
      .filter(({ portability, firstAt }) => (portability === 'C' || portability === 'D') && firstAt + newsMs > now)
      .map(({ feature, portability, firstAt, calls, sampleIds }) => ({
        about: feature,
        severity: portability === 'D' ? 'warning' : 'info',
        text: `${feature} (class ${portability}) is used since ${dayOf(firstAt)}, in ${counted(calls, 'call')} so far.`,
        evidence: sampleIds,
        expiresAt: firstAt + newsMs,
      })),
};
