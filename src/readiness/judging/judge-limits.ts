// From a measure and its limits to an outcome: the part that every check would otherwise repeat.
import type { ReadinessThresholds } from '../../kernel/policy.js';
import {
  type CheckOutcome,
  type Judgement,
  type Limits,
  type Measured,
  type ResolvedLimits,
  resolveLimits,
} from '../check.js';
import { counted, percent } from './in-words.js';

/** Fewer units than this and a share is too uncertain to refuse a data set by: it can only warn. */
const shareUnitsMin = 30;

export interface LimitedJudgement {
  readonly measured: Measured;
  readonly limits: Limits;
  readonly thresholds: ReadinessThresholds;
  /** What was found, as a sentence without the limits. */
  readonly found: string;
}

export function judgeByLimits({ measured, limits, thresholds, found }: LimitedJudgement): Judgement {
  if (measured.skipped !== null) {
    return { outcome: 'skipped', text: measured.skipped };
  }
  if (measured.value === null || (measured.unit === 'share' && measured.denominator === 0)) {
    return { outcome: 'inconclusive', text: 'There is nothing to measure yet.' };
  }
  const resolved = resolveLimits(limits, thresholds);
  const outcome = outcomeOf(measured.value, limits.better, resolved);
  const tooFew = outcome === 'fail' && measured.unit === 'share' && (measured.denominator ?? 0) < shareUnitsMin;
  const caution = tooFew ? ` On fewer than ${shareUnitsMin} rows a share can only warn.` : '';
  return { outcome: tooFew ? 'warn' : outcome, text: `${found}${limitWords(limits, measured, resolved)}${caution}` };
}

function outcomeOf(value: number, better: Limits['better'], { warn, fail }: ResolvedLimits): CheckOutcome {
  const beyond = (limit: number | null) => limit !== null && (better === 'low' ? value > limit : value < limit);
  if (beyond(fail)) {
    return 'fail';
  }
  return beyond(warn) ? 'warn' : 'pass';
}

function limitWords({ better }: Limits, measured: Measured, { warn, fail }: ResolvedLimits): string {
  const shown = (limit: number) => {
    if (measured.unit === 'share') {
      return percent(limit);
    }
    return measured.unit === 'share of even' ? `${limit} of the even share` : counted(limit);
  };
  const side = better === 'low' ? 'more' : 'fewer';
  const say = (limit: number | null, verb: string) => (limit === null ? [] : [`${side} than ${shown(limit)} ${verb}`]);
  // Where both begin at the same number, the warning can never be seen.
  const words = [...say(fail, 'fails'), ...(warn === fail ? [] : say(warn, 'warns'))].join(', ');
  return words === '' ? '' : ` ${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
