import type { Check } from '../../check.js';
import { plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, skippedMeasured, unmeasured } from '../../judging/measured.js';
import { addKey, emptyTop, mergeTop, type TopKeys, topOf } from '../../states/top-keys.js';

/** When this share of the names is in small letters, the others stick out. */
const houseStyleShare = 0.9;

/** A longer answer is the free text of a generation task, not the name of a class. */
const labelUnitsMax = 100;
const labelsMax = 10_000;

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

export const labelNamesDifferClearly: Check<TopKeys> = {
  id: 'F17',
  name: 'label.names',
  version: 2,
  question: 'Do the names of the labels differ clearly?',
  why: 'Names that differ by case or punctuation only split one class in two, and an answer is counted wrong for a comma.',
  source: 'Ours; seen in banking77 (reverted_card_payment?, Refund_not_showing_up).',
  blocking: false,
  measure: {
    start: emptyTop,
    add: (tally, { example: { kind, label } }) =>
      kind === 'chat' && label.length <= labelUnitsMax ? addKey(tally, label) : tally,
    merge: mergeTop,
    finish: (tally, set) => {
      if (set.taskKind === 'generation') {
        return skippedMeasured('labels', 'Answers of a generation task are free text: there are no classes.');
      }
      if (tally.counts.size === 0) {
        return unmeasured('labels');
      }
      const labels = topOf(tally, labelsMax).map(([label]) => label);
      const unclear = unclearNames(labels.sort());
      const names = unclear.slice(0, 5).join(', ').slice(0, 300);
      return countMeasured(
        { value: unclear.length, unit: 'labels', denominator: labels.length },
        { details: { names } },
      );
    },
  },
  judge: (measured, limits) => {
    const names = measured.details.names ?? '';
    return judgeByLimits({
      measured,
      limits,
      found: `${plural(measured.value ?? 0, 'name')} of ${plural(measured.denominator ?? 0, 'label')} can be mistaken or are oddly written${names === '' ? '' : `: ${names}`}.`,
    });
  },
  remedy: 'Agree on one spelling for each label and rename the others.',
  action: 'relabel',
};
