// From a number and its limits to an outcome and the words for it.
import type { Judgement, Limits, Measured } from '../check.js';
import { counted, percent } from './in-words.js';

/** Fewer units than this and a share is too uncertain to refuse a data set by: it can only warn. */
export const shareUnitsMin = 30;

export interface LimitedJudgement {
  readonly measured: Measured;
  readonly limits: Limits;
  /** What was found, as a sentence without the limits. */
  readonly found: string;
}

export function judgeByLimits({ measured, limits, found }: LimitedJudgement): Judgement {
  if (measured.skipped !== null) {
    return { outcome: 'skipped', text: measured.skipped };
  }
  if (measured.value === null || (measured.unit === 'share' && measured.denominator === 0)) {
    return { outcome: 'inconclusive', text: 'There is nothing to measure yet.' };
  }
  const outcome = outcomeOf(measured.value, limits);
  const tooFew = outcome === 'fail' && measured.unit === 'share' && (measured.denominator ?? 0) < shareUnitsMin;
  const caution = tooFew ? ` On fewer than ${shareUnitsMin} rows a share can only warn.` : '';
  return { outcome: tooFew ? 'warn' : outcome, text: `${found}${limitWords(limits, measured)}${caution}` };
}

function outcomeOf(value: number, { better, warn, fail }: Limits): Judgement['outcome'] {
  const beyond = (limit: number | null) => limit !== null && (better === 'low' ? value > limit : value < limit);
  if (beyond(fail)) {
    return 'fail';
  }
  return beyond(warn) ? 'warn' : 'pass';
}

function limitWords({ better, warn, fail }: Limits, measured: Measured): string {
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
