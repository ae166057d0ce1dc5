// How long a step has lasted, against how long it must. Too short is not bad, it only cannot tell yet.
import type { Finding } from './criterion.js';
import type { Facts } from './facts.js';

export function dwell(facts: Facts, minutesRequired: number, what: 'step' | 'soak'): Finding {
  const minutes = Math.max(0, facts.now - facts.stepEnteredAt - facts.pausedMs) / 60_000;
  const shown = Math.floor(minutes);
  return {
    outcome: minutes >= minutesRequired ? 'pass' : 'inconclusive',
    text: `The ${what} has lasted ${shown} minutes; at least ${minutesRequired} are required.`,
    measured: shown,
    required: minutesRequired,
    unit: 'minutes',
  };
}
