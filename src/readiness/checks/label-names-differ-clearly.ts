import type { Check } from '../check.js';
import { addClass, type ClassTally, mergeClasses, whyNoClasses } from '../judging/class-tally.js';
import { plural } from '../judging/in-words.js';
import { judgeByLimits } from '../judging/judge-limits.js';
import { countMeasured, skippedMeasured, unmeasured } from '../judging/measured.js';

/** When this share of the names is in small letters, the others stick out. */
const houseStyleShare = 0.9;

const aliasOf = (label: string) =>
  label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
const hasOddSigns = (label: string) => label !== label.trim() || /[^\p{L}\p{M}\p{N} _./&'-]/u.test(label);

/** Names that another name could be taken for, that hold odd signs, or that break the case of all the others. */
function unclearNames(labels: readonly string[]): string[] {
  const aliases = new Map<string, number>();
  for (const label of labels) {
    aliases.set(aliasOf(label), (aliases.get(aliasOf(label)) ?? 0) + 1);
  }
  const small = labels.filter((label) => label === label.toLowerCase()).length;
  const isStyled = small >= houseStyleShare * labels.length;
  return labels.filter(
    (label) =>
      (aliases.get(aliasOf(label)) ?? 0) > 1 || hasOddSigns(label) || (isStyled && label !== label.toLowerCase()),
  );
}

export const labelNamesDifferClearly: Check<ClassTally> = {
  id: 'F17',
  name: 'label.names',
  version: 1,
  question: 'Do the names of the labels differ clearly?',
  why: 'Names that differ by case or punctuation only split one class in two, and an answer is counted wrong for a comma.',
  source: 'Ours; seen in banking77 (reverted_card_payment?, Refund_not_showing_up).',
  blocking: false,
  limits: { better: 'low', warn: 0, fail: null, source: 'catalogue F17' },
  measure: {
    start: () => new Map(),
    add: (tally, row) => addClass(tally, row.label),
    merge: mergeClasses,
    finish: (tally, set) => {
      const reason = whyNoClasses(set);
      if (reason !== null) {
        return skippedMeasured('labels', reason);
      }
      if (tally.size === 0) {
        return unmeasured('labels');
      }
      const unclear = unclearNames([...tally.keys()].sort());
      const names = unclear.slice(0, 5).join(', ').slice(0, 300);
      return countMeasured({ value: unclear.length, unit: 'labels', denominator: tally.size }, { details: { names } });
    },
  },
  judge: (measured, thresholds) => {
    const names = measured.details.names ?? '';
    return judgeByLimits({
      measured,
      limits: labelNamesDifferClearly.limits,
      thresholds,
      found: `${plural(measured.value ?? 0, 'name')} of ${plural(measured.denominator ?? 0, 'label')} can be mistaken or are oddly written${names === '' ? '' : `: ${names}`}.`,
    });
  },
  remedy: 'Agree on one spelling for each label and rename the others before the upload.',
};
