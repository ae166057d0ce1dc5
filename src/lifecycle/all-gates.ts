// Every gate by its name; the compiler sees to it that none of the path is missing.
import type { GateName } from '../kernel/policy.js';
import type { Gate } from './gate.js';
import { canaryQuiet } from './gates/canary-quiet.js';
import { candidateExists } from './gates/candidate-exists.js';
import { dataReady } from './gates/data-ready.js';
import { intake } from './gates/intake.js';
import { notInferior } from './gates/not-inferior.js';
import { rampQuiet } from './gates/ramp-quiet.js';
import { readyToComplete } from './gates/ready-to-complete.js';
import { shadowAgrees } from './gates/shadow-agrees.js';

const gateByName: Readonly<Record<GateName, Gate>> = {
  intake,
  'data-ready': dataReady,
  'candidate-exists': candidateExists,
  'not-inferior': notInferior,
  'shadow-agrees': shadowAgrees,
  'canary-quiet': canaryQuiet,
  'ramp-quiet': rampQuiet,
  'ready-to-complete': readyToComplete,
};

/** In the order of the path. */
export const allGates: readonly Gate[] = Object.values(gateByName);

export function gateNamed(name: GateName): Gate {
  return gateByName[name];
}
