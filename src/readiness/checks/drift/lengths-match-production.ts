import type { Check } from '../../check.js';
import { comparable } from '../../drift/comparable.js';
import { binsOf, lengthDriftBits } from '../../drift/length-deciles.js';
import { evenSize } from '../../drift/sample-noise.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, skippedMeasured, unmeasured } from '../../judging/measured.js';
import { addValue, emptyHistogram, type LogHistogram, mergeHistograms } from '../../states/log-histogram.js';

/** The limits hold for so many rows on both sides; with fewer, chance alone gives more. */
const limitRows = 1_000;

export const lengthsMatchProduction: Check<LogHistogram> = {
  id: 'D02',
  name: 'drift.length',
  version: 1,
  question: 'Are the prompts as long as those of production?',
  why: 'A model that learnt from short questions cuts corners on long ones, and the other way round.',
  source: 'Ours: Jensen–Shannon divergence over tenths of the lengths.',
  blocking: false,
  measure: {
    start: emptyHistogram,
    add: (lengths, { normalPrompt }) => addValue(lengths, normalPrompt.length),
    merge: mergeHistograms,
    finish: (lengths, set) => {
      const production = comparable(set, { rows: lengths.count });
      if (typeof production === 'string') {
        return skippedMeasured('bits', production);
      }
      const bits = lengthDriftBits(binsOf(lengths), production.lengths);
      const size = evenSize(lengths.count, production.calls);
      return bits === null
        ? unmeasured('bits')
        : countMeasured(
            { value: bits, unit: 'bits' },
            { details: { size, rows: lengths.count, calls: production.calls } },
          );
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const widen = Math.max(1, limitRows / detail(measured, 'size'));
    const scaled = (limit: number | null) => (limit === null ? null : Number((limit * widen).toPrecision(3)));
    const sizes = `${counted(detail(measured, 'rows'))} rows and ${counted(detail(measured, 'calls'))} calls`;
    return judgeByLimits({
      measured,
      limits: { ...limits, warn: scaled(limits.warn), fail: scaled(limits.fail) },
      found: `The lengths of the prompts of ${sizes} differ by ${measured.value.toFixed(3)} bits.`,
    });
  },
  remedy: 'Sample rows of recent traffic in the lengths that are missing.',
  action: null,
};
