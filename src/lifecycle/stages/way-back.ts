// The arrows of every exposed stage: what takes traffic back to the incumbent, and what happens when it is not there.
// A rollback to a dead incumbent would be an outage, so a person's ROLLBACK is refused then and a breach is contained.

export const wayBack = {
  ROLLBACK: { guard: 'isFallbackAvailable', target: '#rolledBack', actions: 'noteRollback' },
  GUARDRAIL_BREACHED: [
    { guard: 'isFallbackAvailable', target: '#rolledBack', actions: ['noteRollback', 'callPeople'] },
    { target: '#contained', actions: 'noteContainment' },
  ],
  DATASET_REVOKED: [
    {
      guard: 'isFallbackAvailable',
      target: '#rolledBack',
      actions: ['noteRevocation', 'noteRollback', 'callPeople'],
    },
    { target: '#contained', actions: ['noteRevocation', 'noteContainment'] },
  ],
  BLIND_TIMED_OUT: [
    { guard: 'isBlindWithFallback', target: '#rolledBack', actions: ['noteRollback', 'callPeople'] },
    { guard: 'isBlind', target: '#contained', actions: 'noteContainment' },
  ],
} as const;
