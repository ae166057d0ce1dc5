import { counted } from '../../in-words.js';
import type { AlertRule } from '../alert.js';

export const criticalFlowsPinTheirModel: AlertRule = {
  number: 6,
  name: 'alias.unpinned',
  question: 'Does a critical flow ask for a name behind which the model may change?',
  why: 'The vendor then decides when the function changes its behaviour.',
  source: 'Model names of critical calls without a dated snapshot, or on the list of moving names.',
  owner: 'lead',
  remedy: 'Ask for a dated snapshot in the critical flow, and change it by decision.',
  raise: ({ unpinnedInCriticalFlows }) =>
    unpinnedInCriticalFlows
      .filter(({ calls }) => calls > 0)
      .map(({ model, calls, sampleIds }) => ({
        about: model,
        severity: 'warning',
        text: `${counted(calls, 'critical call')} asked for ${model}, which names no snapshot.`,
        evidence: sampleIds,
        expiresAt: null,
      })),
};
