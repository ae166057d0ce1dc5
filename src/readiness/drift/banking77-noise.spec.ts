// What chance alone does to a public set of 10,003 short prompts, sorted by what they ask. The file is not part of the
// project: name the directory above `banking77/` in OPENWARD_TEST_DATA to run this.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeImportReader } from '../imports/import-reader.js';
import { measureOrderAndOutliers } from '../power/order-and-outliers.js';
import { makeExample } from '../rows/example.js';
import { normalText } from '../rows/normal-form.js';
import { addWords, jensenShannonBits, wordHistogram } from '../states/word-histogram.js';
import { wordNoiseBits } from './sample-noise.js';

const file = join(process.env.OPENWARD_TEST_DATA ?? '', 'banking77', 'train.csv');
const isThere = process.env.OPENWARD_TEST_DATA !== undefined && existsSync(file);

function readRows() {
  const reader = makeImportReader({ format: 'csv' });
  return [...reader.push(readFileSync(file)), ...reader.end()].flatMap((outcome) => {
    if (!('content' in outcome)) {
      return [];
    }
    const place = { origin: 'import', originId: 'imp_1', line: outcome.line, declaredSplit: 'train' } as const;
    const { rowKey, promptKey, input } = makeExample(outcome.content, place);
    return [{ rowKey, promptKey, text: input, normalText: normalText(input) }];
  });
}

const compareNoise = () => {
  let sorted: ReturnType<typeof readRows> = [];
  let dealt: typeof sorted = [];

  beforeAll(() => {
    sorted = readRows();
    dealt = [...sorted].sort((one, other) => (one.promptKey < other.promptKey ? -1 : 1));
  });

  it.each([500, 1_000, 2_000, 4_000])('two samples of %d rows differ as much as the noise says', (rows) => {
    const words = (part: typeof dealt) => part.reduce((all, row) => addWords(all, row.normalText), wordHistogram());
    const bits = jensenShannonBits(words(dealt.slice(0, rows)), words(dealt.slice(rows, 2 * rows))) ?? 0;
    expect(bits / wordNoiseBits(rows)).toBeGreaterThan(0.85);
    expect(bits / wordNoiseBits(rows)).toBeLessThan(1.15);
  });

  it('the order of the file is found to say something, that of the hashes not', () => {
    expect(measureOrderAndOutliers(sorted).orderP).toBe(0.005);
    expect(measureOrderAndOutliers(dealt).orderP).toBeGreaterThan(0.05);
  });
};

if (isThere) {
  describe('on banking77', compareNoise);
} else {
  it('compares nothing with banking77: OPENWARD_TEST_DATA names no directory that holds banking77/', () => {
    expect(isThere).toBe(false);
  });
}
