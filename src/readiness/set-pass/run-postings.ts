// Where runs of words stand: for each run, by its hash, the texts and words, in the order in which they were put. Plain
// arrays of numbers, because a map of lists takes ten times as much for the hundreds of thousands of runs that there are.

/** No run has this number. */
export const noRun = -1;
const firstSlots = 1 << 12;

export class RunPostings {
  /** By slot: the number of a run. Twice as many slots as runs, at least. */
  private slots = new Int32Array(firstSlots).fill(noRun);
  /** By run. */
  private hashes = new Float64Array(firstSlots / 2);
  private counts = new Int32Array(firstSlots / 2);
  private firsts = new Int32Array(firstSlots / 2);
  private lasts = new Int32Array(firstSlots / 2);
  private runs = 0;
  /** By posting. */
  private texts = new Int32Array(firstSlots);
  private words = new Int32Array(firstSlots);
  private nexts = new Int32Array(firstSlots);
  private postings = 0;

  /** @param hash a whole number below 2^53 */
  add(hash: number, text: number, word: number): void {
    const posting = this.put(text, word);
    const slot = this.slotOf(hash);
    const known = this.slots[slot] as number;
    if (known !== noRun) {
      this.nexts[this.lasts[known] as number] = posting;
      this.lasts[known] = posting;
      this.counts[known] = (this.counts[known] as number) + 1;
      return;
    }
    const run = this.runs;
    this.runs += 1;
    this.slots[slot] = run;
    this.hashes[run] = hash;
    this.counts[run] = 1;
    this.firsts[run] = posting;
    this.lasts[run] = posting;
    if (this.runs === this.hashes.length) {
      this.growRuns();
    }
  }

  /** @returns the number of the run, or `noRun` */
  find(hash: number): number {
    return this.slots[this.slotOf(hash)] as number;
  }

  countOf(run: number): number {
    return this.counts[run] ?? 0;
  }

  each(run: number, take: (text: number, word: number) => void): void {
    for (let left = this.countOf(run), at = this.firsts[run] ?? 0; left > 0; left -= 1, at = this.nexts[at] as number) {
      take(this.texts[at] as number, this.words[at] as number);
    }
  }

  private put(text: number, word: number): number {
    const posting = this.postings;
    if (posting === this.texts.length) {
      this.texts = grown(this.texts);
      this.words = grown(this.words);
      this.nexts = grown(this.nexts);
    }
    this.texts[posting] = text;
    this.words[posting] = word;
    this.postings = posting + 1;
    return posting;
  }

  /** Where the run stands, or would. */
  private slotOf(hash: number): number {
    const last = this.slots.length - 1;
    let slot = (hash % 4_294_967_296) & last;
    for (let run = this.slots[slot] as number; run !== noRun && this.hashes[run] !== hash; ) {
      slot = (slot + 1) & last;
      run = this.slots[slot] as number;
    }
    return slot;
  }

  private growRuns(): void {
    const hashes = new Float64Array(2 * this.hashes.length);
    hashes.set(this.hashes);
    this.hashes = hashes;
    this.counts = grown(this.counts);
    this.firsts = grown(this.firsts);
    this.lasts = grown(this.lasts);
    this.slots = new Int32Array(2 * this.slots.length).fill(noRun);
    for (let run = 0; run < this.runs; run += 1) {
      this.slots[this.slotOf(this.hashes[run] as number)] = run;
    }
  }
}

function grown(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}
