import { dayOf } from '../../in-words.js';
import type { AlertRule } from '../alert.js';

export const wayBackOutlastsTheRamp: AlertRule = {
  number: 16,
  name: 'rollback.ends',
  question: 'Is the model to roll back to still there when the ramp ends?',
  why: 'A rollback to a model that was shut down is an outage.',
  source: 'End of the incumbent’s model beside the end of the ramp and of the rollback window.',
  owner: 'lead',
  remedy: 'Shorten the ramp, or name another model to roll back to.',
  raise: ({ ramp, now }) => {
    if (ramp === null || ramp.shutdownAt === null || ramp.shutdownAt >= ramp.endsAt) {
      return [];
    }
    const isOver = ramp.shutdownAt <= now;
    const text = `${ramp.rollbackModel} ${isOver ? 'ended' : 'ends'} on ${dayOf(ramp.shutdownAt)}, before the ramp does on ${dayOf(ramp.endsAt)}.`;
    const about = `${ramp.rollbackModel}/${isOver ? 'over' : 'ahead'}`;
    return [{ about, severity: 'critical', text, evidence: ramp.sources, expiresAt: null }];
  },
};
