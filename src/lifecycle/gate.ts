// A gate is a question between two stages and the criteria that answer it.
import type { GateName } from '../kernel/policy.js';
import type { Criterion } from './criterion.js';

export interface Gate {
  readonly name: GateName;
  readonly question: string;
  readonly criteria: readonly Criterion[];
}
