import type { Check } from '../../check.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, skippedMeasured, unmeasured } from '../../judging/measured.js';
import { certainMin } from '../../privacy/privacy-facts.js';
import { addKey, emptyTop, mergeTop, type TopKeys } from '../../states/top-keys.js';

interface Repeated {
  rows: number;
  looked: number;
  /** Rows by kind and digest of the value. */
  readonly values: TopKeys;
}

/** From so many rows on a value is likely to be learnt by heart. */
const rowsMin = 5;

export const noValueIsLearntByHeart: Check<Repeated> = {
  id: 'P05',
  name: 'memorisation.risk',
  version: 1,
  question: 'Does no name, address or number of a person stand in five rows or more?',
  why: 'What is repeated is learnt by heart: the risk of reciting grows with each repetition.',
  source: 'Carlini and others, 2022, on memorisation across models; the limit of five rows is ours.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, looked: 0, values: emptyTop() }),
    add: (state, { privacy }) => {
      state.rows += 1;
      if (privacy === null) {
        return state;
      }
      state.looked += 1;
      if (privacy.spans.length === 0) {
        return state;
      }
      const seen = new Set<string>();
      for (const { group, confidence, kind, valueDigest } of privacy.spans) {
        const key = `${kind} ${valueDigest}`;
        if (group === 'contact' && confidence >= certainMin && !seen.has(key)) {
          seen.add(key);
          addKey(state.values, key);
        }
      }
      return state;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      left.looked += right.looked;
      mergeTop(left.values, right.values);
      return left;
    },
    finish: ({ rows, looked, values }) => {
      if (rows === 0) {
        return unmeasured('values');
      }
      if (looked === 0) {
        return skippedMeasured('values', 'Personal data was not looked for.');
      }
      const often = [...values.counts].filter(([, count]) => count >= rowsMin);
      const most = often.reduce((high, [, count]) => Math.max(high, count), 0);
      const kinds = new Map<string, number>();
      for (const [key] of often) {
        const kind = key.slice(0, key.indexOf(' '));
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
      const details = { ...Object.fromEntries([...kinds].sort()), most, lowerBound: values.trimmed ? 1 : 0 };
      const measured = countMeasured(
        { value: often.length, unit: 'values', denominator: values.counts.size },
        { details },
      );
      return often.length === 0 ? measured : { ...measured, effect: { rows: 0, tokens: null, metricAfter: 0 } };
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const isLowerBound = detail(measured, 'lowerBound') === 1;
    const most = detail(measured, 'most');
    const often = most > 0 ? `; the most frequent in ${counted(most)}` : '';
    return judgeByLimits({
      measured,
      limits,
      found: `${isLowerBound ? 'At least ' : ''}${counted(measured.value)} values of people stand in ${rowsMin} rows or more${often}.`,
    });
  },
  remedy: 'Mask before training; pseudonyms keep who is meant without who it is.',
  action: 'mask-personal-data',
};
