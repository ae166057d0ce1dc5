// Which words do the texts of a set hold, where there may be millions of texts? A histogram of the words of all of them up
// to ten thousand; of more, of a sample by their keys, which halves as the set doubles (adaptive sampling: Flajolet,
// Computing 43, 1990). Which rows are in it follows from all keys alone: any cut and any order end in the same state.
import { lotIn } from '../rows/key-lot.js';
import { addWords, mergeWords, wordHistogram } from './word-histogram.js';

/** More texts do not change how their words are spread. */
export const sampledTextsMax = 10_000;
/** The last level holds what is left, one row in 128: beyond 1.3 million rows the sample grows again. */
const levels = 8;
const digitsFrom = 40;

/** Plain data. By level: half of all rows are of level 0, half of the rest of level 1, and so on. */
export interface WordSample {
  readonly rows: number[];
  /** Null for a level without rows, and for one that is no longer in the sample. */
  readonly words: (Uint32Array | null)[];
}

export function emptyWordSample(): WordSample {
  return { rows: new Array<number>(levels).fill(0), words: new Array<Uint32Array | null>(levels).fill(null) };
}

/** Changes the sample. @param rowKey hex digest: its digits are as good as drawn by lot */
export function addSampled(sample: WordSample, rowKey: string, normalText: string): void {
  const level = levelOf(rowKey);
  const before = sample.rows[level] ?? 0;
  sample.rows[level] = before + 1;
  // Of a large set nearly all rows end here: a level that has rows and no words was given up, and stays so.
  const isGivenUp = before > 0 && (sample.words[level] ?? null) === null;
  if (!isGivenUp && level >= firstLevel(sample)) {
    const words = sample.words[level] ?? wordHistogram();
    sample.words[level] = addWords(words, normalText);
    forgetBelow(sample, firstLevel(sample));
  }
}

/** Changes the left one. */
export function mergeSamples(left: WordSample, right: WordSample): WordSample {
  for (let level = 0; level < levels; level += 1) {
    left.rows[level] = (left.rows[level] ?? 0) + (right.rows[level] ?? 0);
    const [one, other] = [left.words[level] ?? null, right.words[level] ?? null];
    left.words[level] = one === null || other === null ? (one ?? other?.slice() ?? null) : mergeWords(one, other);
  }
  forgetBelow(left, firstLevel(left));
  return left;
}

/** @returns the rows whose words were counted, and the words */
export function sampledWords(sample: WordSample): { rows: number; words: Uint32Array } {
  const first = firstLevel(sample);
  const words = wordHistogram();
  for (const counted of sample.words.slice(first)) {
    if (counted !== null) {
      mergeWords(words, counted);
    }
  }
  return { rows: sample.rows.slice(first).reduce((sum, rows) => sum + rows, 0), words };
}

/** The lowest level that the sample still has room for, together with all above it. */
function firstLevel({ rows }: WordSample): number {
  let level = levels - 1;
  let sum = rows[level] ?? 0;
  while (level > 0 && sum + (rows[level - 1] ?? 0) <= sampledTextsMax) {
    level -= 1;
    sum += rows[level] ?? 0;
  }
  return level;
}

function forgetBelow({ words }: WordSample, first: number): void {
  for (let level = 0; level < first; level += 1) {
    words[level] = null;
  }
}

/** How many of the bits begin with 0. */
function levelOf(rowKey: string): number {
  const bits = lotIn(rowKey, digitsFrom, 2);
  return Math.min(levels - 1, Math.clz32(bits) - 24);
}
