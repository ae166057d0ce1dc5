// Do held-out texts share long runs of words with other texts? Thirteen words in a row are hardly ever the same by chance
// (the run length of lm-evaluation-harness). Where the runs shared with one single text cover more than half of the words,
// the text was copied. Runs are compared by two polynomial hashes of 53 bits together, which roll from word to word.
import { noRun, RunPostings } from './run-postings.js';

const { imul } = Math;

export interface NgramRule {
  /** Words in a row. */
  readonly runWords: number;
  /** Shorter held-out texts are left to the near duplicates. */
  readonly textWordsMin: number;
}

export const ngramRule: NgramRule = { runWords: 13, textWordsMin: 26 };
/** A run that more held-out texts have is a phrase of the form they share: it counts as shared, and proves no copy. */
export const copiesMax = 64;

const lowBase = 0x01000193;
const highBase = 0x85ebca6b;

function power(base: number, exponent: number): number {
  let result = 1;
  for (let step = 0; step < exponent; step += 1) {
    result = imul(result, base);
  }
  return result;
}

/** Hashes of the words of one text, ready to be rolled over. */
class WordHashes {
  low = new Int32Array(1_024);
  high = new Int32Array(1_024);
  count = 0;
  private readonly lowOut: number;
  private readonly highOut: number;

  constructor(private readonly runWords: number) {
    this.lowOut = power(lowBase, runWords);
    this.highOut = power(highBase, runWords);
  }

  read(normalised: string): void {
    this.count = 0;
    for (let from = 0; from < normalised.length; ) {
      const gap = normalised.indexOf(' ', from);
      const until = gap === -1 ? normalised.length : gap;
      this.put(normalised, from, until);
      from = until + 1;
    }
  }

  private put(text: string, from: number, until: number): void {
    let low = 0x811c9dc5;
    let high = 0x9747b28c;
    for (let at = from; at < until; at += 1) {
      const unit = text.charCodeAt(at);
      low = imul(low ^ unit, 0x01000193);
      high = imul(high ^ unit, 0x5bd1e995) ^ (high >>> 15);
    }
    if (this.count === this.low.length) {
      this.low = grown(this.low);
      this.high = grown(this.high);
    }
    this.low[this.count] = low ^ (low >>> 15);
    this.high[this.count] = high ^ (high >>> 13);
    this.count += 1;
  }

  /** Gives each run: the place of its first word and its hash, a whole number below 2^53. */
  eachRun(take: (place: number, hash: number) => void): void {
    let low = 0;
    let high = 0;
    for (let word = 0; word < this.count; word += 1) {
      low = (imul(low, lowBase) + (this.low[word] ?? 0)) | 0;
      high = (imul(high, highBase) + (this.high[word] ?? 0)) | 0;
      const gone = word - this.runWords;
      if (gone >= 0) {
        low = (low - imul(this.lowOut, this.low[gone] ?? 0)) | 0;
        high = (high - imul(this.highOut, this.high[gone] ?? 0)) | 0;
      }
      if (gone >= -1) {
        take(gone + 1, ((high >>> 11) & 0x1fffff) * 4_294_967_296 + (low >>> 0));
      }
    }
  }
}

function grown(hashes: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * hashes.length);
  larger.set(hashes);
  return larger;
}

interface HeldText {
  readonly key: number;
  readonly words: number;
  isShared: boolean;
  coveredWords: number;
}

export interface NgramCounts {
  readonly texts: number;
  /** Keys of the held-out texts that share a run. */
  readonly shared: readonly number[];
  /** Of these: more than half of the words are covered by runs of one other text. */
  readonly mostlyCovered: number;
}

/** Held-out texts that other texts can be compared with. */
export class NgramLeaks {
  private readonly held: HeldText[] = [];
  private readonly runs = new RunPostings();
  /** A bit for each run by part of its hash: most runs of other texts are passed over by it. */
  private readonly mayHave = new Uint8Array(1 << 20);
  private readonly words: WordHashes;
  /** Of the text that is compared: by held-out text, the words at which shared runs begin. */
  private readonly found = new Map<number, number[]>();

  constructor(private readonly rule: NgramRule = ngramRule) {
    this.words = new WordHashes(rule.runWords);
  }

  /** @param key by which the caller finds the text again. A text with too few words is not taken. */
  hold(key: number, normalised: string): void {
    this.words.read(normalised);
    if (this.words.count < this.rule.textWordsMin) {
      return;
    }
    const text = this.held.push({ key, words: this.words.count, isShared: false, coveredWords: 0 }) - 1;
    this.words.eachRun((place, hash) => {
      this.mayHave[bitPlace(hash) >>> 3] = (this.mayHave[bitPlace(hash) >>> 3] ?? 0) | (1 << (bitPlace(hash) & 7));
      this.runs.add(hash, text, place);
    });
  }

  get isEmpty(): boolean {
    return this.held.length === 0;
  }

  /** @returns whether the text shares a run with a held-out one */
  compare(normalised: string): boolean {
    this.words.read(normalised);
    this.found.clear();
    let isShared = false;
    this.words.eachRun((_place, hash) => {
      const bit = bitPlace(hash);
      const run = ((this.mayHave[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0 ? noRun : this.runs.find(hash);
      if (run !== noRun) {
        isShared = true;
        this.note(run);
      }
    });
    for (const [text, places] of this.found) {
      this.cover(text, places);
    }
    return isShared;
  }

  /** Whether the runs that this one text shares with a held-out one cover more than half of that one's words. */
  copies(normalised: string): boolean {
    this.words.read(normalised);
    this.found.clear();
    this.words.eachRun((_place, hash) => {
      const bit = bitPlace(hash);
      const run = ((this.mayHave[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0 ? noRun : this.runs.find(hash);
      if (run !== noRun && this.runs.countOf(run) <= copiesMax) {
        this.runs.each(run, (text, place) => noteWord(this.found, text, place));
      }
    });
    return [...this.found].some(([text, places]) => 2 * this.covered(places) > (this.held[text]?.words ?? 0));
  }

  private note(run: number): void {
    const isPhrase = this.runs.countOf(run) > copiesMax;
    this.runs.each(run, (text, place) => {
      const held = this.held[text];
      if (held !== undefined && !(isPhrase && held.isShared)) {
        held.isShared = true;
        if (!isPhrase && 2 * held.coveredWords <= held.words) {
          noteWord(this.found, text, place);
        }
      }
    });
  }

  private cover(text: number, places: number[]): void {
    const held = this.held[text];
    const covered = this.covered(places);
    if (held !== undefined && covered > held.coveredWords) {
      held.coveredWords = covered;
    }
  }

  /** Words under the runs that begin at these places. */
  private covered(places: number[]): number {
    const { runWords } = this.rule;
    let covered = 0;
    let until = 0;
    for (const place of places.sort((left, right) => left - right)) {
      covered += Math.min(runWords, place + runWords - until);
      until = place + runWords;
    }
    return covered;
  }

  counts(): NgramCounts {
    const shared = this.held.filter((text) => text.isShared);
    return {
      texts: this.held.length,
      shared: shared.map((text) => text.key),
      mostlyCovered: shared.filter((text) => 2 * text.coveredWords > text.words).length,
    };
  }
}

function noteWord(found: Map<number, number[]>, text: number, place: number): void {
  const places = found.get(text);
  if (places === undefined) {
    found.set(text, [place]);
  } else if (places.at(-1) !== place) {
    places.push(place);
  }
}

function bitPlace(hash: number): number {
  return (hash % 4_294_967_296) & 0x7fffff;
}
