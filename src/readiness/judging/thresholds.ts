// Where each check begins to warn and to fail: written in config/thresholds, one file a group, each number with its
// source; a number of the project's policy goes before the file's.
import type { ReadinessThresholds } from '../../kernel/policy.js';
import type { Limits } from '../check.js';

export type PolicyNumber = keyof ReadinessThresholds;

/** As written: a number, the name of a number of the policy, or null for never. */
export interface WrittenLimits {
  readonly better: 'low' | 'high';
  readonly warn: number | PolicyNumber | null;
  readonly fail: number | PolicyNumber | null;
  readonly source: string;
}

/** By check id. */
export type WrittenThresholds = Readonly<Record<string, WrittenLimits>>;

export interface Thresholds {
  readonly written: WrittenThresholds;
  readonly policy: ReadinessThresholds;
}

/** RangeError for a check without limits: it could not be judged. A policy that fails earlier moves the warning along. */
export function limitsOf(checkId: string, { written, policy }: Thresholds): Limits {
  const limits = Object.hasOwn(written, checkId) ? written[checkId] : undefined;
  if (limits === undefined) {
    throw new RangeError(`config/thresholds has no limits for the check ${checkId}`);
  }
  const { better, source } = limits;
  const numberOf = (limit: number | PolicyNumber | null) => (typeof limit === 'string' ? policy[limit] : limit);
  const warn = numberOf(limits.warn);
  const fail = numberOf(limits.fail);
  if (warn === null || fail === null) {
    return { better, warn, fail, source };
  }
  return { better, warn: better === 'low' ? Math.min(warn, fail) : Math.max(warn, fail), fail, source };
}
