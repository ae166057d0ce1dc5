import type { Check, Measured } from '../../check.js';
import { comparable } from '../../drift/comparable.js';
import { isLabel } from '../../drift/production-window.js';
import type { ProductionFacts } from '../../facts/production-facts.js';
import { percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, skippedMeasured, unmeasured } from '../../judging/measured.js';
import { addClass, emptyTop, mergeClasses, type TopKeys } from '../../states/top-keys.js';

/** Below so many on either side a share is off by more than the limit by chance. */
const labelledMin = 200;

function furthest(labels: ReadonlyMap<string, number>, production: ProductionFacts): Measured {
  const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);
  const [ours, theirs] = [sum(labels.values()), sum(Object.values(production.labels))];
  const shifts = [...new Set([...labels.keys(), ...Object.keys(production.labels)])].map((label) => {
    const [here, there] = [labels.get(label) ?? 0, production.labels[label] ?? 0];
    // Of whole numbers, so that a shift at the limit is not above it by rounding.
    const shift = Math.abs(here * theirs - there * ours) / (ours * theirs);
    return { label, here: here / ours, there: there / theirs, shift };
  });
  const [worst] = shifts.sort((one, other) => other.shift - one.shift || (one.label < other.label ? -1 : 1));
  if (worst === undefined || ours === 0 || theirs === 0) {
    return unmeasured('points of share');
  }
  const { label, here, there, shift } = worst;
  const details = { label: label.slice(0, 100), here, there };
  return countMeasured({ value: shift, unit: 'points of share' }, { details });
}

export const labelsMatchProduction: Check<TopKeys> = {
  id: 'D03',
  name: 'drift.label',
  version: 2,
  question: 'Do the labels come in the shares that production has?',
  why: 'A model expects classes as often as it saw them, and is wrong where that changed.',
  source:
    'Largest difference of a share, as TensorFlow Data Validation has it; what is answered in production counts as its label.',
  blocking: false,
  measure: {
    start: emptyTop,
    add: (labels, { example }) => (isLabel(example.label) ? addClass(labels, example.label.trim()) : labels),
    merge: mergeClasses,
    finish: (labels, set) => {
      if (set.taskKind === 'generation') {
        return skippedMeasured('points of share', 'Answers of a generation task are free text: there are no classes.');
      }
      if (labels.trimmed) {
        return skippedMeasured('points of share', 'There are more than 20,000 different labels: they are no classes.');
      }
      const rows = [...labels.counts.values()].reduce((sum, count) => sum + count, 0);
      const production = comparable(set, { rows, least: labelledMin });
      return typeof production === 'string'
        ? skippedMeasured('points of share', production)
        : furthest(labels.counts, production);
    },
  },
  judge: (measured, limits) => {
    const { label = '', here, there } = measured.details;
    const shares = `${percent(Number(here ?? 0))} of the rows and ${percent(Number(there ?? 0))} of production`;
    const found = measured.value === null ? '' : `Furthest apart is ${label}: ${shares}.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Sample rows so that classes come as often as in production, except where a rare class needs its minimum.',
  action: null,
};
