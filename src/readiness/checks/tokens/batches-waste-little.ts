import type { Check } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, unmeasured } from '../../judging/measured.js';
import {
  addValue,
  emptyHistogram,
  type LogHistogram,
  meanOf,
  mergeHistograms,
  quantile,
} from '../../states/log-histogram.js';

/** Rows in a batch, where nothing else is said. */
const batchRows = 8;

interface Lengths {
  /** UTF-8 bytes of each row. */
  readonly bytes: LogHistogram;
  /** Of rows that were counted exactly: what a token is in bytes. */
  countedTokens: number;
  countedBytes: number;
}

const steps = 200;

/**
 * The mean of the longest of so many rows drawn at random, within some two percent: the longest is below the quantile q
 * with the probability q^rows. Null while empty.
 */
function meanLongest(bytes: LogHistogram, rows: number): number | null {
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    const length = quantile(bytes, ((step + 0.5) / steps) ** (1 / rows));
    if (length === null) {
      return null;
    }
    sum += length;
  }
  return sum / steps;
}

export const batchesWasteLittle: Check<Lengths> = {
  id: 'T07',
  name: 'pack.efficiency',
  version: 1,
  question: 'How much of each batch would be padding?',
  why: 'Without packing every row of a batch is as long as its longest, and padding is computed like text.',
  source: 'Expected longest of a batch of eight rows drawn at random; packing as in TRL and Axolotl.',
  blocking: false,
  measure: {
    start: () => ({ bytes: emptyHistogram(), countedTokens: 0, countedBytes: 0 }),
    add: (lengths, { contentBytes, tokens }) => {
      addValue(lengths.bytes, contentBytes);
      if (tokens.exact !== null) {
        lengths.countedTokens += tokens.exact;
        lengths.countedBytes += contentBytes;
      }
      return lengths;
    },
    merge: (left, right) => {
      mergeHistograms(left.bytes, right.bytes);
      left.countedTokens += right.countedTokens;
      left.countedBytes += right.countedBytes;
      return left;
    },
    finish: ({ bytes, countedTokens, countedBytes }, { target }) => {
      const [mean, longest] = [meanOf(bytes), meanLongest(bytes, batchRows)];
      if (mean === null || longest === null || longest === 0) {
        return unmeasured('padding');
      }
      const tokensPerByte = countedBytes === 0 ? null : countedTokens / countedBytes;
      const meanTokens = tokensPerByte === null ? null : Math.round(mean * tokensPerByte);
      const limit = target.limitTokens;
      const packed =
        meanTokens === null || limit === null ? null : Math.max(1, Math.floor(limit / Math.max(1, meanTokens)));
      const details = {
        batchRows,
        ...(meanTokens === null ? {} : { meanTokens }),
        ...(packed === null ? {} : { rowsPerPackedSequence: packed }),
      };
      return countMeasured({ value: Math.max(0, 1 - mean / longest), unit: 'padding' }, { details });
    },
  },
  judge: (measured, limits) => {
    const { meanTokens, rowsPerPackedSequence } = measured.details;
    const length = typeof meanTokens === 'number' ? ` A row has ${counted(meanTokens)} tokens on average.` : '';
    const packed =
      typeof rowsPerPackedSequence === 'number'
        ? ` Packed, about ${counted(rowsPerPackedSequence)} rows share one sequence.`
        : '';
    const found = `In batches of ${batchRows} rows ${percent(measured.value ?? 0)} would be padding.${length}${packed}`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Turn packing on.',
  action: null,
};
