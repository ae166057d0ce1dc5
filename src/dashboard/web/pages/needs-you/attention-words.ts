import type { Tone } from '../../pieces/badge';
import type { AttentionKind } from './attention';

export const kindWords: Readonly<Record<AttentionKind, readonly [Tone, string]>> = {
  contained: ['bad', 'Contained'],
  tripped: ['bad', 'Guardrail tripped'],
  blind: ['warn', 'Guardrail blind'],
  inconclusive: ['unknown', 'Cannot tell yet'],
  approval: ['accent', 'Approval'],
  'gate-failing': ['warn', 'Gate closed'],
  'job-failed': ['bad', 'Work failed'],
  shutdown: ['warn', 'Model ends'],
  deadline: ['warn', 'Deadline'],
  'lock-in': ['warn', 'Lock-in'],
  paused: ['unknown', 'Paused'],
};

export type GroupKey = 'now' | 'approval' | 'gates' | 'blind' | 'dates' | 'lock-in';

/** What is counted together. */
export const groups: readonly { key: GroupKey; label: string; kinds: readonly AttentionKind[] }[] = [
  { key: 'now', label: 'To act on now', kinds: ['contained', 'tripped', 'job-failed'] },
  { key: 'approval', label: 'Waiting for approval', kinds: ['approval'] },
  { key: 'gates', label: 'Gates closed', kinds: ['gate-failing'] },
  { key: 'blind', label: 'Cannot tell yet', kinds: ['blind', 'inconclusive'] },
  { key: 'dates', label: 'Dates ahead', kinds: ['shutdown', 'deadline'] },
  { key: 'lock-in', label: 'Lock-in', kinds: ['lock-in'] },
];
