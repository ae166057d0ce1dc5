import type { Check } from '../../check.js';
import { comparable } from '../../drift/comparable.js';
import { evenSize, wordNoiseBits } from '../../drift/sample-noise.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, skippedMeasured, unmeasured } from '../../judging/measured.js';
import { jensenShannonBits } from '../../states/word-histogram.js';
import { addSampled, emptyWordSample, mergeSamples, sampledWords, type WordSample } from '../../states/word-sample.js';

const unit = 'times the noise';

export const wordsMatchProduction: Check<WordSample> = {
  id: 'D01',
  name: 'drift.text',
  version: 3,
  question: 'Do the prompts speak of what production asks today?',
  why: 'A model learns what it was shown; what users ask since then it has not seen.',
  source:
    'Jensen–Shannon divergence of word histograms, as TensorFlow Data Validation measures it; a fixed limit is noise at 100 rows (0.146) and blind at 10,000. Of more than 10,000 rows a sample by their keys is compared.',
  blocking: false,
  measure: {
    start: emptyWordSample,
    add: (sample, { example, normalPrompt }) => {
      addSampled(sample, example.rowKey, normalPrompt);
      return sample;
    },
    merge: mergeSamples,
    finish: (sample, set) => {
      const { rows, words } = sampledWords(sample);
      const production = comparable(set, { rows });
      if (typeof production === 'string') {
        return skippedMeasured(unit, production);
      }
      const bits = jensenShannonBits(words, production.words);
      if (bits === null) {
        return unmeasured(unit);
      }
      const noise = wordNoiseBits(evenSize(rows, production.calls));
      const details = { bits, noise, rows, calls: production.calls };
      return countMeasured({ value: bits / noise, unit }, { details });
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const [bits, noise] = [detail(measured, 'bits').toFixed(3), detail(measured, 'noise').toFixed(3)];
    const sizes = `${counted(detail(measured, 'rows'))} rows and ${counted(detail(measured, 'calls'))} calls`;
    const found = `The words of ${sizes} differ by ${bits} bits, ${measured.value.toFixed(1)} times the ${noise} that chance alone would give.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Sample rows of recent traffic into the training set, and let the oldest go.',
  action: null,
};
