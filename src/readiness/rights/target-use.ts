// What the rows are to be trained into, as far as rights depend on it. Whoever signs, signs for one such use: another use
// has another digest, and the signature does not carry over.
import { digestOf } from '../../kernel/digest.js';
import type { TargetFacts } from '../facts/target-facts.js';

export type TargetUse = Pick<TargetFacts, 'model' | 'kind' | 'distribution' | 'commercial'>;

export function targetUseDigest({ model, kind, distribution, commercial }: TargetUse): string {
  return digestOf({ model, kind, distribution, commercial });
}
