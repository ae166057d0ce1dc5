// Shingles of the texts that were compared last: members of a bucket are compared with each other again and again. All
// lie in arrays that are made once; an array or an entry of a map for each text would outlive the quick collections, and
// wait by the hundred thousand for a slow one.

/** Hashes kept, of some thousands of texts. */
const hashesMax = 1 << 19;
/** A power of two. A text takes the place of another whose number ends with the same bits. */
const placesMax = 1 << 13;
const nobody = -1;

export class KeptShingles {
  private readonly hashes = new Float64Array(hashesMax);
  private used = 0;
  private readonly owners = new Int32Array(placesMax).fill(nobody);
  private readonly starts = new Int32Array(placesMax);
  private readonly lengths = new Int32Array(placesMax);

  /** Makes room for two more texts: what was given before is no longer valid. */
  makeRoom(): void {
    if (this.used > hashesMax / 2) {
      this.owners.fill(nobody);
      this.used = 0;
    }
  }

  /** @param make gives the shingles of the text, to be copied at once. */
  of(text: number, make: (text: number) => Float64Array): Float64Array {
    const place = text & (placesMax - 1);
    if (this.owners[place] !== text) {
      const made = make(text);
      if (made.length > hashesMax / 4) {
        return made.slice();
      }
      this.hashes.set(made, this.used);
      this.owners[place] = text;
      this.starts[place] = this.used;
      this.lengths[place] = made.length;
      this.used += made.length;
    }
    const start = this.starts[place] ?? 0;
    return this.hashes.subarray(start, start + (this.lengths[place] ?? 0));
  }
}
